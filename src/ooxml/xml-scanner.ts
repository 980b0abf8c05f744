import { NameScopes } from './name-scopes.ts';
import { OoxmlFault } from './ooxml-fault.ts';
import { decodeXmlText } from './xml-text.ts';

/** What `next()` stopped at. An empty element gives an `open` and a `close`. */
export type XmlEvent = 'open' | 'close' | 'text' | 'end';

/** Deeper than any real document; readers that go down with the elements stay within the stack. */
export const DEEPEST_ELEMENT = 400;

/**
 * Reads an XML part once, from front to back, each event with its place in the text, which is never copied. Names are `w:p` whatever
 * prefix the part has (see namespaces.ts); what is of an unknown namespace is `?:name`. Attributes and texts are decoded when asked for.
 *
 * Never throws: at the first thing that XML does not allow (and at a document type, which OPC forbids) the scan ends with a `fault`.
 */
export class XmlScanner {
  readonly xml: string;
  /** The part's name, for faults. */
  readonly part: string;
  event: XmlEvent = 'end';
  /** Of the element that was opened or closed. */
  name = '';
  /** Where the tag or the text starts and ends, in UTF-16 units. */
  start = 0;
  end = 0;
  /** How many elements are open; one that was just opened counts, one that was just closed does not. */
  depth = 0;
  /** Whether the tag that was opened is its own end. */
  isEmpty = false;
  fault: OoxmlFault | undefined;

  private readonly scopes = new NameScopes();
  private readonly openNames: string[] = [];
  private readonly openTags: string[] = [];
  /** Four places for each attribute of the tag: name and value, start and end. */
  private readonly attributes: number[] = [];
  private attributeCount = 0;
  private at: number;
  private hasDeclarations = false;
  /** Where the next `xmlns` stands, so that tags without one are not searched. */
  private nextDeclaration: number;
  private hasRoot = false;
  private readonly closes = new Map<string, number>();

  constructor(xml: string, part = '') {
    this.xml = xml;
    this.part = part;
    this.at = xml.charCodeAt(0) === 0xfeff ? 1 : 0;
    this.nextDeclaration = this.placeOf('xmlns', 0);
  }

  /** Goes on to the next event; false at the end, and after a fault. */
  next(): boolean {
    if (this.event === 'open' && this.isEmpty) return this.closeElement();
    for (;;) {
      const { xml } = this;
      const at = this.at;
      if (at >= xml.length) return this.finish();
      if (xml.charCodeAt(at) !== LESS) {
        if (this.depth > 0) return this.readText(at);
        if (!this.skipBlank(at)) return false;
        continue;
      }
      const next = xml.charCodeAt(at + 1);
      if (next === SLASH) return this.readClosingTag(at);
      if (next !== BANG && next !== QUESTION) return this.readOpeningTag(at);
      if (xml.startsWith('<![CDATA[', at)) return this.readData(at);
      if (!this.skipComment(at)) return false;
    }
  }

  /**
   * Goes on to the next child of the element at `depth`, past whatever of the last one was not read; false where that element ends.
   * `const depth = scanner.depth; while (scanner.nextChild(depth)) …` reads all children.
   */
  nextChild(depth: number): boolean {
    while (this.next()) {
      if (this.event === 'open') {
        if (this.depth === depth + 1) return true;
      } else if (this.event === 'close' && this.depth < depth) return false;
    }
    return false;
  }

  /** The text of the element that was just opened, up to its end; what other elements in it hold is left out. */
  content(): string {
    const { depth } = this;
    let content = '';
    this.contentStart = this.end;
    this.contentEnd = this.end;
    while (this.next()) {
      if (this.event === 'close' && this.depth < depth) break;
      if (this.event !== 'text' || this.depth !== depth) continue;
      content += this.text();
    }
    this.contentEnd = Math.max(this.contentStart, this.start);
    return content;
  }

  /** Where the text that `content()` gave starts and ends. */
  contentStart = 0;
  contentEnd = 0;

  /** The text that was just read, its references put in. */
  text(): string {
    const { xml, start, end } = this;
    if (xml.charCodeAt(start) === LESS) return xml.slice(start + '<![CDATA['.length, end - ']]>'.length);
    return this.decode(xml.slice(start, end));
  }

  /** An attribute of the tag that was just opened; `w:val`, and `Id` for one without a namespace. */
  attribute(name: string): string | undefined {
    const { attributes, xml } = this;
    const last = name.charCodeAt(name.length - 1);
    for (let index = 0; index < this.attributeCount; index += 1) {
      const at = index * 4;
      // Whatever the prefix, names that are the same end alike.
      if (xml.charCodeAt((attributes[at + 1] ?? 0) - 1) !== last) continue;
      const own = this.scopes.attribute(xml.slice(attributes[at], attributes[at + 1]));
      if (own === name) return this.decode(xml.slice(attributes[at + 2], attributes[at + 3]));
    }
    return undefined;
  }

  /** Every attribute of the tag that was just opened, by its name; declarations of namespaces are none. */
  allAttributes(): ReadonlyMap<string, string> {
    const all = new Map<string, string>();
    for (let at = 0; at < this.attributeCount * 4; at += 4) {
      const written = this.xml.slice(this.attributes[at], this.attributes[at + 1]);
      if (isDeclaration(written)) continue;
      const value = this.xml.slice(this.attributes[at + 2], this.attributes[at + 3]);
      all.set(this.scopes.attribute(written), this.decode(value));
    }
    return all;
  }

  /** The known prefix of a prefix that a value names (`mc:Choice Requires="wps"`); undefined where its namespace is unknown. */
  namespaceOf(prefix: string): string | undefined {
    return this.scopes.known(prefix);
  }

  /**
   * The source of what is in the element that was just opened, where it is short and holds no other one of its name: the key by which
   * small elements that occur again and again (`w:rPr`) are read once.
   */
  plainSource(): string | undefined {
    const tag = this.openTags[this.depth - 1];
    if (this.isEmpty || tag === undefined || this.isNested) return undefined;
    const close = this.closeOf(tag);
    if (close - this.end > LONGEST_SOURCE) return undefined;
    const source = this.xml.slice(this.end, close);
    return source.includes(tag) || source.includes('<!') || source.includes('xmlns') ? undefined : source;
  }

  /** Whether prefixes may mean something else here than at the root. */
  get isNested(): boolean {
    return this.scopes.isNested;
  }

  /** Goes to the element's closing tag if what is in it is a source that `plainSource` gave before, of whatever element. */
  leap(source: string): boolean {
    const close = this.end + source.length;
    const isSame = !this.isEmpty && this.xml.startsWith(source, this.end) && this.xml.startsWith('</', close);
    if (isSame) this.at = close;
    return isSame;
  }

  /** Where the next closing tag of that name stands. Each place is searched once, so that tags nobody closes cost no more. */
  private closeOf(tag: string): number {
    const known = this.closes.get(tag);
    if (known !== undefined && known >= this.end) return known;
    const close = this.placeOf(`</${tag}>`, this.end);
    this.closes.set(tag, close);
    return close;
  }

  /** Ends the scan: a reader has come to a limit of its own. */
  stopWith(fault: OoxmlFault): void {
    this.fault ??= fault;
    this.at = this.xml.length;
  }

  private decode(source: string): string {
    const text = decodeXmlText(source);
    if (text !== undefined) return text;
    this.fail('malformed-xml', '不认识的 &…;');
    return source;
  }

  private readText(at: number): boolean {
    const { xml } = this;
    let end = at;
    while (end < xml.length && xml.charCodeAt(end) !== LESS) end += 1;
    return this.stop('text', at, end);
  }

  /** Around the root there is white space at most; whether the scan goes on. */
  private skipBlank(at: number): boolean {
    let end = at;
    while (isSpace(this.xml.charCodeAt(end))) end += 1;
    if (end === at) return this.fail('malformed-xml', '标记之外有文字');
    this.at = end;
    return true;
  }

  private readData(at: number): boolean {
    const close = this.xml.indexOf(']]>', at);
    if (close === -1) return this.fail('unfinished-xml');
    if (this.depth === 0) return this.fail('malformed-xml', '标记之外有文字');
    return this.stop('text', at, close + 3);
  }

  /** Passes over a comment or an instruction; whether the scan goes on. */
  private skipComment(at: number): boolean {
    const isComment = this.xml.startsWith('<!--', at);
    if (!isComment && this.xml.charCodeAt(at + 1) === BANG) return this.fail('malformed-xml', '<!…> 声明');
    const close = this.xml.indexOf(isComment ? '-->' : '?>', at + (isComment ? 4 : 2));
    if (close === -1) return this.fail('unfinished-xml');
    this.at = close + (isComment ? 3 : 2);
    return true;
  }

  private readClosingTag(at: number): boolean {
    const { xml } = this;
    const tag = this.depth === 0 ? undefined : this.openTags[this.depth - 1];
    const nameEnd = at + 2 + (tag?.length ?? 0);
    if (tag === undefined || !xml.startsWith(tag, at + 2)) return this.failAtTag(at, '结束标记不配对');
    let end = nameEnd;
    while (isSpace(xml.charCodeAt(end))) end += 1;
    if (xml.charCodeAt(end) !== GREATER) return this.failAtTag(at, '结束标记不配对');
    this.start = at;
    this.end = end + 1;
    this.at = end + 1;
    return this.closeElement();
  }

  private closeElement(): boolean {
    this.depth -= 1;
    this.name = this.openNames[this.depth] ?? '';
    this.scopes.leave(this.depth);
    this.isEmpty = false;
    this.event = 'close';
    return true;
  }

  private readOpeningTag(at: number): boolean {
    const { xml } = this;
    const nameEnd = endOfName(xml, at + 1);
    if (nameEnd === at + 1) return this.failAtTag(at, '有单独的 <');
    if (this.depth === 0 && this.hasRoot) return this.fail('malformed-xml', '有两个最外层的标记');
    const end = this.readAttributes(nameEnd);
    if (end === undefined) return this.failAtTag(at, '标记写法不对');
    this.isEmpty = xml.charCodeAt(end - 2) === SLASH;
    if (this.depth >= DEEPEST_ELEMENT) return this.fail('too-deep', String(DEEPEST_ELEMENT));
    if (this.hasDeclarations) this.declareNames();
    const { tag, name } = this.scopes.element(xml, at + 1, nameEnd);
    this.name = name;
    this.openTags[this.depth] = tag;
    this.openNames[this.depth] = name;
    this.depth += 1;
    this.hasRoot = true;
    return this.stop('open', at, end);
  }

  /** Notes where the attributes stand; the offset after the tag's `>`, or undefined where it is not written as XML is. */
  private readAttributes(nameEnd: number): number | undefined {
    const { xml, attributes } = this;
    let count = 0;
    let at = nameEnd;
    for (;;) {
      const from = at;
      while (isSpace(xml.charCodeAt(at))) at += 1;
      const code = xml.charCodeAt(at);
      if (code === GREATER || (code === SLASH && xml.charCodeAt(at + 1) === GREATER)) {
        this.attributeCount = count;
        const end = code === GREATER ? at + 1 : at + 2;
        this.hasDeclarations = this.declaresNames(nameEnd, end);
        return end;
      }
      const end = endOfName(xml, at);
      if (end === at || from === at) return undefined;
      let value = end;
      while (isSpace(xml.charCodeAt(value))) value += 1;
      if (xml.charCodeAt(value) !== EQUALS) return undefined;
      value += 1;
      while (isSpace(xml.charCodeAt(value))) value += 1;
      const quote = xml.charCodeAt(value);
      if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE) return undefined;
      value += 1;
      let close = value;
      while (close < xml.length && xml.charCodeAt(close) !== quote) close += 1;
      if (close >= xml.length) return undefined;
      attributes[count * 4] = at;
      attributes[count * 4 + 1] = end;
      attributes[count * 4 + 2] = value;
      attributes[count * 4 + 3] = close;
      count += 1;
      at = close + 1;
    }
  }

  private declaresNames(start: number, end: number): boolean {
    if (this.nextDeclaration < start) this.nextDeclaration = this.placeOf('xmlns', start);
    return this.nextDeclaration < end;
  }

  private declareNames(): void {
    const declared = new Map<string, string>();
    for (let at = 0; at < this.attributeCount * 4; at += 4) {
      const name = this.xml.slice(this.attributes[at], this.attributes[at + 1]);
      if (!isDeclaration(name)) continue;
      declared.set(
        name.slice('xmlns:'.length),
        this.decode(this.xml.slice(this.attributes[at + 2], this.attributes[at + 3])),
      );
    }
    if (declared.size > 0) this.scopes.enter(this.depth, declared);
  }

  private stop(event: 'open' | 'text', start: number, end: number): boolean {
    this.event = event;
    this.start = start;
    this.end = end;
    this.at = end;
    return true;
  }

  private finish(): boolean {
    this.event = 'end';
    if (this.fault === undefined && (this.depth > 0 || !this.hasRoot)) this.fail('unfinished-xml');
    return false;
  }

  /** A tag that does not end before the part does was cut off. */
  private failAtTag(at: number, detail: string): boolean {
    return this.xml.indexOf('>', at) === -1
      ? this.fail('unfinished-xml')
      : this.fail('malformed-xml', detail);
  }

  private fail(kind: OoxmlFault['kind'], detail = ''): boolean {
    this.fault ??= new OoxmlFault(kind, this.part, detail);
    this.at = this.xml.length;
    this.event = 'end';
    return false;
  }

  private placeOf(text: string, from: number): number {
    const at = this.xml.indexOf(text, from);
    return at === -1 ? Number.POSITIVE_INFINITY : at;
  }
}

const LONGEST_SOURCE = 2000;

const BANG = 0x21;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
const SLASH = 0x2f;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const QUESTION = 0x3f;

function endOfName(xml: string, from: number): number {
  let end = from;
  while (end < xml.length && !endsXmlName(xml.charCodeAt(end))) end += 1;
  return end;
}

function endsXmlName(code: number): boolean {
  if (code > GREATER) return false;
  return (
    code <= 0x20 ||
    code === GREATER ||
    code === SLASH ||
    code === EQUALS ||
    code === LESS ||
    code === DOUBLE_QUOTE ||
    code === SINGLE_QUOTE
  );
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

function isDeclaration(name: string): boolean {
  return name.startsWith('xmlns') && (name.length === 'xmlns'.length || name.charAt(5) === ':');
}
