import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalOf, multiply, plus, printDecimal, quotientOf } from '../../src/county/decimal.ts';

/** Whole thousandths, so that what is expected can be said in whole numbers. */
const thousandths = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });

function written(value: number): string {
  const digits = String(Math.abs(value)).padStart(4, '0');
  return `${value < 0 ? '-' : ''}${digits.slice(0, -3)}.${digits.slice(-3)}`;
}

describe('exact decimals', () => {
  it('add up as whole thousandths do', () => {
    fc.assert(
      fc.property(fc.array(thousandths, { maxLength: 20 }), (values) => {
        const sum = values.map((value) => decimalOf(written(value))).reduce(plus, decimalOf('0'));
        expect(Number(printDecimal(multiply(sum, decimalOf('1000'))))).toBe(
          values.reduce((a, b) => a + b, 0),
        );
      }),
      { seed: 18 },
    );
  });

  it('print neither exponents nor zeros at the end', () => {
    expect(printDecimal(plus(decimalOf('0.1'), decimalOf('0.2')))).toBe('0.3');
    expect(printDecimal(decimalOf('0.0000001'))).toBe('0.0000001');
    expect(printDecimal(plus(decimalOf('1.50'), decimalOf('-2')))).toBe('-0.5');
    expect(printDecimal(plus(decimalOf('999999999999999'), decimalOf('1')))).toBe('1000000000000000');
  });

  it('round a quotient at its half, away from nought', () => {
    expect(printDecimal(quotientOf(decimalOf('1'), decimalOf('8'), 2))).toBe('0.13');
    expect(printDecimal(quotientOf(decimalOf('-1'), decimalOf('8'), 2))).toBe('-0.13');
    expect(printDecimal(quotientOf(decimalOf('139200'), decimalOf('1500'), 1))).toBe('92.8');
  });
});
