import { diffArrays } from 'diff';
import { isScalar, type Scalar } from 'yaml';
import { writtenScalar } from '../exact/written.ts';
import { readScalarText, type ScalarPiece, type WrittenScalar } from '../scalar-text.ts';
import type { Splice } from './splice.ts';
import type { YamlNode } from './yaml-tree.ts';

/**
 * The splices that change what a scalar says character by character, so that its quotes, its line breaks and whatever did not change stay.
 * Undefined where its style cannot say the new text so. Whoever applies them reads the outcome again.
 */
export function scalarSplices(
  source: string,
  node: YamlNode,
  value: string,
  lineEnd: string,
): readonly Splice[] | undefined {
  const written = isScalar(node) ? writtenScalar(node as Scalar, source) : undefined;
  if (written === undefined) return undefined;
  const { text, pieces } = readScalarText(source, written);
  if (text === '' || value === '') return undefined;
  const splices: Splice[] = [];
  for (const hunk of hunksOf(text, value)) {
    const insertion = writeInStyle(hunk.text, written, lineEnd);
    if (insertion === undefined) return undefined;
    const start = hunk.start === hunk.end ? endBefore(pieces, hunk.start) : fileOffset(pieces, hunk.start);
    const end = hunk.start === hunk.end ? start : endBefore(pieces, hunk.end);
    splices.push({ start, end, text: insertion });
  }
  return splices;
}

/** What changed between two texts, in offsets of the first; neighbours one character apart are one. */
function hunksOf(before: string, after: string): Splice[] {
  const hunks: Splice[] = [];
  let at = 0;
  for (const { added, removed, value } of diffArrays([...before], [...after])) {
    const text = value.join('');
    const last = hunks.at(-1);
    if (!added && !removed) {
      at += text.length;
      continue;
    }
    const isNext = last !== undefined && last.end === at;
    const end = removed ? at + text.length : at;
    if (isNext) hunks[hunks.length - 1] = { start: last.start, end, text: last.text + (added ? text : '') };
    else hunks.push({ start: at, end, text: added ? text : '' });
    at = end;
  }
  return hunks;
}

/** Where the file says the character at `offset`. */
function fileOffset(pieces: readonly ScalarPiece[], offset: number): number {
  const piece = pieces.find(({ at, length }) => offset < at + length) ?? pieces.at(-1);
  if (piece === undefined) return 0;
  return isCopy(piece) ? piece.from + (offset - piece.at) : piece.from;
}

/** Where in the file the character before `offset` ends. */
function endBefore(pieces: readonly ScalarPiece[], offset: number): number {
  if (offset === 0) return pieces[0]?.from ?? 0;
  const piece = pieces.find(({ at, length }) => offset <= at + length) ?? pieces.at(-1);
  if (piece === undefined) return 0;
  return isCopy(piece) ? piece.from + (offset - piece.at) : piece.from + piece.writtenLength;
}

function isCopy({ length, writtenLength }: ScalarPiece): boolean {
  return length === writtenLength;
}

/** A piece of text as it is written inside a scalar of this style. */
function writeInStyle(
  text: string,
  { style, indent = 0 }: WrittenScalar,
  lineEnd: string,
): string | undefined {
  if (style === 'double') return JSON.stringify(text).slice(1, -1);
  if (style === 'literal') return text.replaceAll('\n', lineEnd + ' '.repeat(indent));
  if (style === 'folded') return text.replaceAll('\n', lineEnd + lineEnd + ' '.repeat(indent));
  if (text.includes('\n')) return undefined;
  return style === 'single' ? text.replaceAll("'", "''") : text;
}
