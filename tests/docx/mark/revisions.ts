/**
 * What a reviewed file says with changes accepted or rejected, worked out from its XML alone: a small reader of its own, so that it shares
 * nothing with what it holds to be right.
 */
export interface XmlElement {
  readonly name: string;
  readonly attributes: string;
  readonly children: (XmlElement | string)[];
}

/** The root of a part's XML; no comments, no CDATA. */
export function parseXml(xml: string): XmlElement {
  const top: XmlElement = { name: '', attributes: '', children: [] };
  const open = [top];
  for (const [token, close, name, attributes = '', empty] of xml.matchAll(
    /<\?[^>]*\?>|<(\/?)([\w:.-]+)((?:\s[^>]*?)?)(\/?)>|[^<]+/g,
  )) {
    const parent = open.at(-1) ?? top;
    if (token.startsWith('<?')) continue;
    if (name === undefined) parent.children.push(token);
    else if (close === '/') {
      if (open.pop()?.name !== name) throw new Error(`${name} closes what it did not open`);
    } else {
      const element = { name, attributes: attributes.trimEnd(), children: [] };
      parent.children.push(element);
      if (empty !== '/') open.push(element);
    }
  }
  if (open.length !== 1) throw new Error('something was not closed');
  const root = top.children.find((child) => typeof child === 'object');
  if (root === undefined) throw new Error('no root');
  return root;
}

type Side = 'accepted' | 'rejected';

const GONE: Readonly<Record<Side, ReadonlySet<string>>> = {
  accepted: new Set(['w:del', 'w:moveFrom']),
  rejected: new Set(['w:ins', 'w:moveTo']),
};

/** The paragraphs' texts with every change accepted, or rejected. */
export function textsWhen(side: Side, xml: string): string[] {
  const texts: string[] = [];
  const walk = (element: XmlElement): string => {
    if (GONE[side].has(element.name)) return '';
    if (element.name === 'w:t' || element.name === 'w:delText') return shown(element);
    if (element.name === 'w:tab') return '\t';
    const inner = element.children.map((child) => (typeof child === 'string' ? '' : walk(child))).join('');
    if (element.name !== 'w:p') return inner;
    texts.push(inner);
    return '';
  };
  walk(parseXml(xml));
  return texts;
}

/** Blanks at the ends show where the element says so. */
function shown({ attributes, children }: XmlElement): string {
  const text = children
    .join('')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
  return attributes.includes('preserve') ? text : text.trim();
}

/** The text under each comment of an author's ids, as it is before the author's own changes: what others deleted is no part of it. */
export function commentedTexts(xml: string, author: string): Map<string, string> {
  const texts = new Map<string, string>();
  const open = new Set<string>();
  const references = new Set<string>();
  const isOwn = ({ attributes }: XmlElement) => attributes.includes(`w:author="${author}"`);
  const walk = (element: XmlElement): void => {
    const id = /w:id="(\d+)"/.exec(element.attributes)?.[1] ?? '';
    if (element.name === 'w:commentRangeStart') {
      open.add(id);
      texts.set(id, '');
    } else if (element.name === 'w:commentRangeEnd') open.delete(id);
    else if (element.name === 'w:commentReference') references.add(id);
    else if (element.name === 'w:ins' && isOwn(element)) return;
    else if (element.name === 'w:del' && !isOwn(element)) return;
    else if (element.name === 'w:t' || element.name === 'w:delText' || element.name === 'w:tab') {
      const text = element.name === 'w:tab' ? '\t' : shown(element);
      for (const each of open) texts.set(each, texts.get(each) + text);
    }
    for (const child of element.children) if (typeof child === 'object') walk(child);
  };
  walk(parseXml(xml));
  if (open.size > 0) throw new Error('a comment does not end');
  for (const id of texts.keys()) if (!references.has(id)) throw new Error(`nothing refers to comment ${id}`);
  return texts;
}

/**
 * The XML without what an author put in: comments gone, the author's changes rejected, neighbours that a split had parted joined again.
 * Comes out as the same text for two files that differ by that alone.
 */
export function without(author: string, ids: ReadonlySet<string>, xml: string): string {
  const strip = (element: XmlElement): (XmlElement | string)[] => {
    const id = /w:id="(\d+)"/.exec(element.attributes)?.[1] ?? '';
    const isOwn = element.attributes.includes(`w:author="${author}"`);
    if (/^w:commentRange(?:Start|End)$/.test(element.name) && ids.has(id)) return [];
    if (element.name === 'w:ins' && isOwn) return [];
    const children = element.children.flatMap((child) =>
      typeof child === 'string' ? [child] : strip(child),
    );
    if (element.name === 'w:r' && refersTo(element, ids)) return [];
    if (element.name === 'w:del' && isOwn) return children.map((child) => restore(child));
    return [{ ...element, children: join(children) }];
  };
  return JSON.stringify(strip(parseXml(xml)));
}

function refersTo({ children }: XmlElement, ids: ReadonlySet<string>): boolean {
  return children.some(
    (child) =>
      typeof child === 'object' &&
      child.name === 'w:commentReference' &&
      ids.has(/w:id="(\d+)"/.exec(child.attributes)?.[1] ?? ''),
  );
}

function restore(child: XmlElement | string): XmlElement | string {
  if (typeof child === 'string') return child;
  const name = child.name === 'w:delText' ? 'w:t' : child.name;
  return { ...child, name, children: join(child.children.map(restore)) };
}

/** Runs of the same formatting become one, texts in them too; an insertion that was parted becomes one. */
function join(children: readonly (XmlElement | string)[]): (XmlElement | string)[] {
  const joined: (XmlElement | string)[] = [];
  for (const child of children) {
    const last = joined.at(-1);
    if (typeof child === 'object' && typeof last === 'object' && isSame(last, child)) {
      const [a, b] =
        child.name === 'w:r' ? [last.children, withoutLook(child.children)] : [last.children, child.children];
      joined[joined.length - 1] = { ...last, children: join([...a, ...b]) };
    } else if (typeof child === 'object' && child.name === 'w:t') {
      const before = joined.at(-1);
      if (typeof before === 'object' && before.name === 'w:t')
        joined[joined.length - 1] = { ...before, children: [`${before.children.join('')}${escaped(child)}`] };
      else joined.push({ ...child, attributes: 'preserve', children: [escaped(child)] });
    } else joined.push(child);
  }
  return joined;
}

/** So that it is shown as it is, once more. */
function escaped(element: XmlElement): string {
  return shown(element).replace(/&/g, '&amp;');
}

function isSame(a: XmlElement, b: XmlElement): boolean {
  if (a.name !== b.name) return false;
  if (a.name === 'w:ins') return idless(a) === idless(b);
  return a.name === 'w:r' && a.attributes === b.attributes && look(a) === look(b);
}

function idless({ attributes }: XmlElement): string {
  return attributes.replace(/w:id="\d+"/, '');
}

function look({ children }: XmlElement): string {
  return JSON.stringify(children.filter((child) => typeof child === 'object' && child.name === 'w:rPr'));
}

function withoutLook(children: readonly (XmlElement | string)[]): (XmlElement | string)[] {
  return children.filter((child) => typeof child === 'string' || child.name !== 'w:rPr');
}
