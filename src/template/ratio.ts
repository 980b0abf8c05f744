/** A share or a growth rate in per cent with at most one decimal, rounded half up from the exact decimals; `-` leads a fall. */
export function formatPercent(part: number, whole: number): string | undefined {
  if (whole === 0) return undefined;
  const [numerator, denominator] = scaledTerms(part, whole);
  const negative = numerator < 0n !== denominator < 0n && numerator !== 0n;
  const [top, bottom] = [abs(numerator) * 1000n, abs(denominator)];
  const tenths = (top * 2n + bottom) / (bottom * 2n);
  const text = tenths % 10n === 0n ? `${tenths / 10n}` : `${tenths / 10n}.${tenths % 10n}`;
  return `${negative && tenths > 0n ? '-' : ''}${text}`;
}

/** Two decimals as whole numbers of one scale, exactly as they are written. */
function scaledTerms(part: number, whole: number): [bigint, bigint] {
  const [upper, lower] = [fullDigits(part), fullDigits(whole)];
  const digits = Math.max(decimalsOfText(upper), decimalsOfText(lower));
  return [toScale(upper, digits), toScale(lower, digits)];
}

export function decimalsOfText(text: string): number {
  const point = text.indexOf('.');
  return point === -1 ? 0 : text.length - point - 1;
}

function toScale(text: string, digits: number): bigint {
  return BigInt(text.replace('.', '') + '0'.repeat(digits - decimalsOfText(text)));
}

/** Without an exponent, however large or small. */
function fullDigits(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  return value.toFixed(Number.isInteger(value) ? 0 : 20).replace(/\.?0+$/, '');
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}
