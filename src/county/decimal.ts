/** An exact decimal number: `digits` × 10 to the power of −`scale`. */
export interface Decimal {
  readonly digits: bigint;
  /** Places after the point, from 0. */
  readonly scale: number;
}

export const ZERO: Decimal = { digits: 0n, scale: 0 };

/** Reads `-12.50`; the form that a facts file allows. */
export function decimalOf(text: string): Decimal {
  const point = text.indexOf('.');
  return point === -1
    ? { digits: BigInt(text), scale: 0 }
    : { digits: BigInt(text.slice(0, point) + text.slice(point + 1)), scale: text.length - point - 1 };
}

export function plus(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { digits: widened(a, scale) + widened(b, scale), scale };
}

export function minus(a: Decimal, b: Decimal): Decimal {
  return plus(a, { digits: -b.digits, scale: b.scale });
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, scale: a.scale + b.scale };
}

/** a ÷ b with that many places, halves rounded away from 0. `b` is not 0. */
export function quotientOf(a: Decimal, b: Decimal, scale: number): Decimal {
  const numerator = a.digits * 10n ** BigInt(b.scale + scale);
  const denominator = b.digits * 10n ** BigInt(a.scale);
  const isNegative = numerator < 0n !== denominator < 0n;
  const [upper, lower] = [absoluteValue(numerator), absoluteValue(denominator)];
  const rounded = (upper * 2n + lower) / (lower * 2n);
  return { digits: isNegative ? -rounded : rounded, scale };
}

/** Below 0, 0 or above it, as `a` is to `b`. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const { digits } = minus(a, b);
  return digits < 0n ? -1 : digits > 0n ? 1 : 0;
}

/** Without an exponent, and without zeros at the end of the places. */
export function printDecimal({ digits, scale }: Decimal): string {
  if (scale === 0) return digits.toString();
  const text = absoluteValue(digits)
    .toString()
    .padStart(scale + 1, '0');
  const places = text.slice(-scale).replace(/0+$/, '');
  const whole = text.slice(0, -scale) + (places === '' ? '' : `.${places}`);
  return digits < 0n ? `-${whole}` : whole;
}

function widened({ digits, scale }: Decimal, to: number): bigint {
  return scale === to ? digits : digits * 10n ** BigInt(to - scale);
}

function absoluteValue(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** Adds exactly: whole numbers as such as long as a number holds them, everything else digit by digit. */
export class ExactSum {
  #whole = 0;
  #rest = ZERO;

  /** A number as a facts file prints it. */
  add(text: string): void {
    if (text.length > SHORT_DIGITS || text.includes('.')) {
      this.#rest = plus(this.#rest, decimalOf(text));
      return;
    }
    this.#whole += Number(text);
    if (Math.abs(this.#whole) > LARGEST_EXACT) this.#carry();
  }

  addDecimal(value: Decimal): void {
    this.#rest = plus(this.#rest, value);
  }

  total(): Decimal {
    this.#carry();
    return this.#rest;
  }

  #carry(): void {
    this.#rest = plus(this.#rest, { digits: BigInt(this.#whole), scale: 0 });
    this.#whole = 0;
  }
}

/** Digits of a number that is added as such, and a sum to which one more can be added without loss. */
const SHORT_DIGITS = 12;
const LARGEST_EXACT = 2 ** 52;
