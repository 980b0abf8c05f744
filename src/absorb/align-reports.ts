import { type Aligned, alignPieces, likenessOf } from './align-pieces.ts';
import type { CharacterSource, ReportPiece, SourcedPiece } from './piece.ts';

/** Two reports with their pieces side by side; pieces that are one in the other report are one in both, with a line break where they were cut. */
export interface AlignedReports {
  readonly before: readonly SourcedPiece[];
  readonly after: readonly ReportPiece[];
  readonly aligned: readonly Aligned[];
}

/** Aligns a report that was built with an edited one: a paragraph that was cut in two, or two that were joined, are found too. */
export function alignReports(before: readonly SourcedPiece[], after: readonly ReportPiece[]): AlignedReports {
  const first = alignPieces(before, after);
  const cuts = cutsIn(first, before, after);
  const joins = cutsIn(first.map(turned), after, before);
  if (cuts.size === 0 && joins.size === 0) return { before, after, aligned: first };
  const one = joinedPieces(before, joins, joinSourced);
  const other = joinedPieces(after, cuts, joinPlain);
  return { before: one, after: other, aligned: alignPieces(one, other) };
}

function turned({ before, after }: Aligned): Aligned {
  return { ...(after !== undefined && { before: after }), ...(before !== undefined && { after: before }) };
}

/** The pieces of the second report that go on with the one before them, where both together are a piece of the first. */
function cutsIn(
  aligned: readonly Aligned[],
  before: readonly ReportPiece[],
  after: readonly ReportPiece[],
): ReadonlySet<number> {
  const mates = new Map(
    aligned.flatMap((pair) =>
      pair.before === undefined || pair.after === undefined ? [] : [[pair.after, pair.before] as const],
    ),
  );
  const cuts = new Set<number>();
  for (const { before: gone, after: at } of aligned) {
    if (gone !== undefined || at === undefined || cuts.has(at)) continue;
    // With the piece before it, or with the one after it.
    for (const second of [at, at + 1]) {
      const [one, other] = [after[second - 1], after[second]];
      const whole = before[mates.get(second === at ? at - 1 : at + 1) ?? -1];
      const paired = second === at ? one : other;
      if (one === undefined || other === undefined || whole === undefined || paired === undefined) continue;
      if (!canJoin(one, other) || whole.text === paired.text) continue;
      if (likenessOf(whole, joinPlain(one, other)) > likenessOf(whole, paired) + BETTER) cuts.add(second);
      if (cuts.has(second)) break;
    }
  }
  return cuts;
}

/** How much more of the whole two pieces are together. */
const BETTER = 0.04;

function canJoin(one: ReportPiece, other: ReportPiece): boolean {
  return (
    one.kind === 'paragraph' &&
    other.kind === 'paragraph' &&
    other.mark === 'none' &&
    one.role !== 'note' &&
    other.role !== 'note'
  );
}

function joinedPieces<P extends ReportPiece>(
  pieces: readonly P[],
  cuts: ReadonlySet<number>,
  join: (one: P, other: P) => P,
): P[] {
  const all: P[] = [];
  for (const [at, piece] of pieces.entries()) {
    const last = all.at(-1);
    if (last !== undefined && cuts.has(at)) all[all.length - 1] = join(last, piece);
    else all.push(piece);
  }
  return all;
}

function joinPlain(one: ReportPiece, other: ReportPiece): ReportPiece {
  return { ...one, text: `${one.text}\n${other.text}` };
}

/** The line break is the fact's, where both pieces are of one text. */
function joinSourced(one: SourcedPiece, other: SourcedPiece): SourcedPiece {
  const last = one.sources.findLast((source) => source?.kind === 'text');
  const next = other.sources.find((source) => source?.kind === 'text');
  const isOne =
    last?.kind === 'text' && next?.kind === 'text' && last.path === next.path && next.offset > last.offset;
  const mark: CharacterSource = isOne
    ? { kind: 'text', path: last.path, offset: next.offset - 1 }
    : undefined;
  return { ...joinPlain(one, other), sources: [...one.sources, mark, ...other.sources] };
}
