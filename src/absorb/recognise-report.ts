import { alignPieces } from './align-pieces.ts';
import type { Piece } from './piece.ts';
import { commonLength, tokenHunks } from './token-hunks.ts';

/** What share of an edited report's characters a built one has in the same places, from 0 to 1. */
export function recognisedShare(built: readonly Piece[], edited: readonly Piece[]): number {
  const total = edited.reduce((sum, { text }) => sum + text.length, 0);
  if (total === 0) return 0;
  let common = 0;
  for (const { before, after } of alignPieces(built, edited)) {
    const [one, other] = [built[before ?? -1], edited[after ?? -1]];
    if (one === undefined || other === undefined) continue;
    common +=
      one.text === other.text ? one.text.length : commonLength(one.text, tokenHunks(one.text, other.text));
  }
  return common / total;
}

/** Under this an edited report is taken for another one. */
export const LEAST_RECOGNISED = 0.5;

/** Whether a report that names its unit is held against one that never does. */
export function isOfOtherUnit(
  unit: string | undefined,
  built: readonly Piece[],
  edited: readonly Piece[],
): boolean {
  if (unit === undefined) return false;
  const names = [unit, placeName(unit)];
  const isNamed = (pieces: readonly Piece[]) =>
    pieces.some(({ text }) => names.some((name) => text.includes(name)));
  return isNamed(built) && !isNamed(edited);
}

/** 云溪镇 of 青禾县云溪镇. */
function placeName(unit: string): string {
  const short = /(?:.*?[省州盟市县区旗])?(?<name>[^省州盟市县区旗]{2,}[乡镇])$/u.exec(unit)?.groups?.name;
  return short ?? unit;
}
