const XML_REFERENCE = /&(?:#(\d{1,8})|#x([\dA-Fa-f]{1,8})|(amp|lt|gt|quot|apos));|&/g;

const XML_ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Puts the characters in the place of their references (XML 1.0, 4.6); undefined where one is none that XML knows. */
export function decodeXmlText(source: string): string | undefined {
  if (!source.includes('&')) return source;
  let isKnown = true;
  const text = source.replace(XML_REFERENCE, (reference, decimal?: string, hex?: string, name?: string) => {
    const character = name === undefined ? referencedCharacter(decimal, hex) : XML_ENTITIES[name];
    isKnown &&= character !== undefined;
    return character ?? reference;
  });
  return isKnown ? text : undefined;
}

function referencedCharacter(decimal = '', hex = ''): string | undefined {
  if (decimal === '' && hex === '') return undefined;
  const code = decimal === '' ? Number.parseInt(hex, 16) : Number(decimal);
  const isCharacter = code <= 0x10ffff && (code >= 0x20 || code === 9 || code === 10 || code === 13);
  return isCharacter ? String.fromCodePoint(code) : undefined;
}

/** What is between characters of a text without being one, and references, which are one (or two UTF-16 units). */
const TEXT_UNIT = /<!\[CDATA\[|\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|&[^;]{1,12};/y;

/**
 * Where the character at `index` of a text is in the XML, given where the text's source starts: the way back from what
 * `content()` gave to what is written. An index inside a surrogate pair that is written as a reference stands for its whole.
 */
export function placeInSource(xml: string, start: number, end: number, index: number): number {
  let at = start;
  let seen = 0;
  let isData = false;
  while (at < end) {
    TEXT_UNIT.lastIndex = at;
    const special = mayBeSpecial(xml.charCodeAt(at)) ? TEXT_UNIT.exec(xml)?.[0] : undefined;
    const isMarkup = special !== undefined && (isData ? special === ']]>' : special !== ']]>');
    if (!isMarkup || special === undefined) {
      if (seen >= index) return at;
      seen += 1;
      at += 1;
    } else if (special.startsWith('&')) {
      if (seen >= index) return at;
      seen += decodeXmlText(special)?.length ?? special.length;
      at += special.length;
    } else {
      isData = special === '<![CDATA[';
      at += special.length;
    }
  }
  return end;
}

function mayBeSpecial(code: number): boolean {
  return code === 0x26 || code === 0x3c || code === 0x5d;
}

const XML_ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** `&`, `<`, `>` and `"` as XML and HTML want them, in texts and in attributes between double quotes. */
export function escapeXml(text: string): string {
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (mark) => XML_ESCAPES[mark] ?? mark) : text;
}
