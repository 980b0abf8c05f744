/**
 * Whether a character is set in the Chinese font: ideographs, full-width forms, and the marks that Chinese shares with
 * Latin (“ ” ‘ ’ — … ·), which in an official document are always the Chinese ones.
 */
export function isChinese(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return code >= 0x2e80 ? !isNarrowForm(code) : SHARED_MARKS.has(code);
}

/** Half-width forms and private use stand among the wide ones. */
function isNarrowForm(code: number): boolean {
  return (code >= 0xff61 && code <= 0xffdc) || (code >= 0xd800 && code <= 0xf8ff);
}

const SHARED_MARKS: ReadonlySet<number> = new Set(
  [...'“”‘’—…·×÷±°℃‰※→←↑↓①②③④⑤⑥⑦⑧⑨⑩ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ○●□■△▲☆★√≤≥≠≈'].map((mark) => mark.codePointAt(0) ?? 0),
);
