import { alignPieces } from './align-pieces.ts';
import type { ReportPiece } from './piece.ts';
import { commonLength, tokenHunks } from './token-hunks.ts';

/**
 * What share of an edited report's characters a built one has in the same places, or of the built one's paragraphs the edited one, whichever is
 * less; from 0 to 1. Tables may have been taken off.
 */
export function recognisedShare(built: readonly ReportPiece[], edited: readonly ReportPiece[]): number {
  let common = 0;
  let commonInParagraphs = 0;
  for (const { before, after } of alignPieces(built, edited)) {
    const [one, other] = [built[before ?? -1], edited[after ?? -1]];
    if (one === undefined || other === undefined) continue;
    const length =
      one.text === other.text ? one.text.length : commonLength(one.text, tokenHunks(one.text, other.text));
    common += length;
    if (one.kind === 'paragraph') commonInParagraphs += length;
  }
  const paragraphs = built.filter(({ kind }) => kind === 'paragraph');
  return Math.min(commonShare(common, edited), commonShare(commonInParagraphs, paragraphs));
}

function commonShare(common: number, pieces: readonly ReportPiece[]): number {
  const total = pieces.reduce((sum, { text }) => sum + text.length, 0);
  return total === 0 ? 0 : common / total;
}

/** Under this an edited report is taken for another one. */
export const LEAST_RECOGNISED = 0.5;

/**
 * Whether a report that names its unit is held against one that never does: it names it again and again, or where the unit's name stood something
 * else stands now. A signature alone that was taken off is no other unit.
 */
export function isOfOtherUnit(
  unit: string,
  built: readonly ReportPiece[],
  edited: readonly ReportPiece[],
): boolean {
  const names = [unit, placeName(unit)];
  const isNamedIn = ({ text }: ReportPiece) => names.some((name) => text.includes(name));
  if (edited.some(isNamedIn)) return false;
  const isReplaced = alignPieces(built, edited).some(({ before, after }) => {
    const one = built[before ?? -1];
    return one !== undefined && after !== undefined && isNamedIn(one);
  });
  return isReplaced || built.filter(isNamedIn).length > 1;
}

/** 云溪镇 of 青禾县云溪镇, 滨河经济开发区 of 江城市滨河经济开发区. */
function placeName(unit: string): string {
  return /^.*[省州盟市县区旗](?=.{3,}$)(?<name>.+)$/u.exec(unit)?.groups?.name ?? unit;
}
