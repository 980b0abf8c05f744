/** Tags, comments and declarations; what is between them is text. A `<` that begins none is text too. */
const TAG =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[|<[!?][^>]*>|<(\/?)([a-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/gi;

/** The paragraphs that a page shows, by the elements that begin a new line; entities and white space as browsers read them. */
export function htmlParagraphs(page: string): string[] {
  const paragraphs: string[] = [];
  let line = '';
  let at = 0;
  let skipped: string | undefined;
  const endLine = () => {
    const text = collapse(decodeEntities(line)).trim();
    if (text !== '') paragraphs.push(text);
    line = '';
  };
  for (const tag of page.matchAll(TAG)) {
    if (skipped === undefined) line += page.slice(at, tag.index);
    at = tag.index + tag[0].length;
    const name = (tag[2] ?? '').toLowerCase();
    const isClosing = tag[1] === '/';
    if (skipped !== undefined) {
      if (isClosing && name === skipped) skipped = undefined;
    } else if (!isClosing && (SKIPPED.has(name) || isHidden(tag[3]))) {
      if (!EMPTY.has(name) && !tag[0].endsWith('/>')) skipped = name;
    } else if (LINES.has(name)) endLine();
  }
  if (skipped === undefined) line += page.slice(at);
  endLine();
  return paragraphs;
}

/** White space is one blank; beside Chinese, where the source breaks a line, it is none. */
function collapse(text: string): string {
  const joined = text.replace(
    /(?<=[\u2e80-\u9fff\uff00-\uffef“”‘’—…])[ \t]*[\r\n\f][ \t\r\n\f]*|[ \t]*[\r\n\f][ \t\r\n\f]*(?=[\u2e80-\u9fff\uff00-\uffef“”‘’—…])/g,
    '',
  );
  return joined.replace(/[ \t\r\n\f]+/g, ' ');
}

/** Elements whose text no browser shows. */
const SKIPPED: ReadonlySet<string> = new Set([
  'head',
  'script',
  'style',
  'title',
  'template',
  'noscript',
  'rt',
  'rp',
]);
const EMPTY: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'meta', 'link', 'wbr', 'col']);

/** Elements that begin and end lines. */
const LINES: ReadonlySet<string> = new Set(
  'address article aside blockquote body br caption dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

function isHidden(attributes = ''): boolean {
  return /display\s*:\s*none|mso-hide\s*:\s*all/i.test(attributes);
}

const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));?/gi;

const NAMED: Readonly<Record<string, string>> = {
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

function decodeEntities(text: string): string {
  return text.replace(ENTITY, (reference, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? reference;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    const isCharacter = code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : reference;
  });
}
