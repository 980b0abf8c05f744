/** Stands for a picture in the text of a page. */
export const PICTURE = '\ufffc';

/** Words and the reading above them in the text of a page, between Unicode's marks for that (U+FFF9 to U+FFFB). */
export const READINGS = /\ufff9([^\ufff9-\ufffb]*)\ufffa([^\ufff9-\ufffb]*)\ufffb/g;

/**
 * The paragraphs that a page shows, by the elements that begin a new line; entities and white space as browsers read them. `READINGS` finds
 * the readings of `ruby`.
 */
export function htmlParagraphs(page: string): string[] {
  const paragraphs: string[] = [];
  let line = '';
  let skipped: string | undefined;
  const ruby = new RubyMarks();
  const endLine = () => {
    const text = collapse(decodeHtmlEntities(line)).replace(SECOND_READING, ' ').trim();
    if (text !== '') paragraphs.push(text);
    line = '';
  };
  for (const { text, name, isClosing, isAlone, attributes } of htmlPieces(page)) {
    if (skipped === undefined) line += text;
    if (skipped === 'rp' && RUBY_ELEMENTS.has(name)) skipped = undefined;
    if (skipped !== undefined) {
      if (isClosing && name === skipped) skipped = undefined;
    } else if (!isClosing && (SKIPPED.has(name) || isHiddenTag(attributes))) {
      if (!EMPTY_TAGS.has(name) && !isAlone) skipped = name;
    } else if (RUBY_ELEMENTS.has(name)) {
      line += ruby.pass(name, isClosing);
      if (name === 'rp' && !isClosing) skipped = name;
    } else if (LINES.has(name)) endLine();
    else if (name === 'img') line += PICTURE;
  }
  endLine();
  return paragraphs;
}

/** Where words of a `ruby` begin, and their readings. Most of its elements may be left unclosed. */
class RubyMarks {
  private part: 'words' | 'reading' | undefined;

  /** What stands for a tag of `RUBY_ELEMENTS` in the text. */
  pass(name: string, isClosing: boolean): string {
    const part = this.part;
    if (part === undefined && name !== 'ruby') return '';
    if (name === 'rt' && !isClosing) {
      this.part = 'reading';
      return part === 'reading' ? ' ' : '\ufffa';
    }
    const ended = part === 'reading' ? '\ufffb' : '';
    if (name === 'ruby' && isClosing) this.part = undefined;
    else if (name === 'ruby' || part === 'reading') {
      this.part = 'words';
      return `${ended}\ufff9`;
    }
    return ended;
  }
}

const RUBY_ELEMENTS: ReadonlySet<string> = new Set(['ruby', 'rb', 'rt', 'rtc', 'rp']);
/** What follows a reading without words of its own is more of that reading. */
const SECOND_READING = /\ufffb\ufff9\s*\ufffa/g;

/** A text and the tag that follows it; without a name where it is a comment, a declaration or the end. */
interface HtmlPiece {
  readonly text: string;
  readonly name: string;
  readonly isClosing: boolean;
  readonly isAlone: boolean;
  readonly attributes: string;
}

/** Cuts a page at its tags, looking at each character a few times at most, whatever is left open in it. */
function* htmlPieces(page: string): Generator<HtmlPiece> {
  const ends = new TagEnds(page);
  let from = 0;
  for (let at = page.indexOf('<'); at !== -1; ) {
    const end = ends.endOf(at);
    if (end === undefined) {
      at = page.indexOf('<', at + 1);
      continue;
    }
    const tag = page.slice(at + 1, end - 1);
    const name = /^\/?([a-z][\w:-]{0,40})/i.exec(tag)?.[1]?.toLowerCase() ?? '';
    const text = page.slice(from, at);
    const attributes = tag.slice(name.length);
    yield { text, name, isClosing: tag.startsWith('/'), isAlone: tag.endsWith('/'), attributes };
    from = end;
    at = page.indexOf('<', end);
  }
  yield { text: page.slice(from), name: '', isClosing: false, isAlone: false, attributes: '' };
}

/** Finds where tags end. What is once not found to the end of the page is not looked for again. */
class TagEnds {
  private readonly page: string;
  private hasOpenQuote = false;
  private hasOpenComment = false;
  private isOver = false;

  constructor(page: string) {
    this.page = page;
  }

  /** After the `>` of what begins at `at`; undefined where that is no tag. */
  endOf(at: number): number | undefined {
    const page = this.page;
    if (page.startsWith('<!--', at) && !this.hasOpenComment) {
      const close = page.indexOf('-->', at + 4);
      if (close !== -1) return close + 3;
      this.hasOpenComment = true;
    }
    if (!/[a-z!?/]/i.test(page.charAt(at + 1))) return undefined;
    const close = this.hasOpenQuote ? undefined : this.endOutsideQuotes(at);
    if (close !== undefined) return close;
    const plain = this.isOver ? -1 : page.indexOf('>', at);
    this.isOver = plain === -1;
    return plain === -1 ? undefined : plain + 1;
  }

  private endOutsideQuotes(start: number): number | undefined {
    const page = this.page;
    for (let at = start; at < page.length; at += 1) {
      const code = page.charAt(at);
      if (code === '>') return at + 1;
      if (code !== '"' && code !== "'") continue;
      at = page.indexOf(code, at + 1);
      if (at === -1) break;
    }
    this.hasOpenQuote = true;
    return undefined;
  }
}

/** White space is one blank; beside Chinese, where the source breaks a line, it is none. */
function collapse(text: string): string {
  return text.replace(/[ \t\r\n\f]+/g, (run, at: number) => {
    const isBroken = /[\r\n\f]/.test(run);
    return isBroken && (isChineseMark(text.charAt(at - 1)) || isChineseMark(text.charAt(at + run.length)))
      ? ''
      : ' ';
  });
}

function isChineseMark(character: string): boolean {
  return /[\u2e80-\u9fff\uff00-\uffef\ufff9-\ufffb“”‘’—…]/.test(character);
}

/** Elements whose text no browser shows. */
const SKIPPED: ReadonlySet<string> = new Set(['head', 'script', 'style', 'title', 'template', 'noscript']);
const EMPTY_TAGS: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'meta', 'link', 'wbr', 'col']);

/** Elements that begin and end lines. */
const LINES: ReadonlySet<string> = new Set(
  'address article aside blockquote body br caption dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

function isHiddenTag(attributes: string): boolean {
  return /display\s*:\s*none|mso-hide\s*:\s*all/i.test(attributes);
}

const HTML_ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));?/gi;

const HTML_ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  emsp: '\u2003',
  ensp: '\u2002',
  thinsp: '\u2009',
  shy: '',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
  bull: '•',
  times: '×',
  divide: '÷',
  deg: '°',
  yen: '¥',
  permil: '‰',
  laquo: '«',
  raquo: '»',
  sup: '⊃',
};

function decodeHtmlEntities(text: string): string {
  return text.replace(HTML_ENTITY, (reference, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return HTML_ENTITIES[name.toLowerCase()] ?? reference;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    const isCharacter = code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : reference;
  });
}
