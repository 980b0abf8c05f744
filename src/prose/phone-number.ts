/** A figure with its unit (13900000000元) is none. Mobile numbers, also grouped 3-4-4 and with +86, and landlines with their area code, as UTF-16 spans. */
export function findPhoneNumbers(text: string): (readonly [number, number])[] {
  return [...text.matchAll(TELEPHONE_NUMBER)].map((match) => [match.index, match.index + match[0].length]);
}

const TELEPHONE_NUMBER =
  /(?<![\dA-Za-z.-])(?:(?:\+?86[ -]?)?1[3-9]\d(?:\d{8}|[ -]\d{4}[ -]\d{4})|(?:0\d{2,3}-|\(0\d{2,3}\) ?|（0\d{2,3}）)[2-9]\d{6,7})(?![\dA-Za-z]|-\d|[余多]?[万亿千百]?(?:元|美元|亩|平方|立方|公[里顷斤]|千[瓦克]|吨|[米克斤]))/gu;
