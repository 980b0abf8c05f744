/** Mobile numbers, also grouped 3-4-4 and with +86, and landlines with their area code, as UTF-16 spans. */
export function findPhoneNumbers(text: string): (readonly [number, number])[] {
  return [...text.matchAll(NUMBER)].map((match) => [match.index, match.index + match[0].length]);
}

const NUMBER =
  /(?<![\dA-Za-z.-])(?:(?:\+?86[ -]?)?1[3-9]\d(?:\d{8}|[ -]\d{4}[ -]\d{4})|(?:0\d{2,3}-|\(0\d{2,3}\) ?|（0\d{2,3}）)[2-9]\d{6,7})(?![\dA-Za-z]|-\d)/gu;
