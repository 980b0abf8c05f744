/**
 * What a cell says as a message may show it: one line, not too long, and never a number by which a person is known, in whatever column it
 * stands and however it is set.
 */
export function quoteCell(text: string, longest: number = LONGEST_QUOTE): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (hasLongNumber(line)) return '（一串数字）';
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

/** Whether a text holds a number as long as those of telephones, identity cards and accounts, perhaps in groups. */
export function hasLongNumber(text: string): boolean {
  return text.length >= 11 && /\d(?:[\s-]?\d){10}/u.test(text.normalize('NFKC'));
}

const LONGEST_QUOTE = 30;
