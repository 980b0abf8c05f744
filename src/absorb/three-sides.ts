import { alignPieces } from './align-pieces.ts';
import { type Difference, differencesOf } from './differences.ts';
import { cellsOf, type ReportPiece, type SourcedPiece } from './piece.ts';
import { type Hunk, tokenHunks } from './token-hunks.ts';

/** What the facts changed since a report was made, and the edited report as it would be if it had been made of the facts of today. */
export interface SidesTold {
  /** The edited report's pieces with the facts' changes in them: what still differs somebody changed in the report. */
  readonly edited: readonly ReportPiece[];
  readonly byFacts: readonly Difference[];
  /** Places that both sides changed, each otherwise: as the report has them. */
  readonly byBoth: readonly Difference[];
}

/** Tells from the report as it was made (`origin`) which of the differences between today's report and the edited one are whose. */
export function tellSides(
  today: readonly SourcedPiece[],
  edited: readonly ReportPiece[],
  origin: readonly ReportPiece[],
): SidesTold {
  const toEdited = new Map(alignedPairs(origin, edited));
  const toToday = new Map(alignedPairs(origin, today));
  const fromEdited = new Map([...toEdited].map(([from, to]) => [to, from]));
  const kept = new Set(toToday.values());
  const pieces: ReportPiece[] = [];
  const byBoth: Difference[] = [];
  let next = 0;
  /** What the facts have more than the report was made of goes in after what comes before it. */
  const addUpTo = (index: number) => {
    for (; next < index; next++) if (!kept.has(next)) pieces.push(today[next] as ReportPiece);
  };
  for (const [at, piece] of edited.entries()) {
    const from = fromEdited.get(at);
    const now = from === undefined ? undefined : toToday.get(from);
    if (from !== undefined && now !== undefined) addUpTo(now);
    if (now !== undefined) next = Math.max(next, now + 1);
    const made = from === undefined ? undefined : origin[from];
    const current = now === undefined ? undefined : today[now];
    if (made === undefined) pieces.push(piece);
    else if (current === undefined) {
      // The facts have it no more: gone, unless somebody changed it in the report.
      if (made.text !== piece.text) pieces.push(piece);
    } else {
      const { text, isBoth } = mergePieces(made, piece, current);
      pieces.push({ ...piece, text });
      if (isBoth) byBoth.push(...differencesOf([current], [piece]));
    }
  }
  addUpTo(today.length);
  const asMade: SourcedPiece[] = today.map((piece) => piece);
  const byFacts = differencesOf(asMade, origin).filter(({ isLayout }) => !isLayout);
  return { edited: pieces, byFacts, byBoth };
}

function alignedPairs(
  before: readonly ReportPiece[],
  after: readonly ReportPiece[],
): (readonly [number, number])[] {
  return alignPieces(before, after).flatMap((pair) =>
    pair.before === undefined || pair.after === undefined ? [] : [[pair.before, pair.after] as const],
  );
}

interface Merged {
  readonly text: string;
  readonly isBoth: boolean;
}

function mergePieces(made: ReportPiece, edited: ReportPiece, today: ReportPiece): Merged {
  if (made.kind === 'paragraph') return mergeTexts(made.text, edited.text, today.text);
  const [one, other, now] = [cellsOf(made), cellsOf(edited), cellsOf(today)];
  let text = '';
  let isBoth = false;
  for (const column of new Set([...now.keys(), ...other.keys()])) {
    const cell = (piece: ReportPiece, cells: ReturnType<typeof cellsOf>) =>
      piece.text.slice(...(cells.get(column) ?? [0, 0]));
    const merged = mergeTexts(cell(made, one), cell(edited, other), cell(today, now));
    isBoth ||= merged.isBoth;
    text += `\u0001${column}\t${merged.text}`;
  }
  return { text, isBoth };
}

/** Both sides' changes of one text; where they touch the same words, the report's stand. */
function mergeTexts(made: string, edited: string, today: string): Merged {
  if (made === today || edited === today) return { text: edited, isBoth: false };
  if (made === edited) return { text: today, isBoth: false };
  const byHand = tokenHunks(made, edited);
  const touches = (hunk: Hunk) => byHand.some((other) => hunk.start <= other.end && other.start <= hunk.end);
  const byFacts = tokenHunks(made, today);
  const hunks = [...byHand, ...byFacts.filter((hunk) => !touches(hunk))].toSorted(
    (a, b) => a.start - b.start,
  );
  let text = '';
  let done = 0;
  for (const hunk of hunks) {
    text += made.slice(done, hunk.start) + hunk.text;
    done = hunk.end;
  }
  const isBoth = byFacts.some((hunk) => touches(hunk) && !byHand.some((other) => isSameHunk(hunk, other)));
  return { text: text + made.slice(done), isBoth };
}

function isSameHunk(one: Hunk, other: Hunk): boolean {
  return one.start === other.start && one.end === other.end && one.text === other.text;
}
