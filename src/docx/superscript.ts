/** Digits as they are above the line: a note's number typed by hand (487¹) is no digit of the figure before it. */
export function toSuperscript(text: string): string {
  return text.replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit)));
}
