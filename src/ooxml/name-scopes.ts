import { conventionalPrefix, prefixOf } from './namespaces.ts';

/** What prefixes mean where; a part that declares all at its root has one scope, and each name is worked out once. */
interface NameScope {
  /** How many elements were open where it begins. */
  readonly depth: number;
  /** Prefix as written (empty: the default) to prefix as known; undefined for an unknown namespace. */
  readonly prefixes: ReadonlyMap<string, string | undefined>;
  readonly elements: ElementName[][];
  readonly attributes: Map<string, string>;
}

/** An element's name as it is written and as this program calls it. */
export interface ElementName {
  readonly tag: string;
  readonly name: string;
}

/** Turns names as a part writes them into names as this program calls them. */
export class NameScopes {
  private readonly scopes: NameScope[] = [
    { depth: -1, prefixes: new Map(), elements: [], attributes: new Map() },
  ];
  private current: NameScope = this.scopes[0] ?? failOutermost();

  /** Declarations (prefix to address) of an element that is opened while `depth` are open. */
  enter(depth: number, declared: ReadonlyMap<string, string>): void {
    const prefixes = new Map(this.current.prefixes);
    for (const [prefix, address] of declared) prefixes.set(prefix, address === '' ? '' : prefixOf(address));
    this.current = { depth, prefixes, elements: [], attributes: new Map() };
    this.scopes.push(this.current);
  }

  /** An element was closed, and `depth` are open. */
  leave(depth: number): void {
    if (this.current.depth < depth) return;
    this.scopes.pop();
    this.current = this.scopes.at(-1) ?? failOutermost();
  }

  /** Whether an element inside of the root has declarations of its own. */
  get isNested(): boolean {
    return this.current.depth > 0;
  }

  /** The element whose name is at that place of the XML: the names that occur in it are cut out once, not every time. */
  element(xml: string, start: number, end: number): ElementName {
    const { elements } = this.current;
    const slot = (xml.charCodeAt(end - 1) * 31 + xml.charCodeAt(start + 2) * 7 + end - start) % NAME_SLOTS;
    for (const name of elements[slot] ?? NO_ELEMENTS) {
      if (name.tag.length === end - start && xml.startsWith(name.tag, start)) return name;
    }
    const name = this.nameOf(xml.slice(start, end));
    const known = elements[slot];
    if (known === undefined) elements[slot] = [name];
    else if (known.length < MOST_IN_SLOT) known.push(name);
    return name;
  }

  private nameOf(tag: string): ElementName {
    const colon = tag.indexOf(':');
    const name = joinName(this.known(tag.slice(0, Math.max(0, colon))), tag.slice(colon + 1));
    return { tag, name };
  }

  /** An attribute without a prefix is of no namespace, whatever the default is. */
  attribute(written: string): string {
    const { attributes } = this.current;
    const known = attributes.get(written);
    if (known !== undefined) return known;
    const colon = written.indexOf(':');
    const name =
      colon === -1 ? written : joinName(this.known(written.slice(0, colon)), written.slice(colon + 1));
    if (attributes.size < MOST_CACHED_NAMES) attributes.set(written, name);
    return name;
  }

  /** The known prefix for a written one. */
  known(prefix: string): string | undefined {
    const { prefixes } = this.current;
    if (prefixes.has(prefix)) return prefixes.get(prefix);
    return prefix === '' ? '' : conventionalPrefix(prefix);
  }
}

const NAME_SLOTS = 512;
const MOST_IN_SLOT = 16;
const NO_ELEMENTS: readonly ElementName[] = [];

/** Names that are remembered in a scope; a part with more is no document. */
const MOST_CACHED_NAMES = 5000;

function joinName(prefix: string | undefined, local: string): string {
  if (prefix === '') return local;
  return `${prefix ?? '?'}:${local}`;
}

function failOutermost(): never {
  throw new Error('the outermost scope is never left');
}
