import { CELL, type CharacterSource, type ReportPiece, type SourcedPiece } from './piece.ts';
import type { SourcedLine } from './sourced-lines.ts';

/**
 * Gives the characters of a report's pieces their sources: pieces and lines say the same in the same order, but for white space and for how
 * they are cut. Where they do not, the words count as the template's.
 */
export function sourcedPieces(pieces: readonly ReportPiece[], lines: readonly SourcedLine[]): SourcedPiece[] {
  const printed = lines.flatMap(({ text, sources }) =>
    [...text].length === text.length
      ? [...text].map((sign, at) => [sign, sources[at]] as const)
      : comparedUnits(text, sources),
  );
  const signs = printed.filter(([sign]) => sign.trim() !== '');
  const squeezed = signs.map(([sign]) => sign).join('');
  let at = 0;
  return pieces.map((piece) => {
    const own = shownSigns(piece.text);
    const wanted = own.map((index) => piece.text[index]).join('');
    const start = squeezed.startsWith(wanted, at) ? at : squeezed.indexOf(wanted, at);
    const sources: CharacterSource[] = Array.from(piece.text, () => undefined);
    while (sources.length < piece.text.length) sources.push(undefined);
    if (start === -1) return { ...piece, sources };
    at = start + wanted.length;
    for (const [order, index] of own.entries()) sources[index] = signs[start + order]?.[1];
    return { ...piece, sources };
  });
}

function comparedUnits(
  text: string,
  sources: readonly CharacterSource[],
): (readonly [string, CharacterSource])[] {
  return Array.from({ length: text.length }, (_, at) => [text.charAt(at), sources[at]] as const);
}

/** The UTF-16 offsets of what is to be seen: no white space, and nothing that only tells the cells of a row apart. */
function shownSigns(text: string): number[] {
  const signs: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === CELL) {
      at = text.indexOf('\t', at);
      continue;
    }
    if (text.charAt(at).trim() !== '') signs.push(at);
  }
  return signs;
}
