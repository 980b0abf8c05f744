/** Whether the character at an offset is an ideograph of the basic plane; no character at all is none. */
export function isHan(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3007;
}

/** Whether the character is one of Chinese running text: an ideograph or one of its full-width marks. */
export function isChineseText(text: string, offset: number): boolean {
  return isHan(text, offset) || CHINESE_MARKS.has(text.charAt(offset));
}

const CHINESE_MARKS: ReadonlySet<string> = new Set('，。、；：？！“”‘’《》〈〉（）【】〔〕…');
