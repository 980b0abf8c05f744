/** Undoes `_x0031_`, by which a text in a spreadsheet says a character (ISO/IEC 29500-1, 22.9.2.19); `_x005F_` is the underscore itself. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(ESCAPE, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

const ESCAPE = /_x([\dA-Fa-f]{4})_/g;
