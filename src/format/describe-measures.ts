import { SIZES } from './gb9704.ts';

/** Twips as whole or half millimetres: 31毫米. */
export function millimetres(twips: number): number {
  return Math.round((twips / TWIPS_PER_MM) * 10) / 10;
}

export const TWIPS_PER_MM = 1440 / 25.4;

/** Whether two lengths in twips are within so many millimetres. */
export function isWithinTolerance(twips: number, wanted: number, tolerance: number): boolean {
  return Math.abs(twips - wanted) <= tolerance * TWIPS_PER_MM + 1;
}

/** Half-points as offices say them: 小三（15磅）. */
export function describeSize(halfPoints: number): string {
  const name = SIZE_NAMES.get(halfPoints);
  const points = `${roundedText(halfPoints / 2)}磅`;
  return name === undefined ? points : `${name}（${points}）`;
}

/** Without binary dust: 28.95. */
export function roundedText(value: number, decimals = 2): string {
  return String(Number(value.toFixed(decimals)));
}

const SIZE_NAMES: ReadonlyMap<number, string> = new Map(
  Object.entries(SIZES).map(([name, halfPoints]) => [halfPoints, name]),
);
