import { type ElementNode, elementTree } from '../docx/mark/element-tree.ts';
import { TEXT_WIDTH } from '../format/gb9704.ts';
import { transitionalAddress } from '../ooxml/namespaces.ts';
import type { NewPart } from './new-part.ts';
import type { PartNamespaces } from './part-namespaces.ts';

/** A stretch of a part's XML that goes over into another part. */
export interface Fragment {
  readonly xml: string;
  readonly namespaces: PartNamespaces;
  /** The paragraph that it is in, and its own first character. */
  readonly paragraph: { readonly start: number; readonly end: number };
  readonly start: number;
}

/** What the pieces of a fragment that mean something elsewhere become. */
export interface Carrying {
  readonly part: NewPart;
  /** A relationship's id in the new part; undefined where it leads nowhere. */
  readonly relate: (id: string) => string | undefined;
  /** What is in a text box, set anew; undefined for one whose words are not the page's. */
  readonly box: (start: number, end: number) => string | undefined;
  readonly nextId: () => number;
}

/** Carries a drawing, an object or a formula over; undefined where something that it refers to is not in the file. */
export function carryFragment(fragment: Fragment, carrying: Carrying): string | undefined {
  return new FragmentWriter(fragment, carrying).write();
}

class FragmentWriter {
  private readonly xml: string;
  private readonly fragment: Fragment;
  private readonly carrying: Carrying;
  private isBroken = false;

  constructor(fragment: Fragment, carrying: Carrying) {
    this.xml = fragment.xml;
    this.fragment = fragment;
    this.carrying = carrying;
  }

  write(): string | undefined {
    const { rootTag } = this.fragment.namespaces;
    const tree = elementTree(this.xml, this.fragment.paragraph.start, this.fragment.paragraph.end, rootTag);
    const node = findAt(tree, this.fragment.start);
    if (node === undefined) return undefined;
    const written = this.fitted(node, this.element(node));
    if (this.isBroken) return undefined;
    return this.declared(this.inChoice(node, written), rootTag);
  }

  /** What a newer Word drew keeps saying which Word that is; what it drew for older ones is left out. */
  private inChoice(node: ElementNode, written: string): string {
    const choice = node.parent;
    const alternate = choice?.parent;
    if (choice?.name !== 'mc:Choice' || alternate?.name !== 'mc:AlternateContent') return written;
    const open = (each: ElementNode) => this.xml.slice(each.start, each.openEnd);
    return `${open(alternate)}${open(choice)}${written}</${choice.tag}></${alternate.tag}>`;
  }

  private element(node: ElementNode): string {
    if (DROPPED.has(node.name)) return '';
    if (node.name === 'mc:Fallback' && this.holdsBox(node)) return '';
    const open = this.openTag(node);
    if (node.closeStart === node.openEnd && node.end === node.openEnd) return open;
    const close = this.xml.slice(node.closeStart, node.end);
    if (node.name === 'w:txbxContent')
      return open + (this.carrying.box(node.openEnd, node.closeStart) ?? EMPTY_BOX) + close;
    let [inner, done] = ['', node.openEnd];
    for (const child of node.children) {
      inner += this.xml.slice(done, child.start) + this.element(child);
      done = child.end;
    }
    return open + inner + this.xml.slice(done, node.closeStart) + close;
  }

  private holdsBox(node: ElementNode): boolean {
    return node.children.some((child) => child.name === 'w:txbxContent' || this.holdsBox(child));
  }

  private openTag(node: ElementNode): string {
    const tag = this.xml.slice(node.start, node.openEnd);
    const related = tag.replace(
      /(\s)([\w.-]+):([\w.-]+)(\s*=\s*)(["'])([^"']*)\5/g,
      (whole, blank, prefix, name, equals, quote, id) => {
        if (!this.fragment.namespaces.relationPrefixes.has(prefix)) return whole;
        const target = this.carrying.relate(id);
        if (target === undefined && id !== '') this.isBroken = true;
        return `${blank}${prefix}:${name}${equals}${quote}${target ?? ''}${quote}`;
      },
    );
    if (node.name !== 'wp:docPr') return related;
    return related.replace(
      /(\sid\s*=\s*)(["'])[^"']*\2/,
      (_, equals, quote) => `${equals}${quote}${this.carrying.nextId()}${quote}`,
    );
  }

  /** A picture in the line that is wider than the text area is made as wide as that. */
  private fitted(node: ElementNode, written: string): string {
    if (node.name !== 'w:drawing' || node.children[0]?.name !== 'wp:inline') return written;
    const width = Number(/<(?:[\w.-]+:)?extent\s[^>]*?\bcx\s*=\s*["'](\d+)["']/.exec(written)?.[1] ?? 0);
    const most = TEXT_WIDTH * EMUS_OF_A_TWIP;
    if (width <= most) return written;
    const scaled = (digits: string) => String(Math.round((Number(digits) * most) / width));
    return written.replace(/<(?:[\w.-]+:)?ext(?:ent)?\s[^>]*\bcx\s*=\s*["']\d+["'][^>]*>/g, (tag) =>
      tag.replace(/(\bc[xy]\s*=\s*["'])(\d+)/g, (_, ahead: string, digits: string) => ahead + scaled(digits)),
    );
  }

  /** With the prefixes that it has from around it declared at the new part's root, or where they mean something else there, at its own. */
  private declared(written: string, rootTag: string): string {
    const own: string[] = [];
    const inside = new Set([...written.matchAll(/xmlns:([\w.-]+)\s*=/g)].map(([, prefix]) => prefix));
    for (const prefix of prefixesIn(written)) {
      if (prefix === 'xml' || prefix === 'xmlns' || inside.has(prefix)) continue;
      const address = this.fragment.namespaces.addressAt(prefix, this.fragment.start);
      if (address !== undefined && !this.carrying.part.declare(prefix, address))
        own.push(` xmlns:${prefix}="${transitionalAddress(address)}"`);
    }
    const plain = /\sxmlns\s*=\s*["']([^"']*)["']/.exec(rootTag)?.[1];
    if (plain !== undefined && /<[A-Za-z_][\w.-]*[\s/>]/.test(written))
      own.push(` xmlns="${transitionalAddress(plain)}"`);
    for (const prefix of /Ignorable\s*=\s*["']([^"']*)["']/.exec(rootTag)?.[1]?.split(/\s+/) ?? []) {
      if (written.includes(`${prefix}:`)) this.carrying.part.ignore(prefix);
    }
    const tagged = own.length === 0 ? written : written.replace(/^<[^\s/>]+/, (tag) => tag + own.join(''));
    return tagged.replace(
      /(\sxmlns(?::[\w.-]+)?\s*=\s*["'])([^"']*)/g,
      (_, ahead: string, address: string) => ahead + transitionalAddress(address),
    );
  }
}

function findAt(node: ElementNode, start: number): ElementNode | undefined {
  if (node.start === start) return node;
  for (const child of node.children) {
    if (child.start <= start && start < child.end) return findAt(child, start);
  }
  return undefined;
}

/** Prefixes of elements and attributes, and those that choices require. */
function prefixesIn(xml: string): ReadonlySet<string> {
  const prefixes = new Set<string>();
  for (const [tag] of xml.matchAll(/<[^/!?][^>]*>/g)) {
    for (const [, prefix = ''] of tag.matchAll(/[<\s]([\w.-]+):[\w.-]+(?=[\s/>=])/g)) prefixes.add(prefix);
    for (const prefix of /\sRequires\s*=\s*["']([^"']*)["']/.exec(tag)?.[1]?.split(/\s+/) ?? [])
      if (prefix !== '') prefixes.add(prefix);
  }
  return prefixes;
}

/** Names of styles, which the new file does not have, and marks of changes and comments. */
const DROPPED: ReadonlySet<string> = new Set(['w:rStyle', 'w:commentReference', 'w:rPrChange']);
const EMPTY_BOX = '<w:p/>';
const EMUS_OF_A_TWIP = 635;
