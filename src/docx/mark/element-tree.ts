import { XmlScanner } from '../../ooxml/xml-scanner.ts';

/** An element and where it is in the XML of its part; `tag` is its name as it is written there. */
export interface ElementNode {
  readonly name: string;
  readonly tag: string;
  readonly start: number;
  /** Where the opening tag ends. */
  readonly openEnd: number;
  /** Where the closing tag starts; `end` for an empty element. */
  closeStart: number;
  end: number;
  readonly parent: ElementNode | undefined;
  readonly children: ElementNode[];
}

/**
 * The elements of one paragraph. `rootTag` is the opening tag of the part's root, which says what the prefixes mean. The reader has been
 * through the part: it has no faults.
 */
export function elementTree(xml: string, start: number, end: number, rootTag: string): ElementNode {
  const scanner = new XmlScanner(rootTag + xml.slice(start, end));
  const shift = start - rootTag.length;
  scanner.next();
  let open: ElementNode | undefined;
  let root: ElementNode | undefined;
  while (scanner.next()) {
    if (scanner.event === 'open') {
      const node: ElementNode = {
        name: scanner.name,
        tag: tagAt(xml, scanner.start + shift),
        start: scanner.start + shift,
        openEnd: scanner.end + shift,
        closeStart: scanner.end + shift,
        end: scanner.end + shift,
        parent: open,
        children: [],
      };
      open?.children.push(node);
      root ??= node;
      open = node;
    } else if (scanner.event === 'close' && open !== undefined) {
      open.closeStart = Math.max(open.openEnd, scanner.start + shift);
      open.end = scanner.end + shift;
      open = open.parent;
    }
    if (root !== undefined && open === undefined) break;
  }
  if (root === undefined) throw new Error('a paragraph without an element');
  return root;
}

function tagAt(xml: string, start: number): string {
  return /^<([^\s/>]+)/.exec(xml.slice(start, start + LONGEST_TAG))?.[1] ?? '';
}

const LONGEST_TAG = 200;

/** The innermost element that the place is in; undefined where it is in none under `node`. */
export function innermostAt(node: ElementNode, at: number): ElementNode {
  const child = node.children.find(({ start, end }) => start <= at && at < end);
  return child === undefined ? node : innermostAt(child, at);
}

/** The elements around one, the nearest first. */
export function ancestorsOf({ parent }: ElementNode): ElementNode[] {
  return parent === undefined ? [] : [parent, ...ancestorsOf(parent)];
}
