/** What stands for a sign that Unicode has no place for, or that this program does not know. */
const UNKNOWN_SYMBOL = '\ufffc';

/** The character that a `w:sym` shows: `char` is its code in hexadecimal digits, in symbol fonts above F000. */
export function symbolText(font: string, char: string): string {
  const code = /^[\dA-F]{1,6}$/i.test(char) ? Number.parseInt(char, 16) : 0;
  if (code === 0 || code > 0x10ffff) return UNKNOWN_SYMBOL;
  const table = fontTable(font);
  if (table !== undefined) return table.get(code & 0xff) ?? UNKNOWN_SYMBOL;
  const isPrivate = code >= 0xe000 && code <= 0xf8ff;
  return isPrivate || (code >= 0xd800 && code <= 0xdfff) ? UNKNOWN_SYMBOL : String.fromCodePoint(code);
}

/** Whether the letters of a font are signs: `ü` in Wingdings shows ✓. */
export function isSymbolFont(font: string | undefined): boolean {
  return font !== undefined && fontTable(font) !== undefined;
}

/** A text as it shows in a symbol font; its length in UTF-16 units stays. */
export function inSymbolFont(text: string, font: string): string {
  const table = fontTable(font);
  if (table === undefined) return text;
  return text.replace(/[\u0021-\u00ff\uf020-\uf0ff]/g, (letter) => {
    const sign = table.get(letter.charCodeAt(0) & 0xff) ?? UNKNOWN_SYMBOL;
    return sign.length === 1 ? sign : UNKNOWN_SYMBOL;
  });
}

function fontTable(font: string): ReadonlyMap<number, string> | undefined {
  return /^\s*(?:wing|web|sym)/i.test(font) ? symbolTables().get(font.trim().toLowerCase()) : undefined;
}

/** Signs that follow each other: the code of the first, then all of them. */
type SymbolRange = readonly [first: number, signs: string];

const WINGDINGS: readonly SymbolRange[] = [
  [0x20, ' 🖉✂✁👓🕭🕮🕯🕿✆🖂🖃📪📫📬📭'],
  [0x30, '📁📂📄🗏🗐🗄⌛🖮🖰🖲🖳🖴🖫🖬✇✍'],
  [0x40, '🖎✌👌👍👎☜☞☝☟🖐☺😐☹💣☠🏳'],
  [0x50, '🏱✈☼💧❄🕆✞🕈✠✡☪☯ॐ☸♈♉'],
  [0x60, '♊♋♌♍♎♏♐♑♒♓🙰🙵●❍■□'],
  [0x70, '❐❑❒⬧⧫◆❖⬥⌧⮹⌘🏵🏶🙶🙷'],
  [0x80, '⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿'],
  [0x9e, '·•▪○🞆🞈◉◎🔿▪□🟂✦★✶✴✹✵'],
  [0xb0, '⯐⌖⟡⌑⯑✪✰🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛'],
  [0xd5, '⌫⌦⮘➢⮛⮚⮈⮊⮉⮋←→↑↓↖↗↙↘⬅➔⬆⬇⬉⬈⬋⬊⇦⇨⇧⇩⬄⇳⬁⬀⬃⬂▭▫✗✓☒☑'],
];

const WINGDINGS_2: readonly SymbolRange[] = [
  [0x21, '🖊🖋🖌🖍✄✀🕾🕽🗅🗆🗇🗈🗉🗊🗋'],
  [0x4f, '✗✓☒☑☒☒'],
  [0x69, '⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿'],
  [0x95, '•●●●○◯◉◎'],
  [0x9f, '▪■■□□□□▣'],
  [0xaa, '♦◆◇'],
];

const WINGDINGS_3: readonly SymbolRange[] = [
  [0x66, '←→↑↓↖↗↙↘'],
  [0x70, '▲▼△▽◀▶◁▷'],
  [0x7d, '▶'],
];

const WEBDINGS: readonly SymbolRange[] = [
  [0x61, '✔'],
  [0x63, '□'],
  [0x67, '■'],
  [0x6e, '●'],
  [0x72, '✖'],
];

const SYMBOL: readonly SymbolRange[] = [
  [0x20, ' !∀#∃%&∋()∗+,−./0123456789:;<=>?'],
  [0x40, '≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_'],
  [0x61, 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼'],
  [0xa0, '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵'],
  [0xc0, 'ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓'],
  [0xe0, '◊〈®©™∑'],
  [0xf1, '〉∫'],
];

let made: ReadonlyMap<string, ReadonlyMap<number, string>> | undefined;

/** By font; made when the first sign is met, for most files have none. */
function symbolTables(): ReadonlyMap<string, ReadonlyMap<number, string>> {
  made ??= new Map(
    Object.entries({
      wingdings: WINGDINGS,
      'wingdings 2': WINGDINGS_2,
      'wingdings 3': WINGDINGS_3,
      webdings: WEBDINGS,
      symbol: SYMBOL,
    }).map(([font, stretches]) => [font, spread(stretches)]),
  );
  return made;
}

function spread(stretches: readonly SymbolRange[]): ReadonlyMap<number, string> {
  return new Map(
    stretches.flatMap(([first, signs]) =>
      [...signs].map((sign, index): [number, string] => [first + index, sign]),
    ),
  );
}
