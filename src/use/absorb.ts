import { finishedPieces } from '../absorb/finished-pieces.ts';
import type { Conflict } from '../absorb/gather-edits.ts';
import type { ReportPiece } from '../absorb/piece.ts';
import { isOfOtherUnit, LEAST_RECOGNISED, recognisedShare } from '../absorb/recognise-report.ts';
import { tellSides } from '../absorb/three-sides.ts';
import { recogniseOwn } from '../bytes/recognise.ts';
import { fail, type Outcome, succeed } from '../diagnostics/outcome.ts';
import { readFinished } from '../document/read-finished.ts';
import type { Source } from '../facts/source.ts';
import type { RenderOptions } from './build.ts';
import { type PrintedReport, printWithSources } from './print-with-sources.ts';
import { type Absorbed, type ProposalWork, takeProposals } from './take-proposals.ts';

export type { Absorbed } from './take-proposals.ts';

export interface AbsorbOptions extends RenderOptions {
  /** The report, or the facts, as they were before somebody edited the report: tells which side changed what. */
  readonly base?: Source | undefined;
  /** The report is older than the facts as they are: if it carries its fingerprint, what differs the facts changed. */
  readonly isOlder?: boolean | undefined;
  /** Facts paths, in either language, that are left as they are. */
  readonly skip?: readonly string[] | undefined;
}

/** Why nothing is taken back. */
export type AbsorbRefusal =
  | { readonly why: 'other-report'; readonly share: number }
  | { readonly why: 'other-unit'; readonly unit: string }
  | { readonly why: 'conflict'; readonly conflicts: readonly Conflict[] };

/**
 * Holds an edited report against the one that its facts give today, and takes into the facts what they can say of the difference. Nothing is
 * written. After it, the facts build into the edited report's words, apart from the changes that say that they are not taken.
 */
export async function absorbReport(
  edited: Source,
  source: Source,
  options: AbsorbOptions,
): Promise<Outcome<Absorbed | AbsorbRefusal>> {
  const { value: finished, diagnostics: unread } = readFinished(edited.file, edited.bytes);
  if (finished === undefined) return fail(unread);
  const format: ProposalWork['format'] = finished.word === undefined ? 'txt' : 'docx';
  const built = await printWithSources(source, options, format);
  if (built.value === undefined) return fail([...unread, ...built.diagnostics]);
  const pieces = finishedPieces(finished);
  const refusal = refuseEdited(built.value, pieces);
  if (refusal !== undefined) return succeed(refusal, unread);
  const origin = await reportOrigin(edited, pieces, options, format);
  if (origin.value === undefined && origin.diagnostics.length > 0) return fail(origin.diagnostics);
  const sides = origin.value && tellSides(built.value.pieces, pieces, origin.value);
  const taken = await takeProposals({
    finished,
    pieces: sides?.edited ?? pieces,
    source,
    options,
    skip: options.skip ?? [],
    format,
    base: built.value,
    sides,
  });
  return succeed('changes' in taken ? taken : { why: 'conflict', conflicts: taken }, unread);
}

/**
 * The report as it was before somebody edited it, as far as that is known: the one that was given, or made of the facts that were; or the
 * edited one itself, where it was made before the facts changed and its fingerprint says that nobody touched it since. (One that was set anew
 * says so in its fingerprint: somebody may have edited what it was made of.)
 */
async function reportOrigin(
  edited: Source,
  pieces: readonly ReportPiece[],
  { base, isOlder = false, ...options }: AbsorbOptions,
  format: 'docx' | 'txt',
): Promise<Outcome<readonly ReportPiece[]>> {
  if (base === undefined) {
    const standing = isOlder ? recogniseOwn(edited.bytes) : undefined;
    return standing === 'final' || standing === 'draft' ? succeed(pieces) : fail([]);
  }
  if (/\.ya?ml$/i.test(base.file)) {
    const { value, diagnostics } = await printWithSources(base, options, format);
    return value === undefined ? fail(diagnostics) : succeed(value.pieces);
  }
  const { value, diagnostics } = readFinished(base.file, base.bytes);
  return value === undefined ? fail(diagnostics) : succeed(finishedPieces(value));
}

function refuseEdited(
  { reading, pieces }: PrintedReport,
  edited: readonly ReportPiece[],
): AbsorbRefusal | undefined {
  const unit = reading.facts.unit?.name;
  if (unit !== undefined && isOfOtherUnit(unit, pieces, edited)) return { why: 'other-unit', unit };
  const share = recognisedShare(pieces, edited);
  return share < LEAST_RECOGNISED ? { why: 'other-report', share } : undefined;
}
