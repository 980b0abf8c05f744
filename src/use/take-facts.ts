import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { encodeLike } from '../document/encode-like.ts';
import { decodeFacts } from '../facts/decode-text.ts';
import { editFactsText } from '../facts/edit/edit-facts-text.ts';
import type { FactEdit } from '../facts/edit/fact-edit.ts';
import { chinesePath, isWithin } from '../facts/fact-path.ts';
import type { Source } from '../facts/source.ts';
import { hideIdentityCards } from '../prose/identity-card.ts';
import { type CheckOptions, checkReport } from './build.ts';

/** A fact that is to say what a cell of a spreadsheet says. */
export interface CellChange {
  /** `measures.3.evidence` */
  readonly path: string;
  readonly edits: readonly FactEdit[];
  /** `台账.xlsx「整改台账」J5` */
  readonly place: string;
}

/** Why something is not taken over: what was seen where, and what to do. */
export interface TakeProblem {
  readonly message: string;
  readonly hint: string;
}

/** A facts file with what it took over; the same text and bytes where that was nothing. */
export interface TakenFacts {
  readonly before: string;
  readonly after: string;
  /** What the file was read as, and what it is to be. */
  readonly source: Uint8Array;
  readonly bytes: Uint8Array;
  /** What a check will find wrong that was not wrong before: what was filled in contradicts what the file says. */
  readonly contradictions: readonly TakeProblem[];
}

/**
 * Takes changes over into a facts file's text, comments and layout kept: all of them or none. Refused where one has no place in the file, or where
 * the file could then not be read as it can now. Facts that contradict each other are taken and told: they are what people say, and often the
 * report's own date is what has to follow.
 */
export async function takeIntoFacts(
  source: Source,
  changes: readonly CellChange[],
  options: CheckOptions,
): Promise<TakenFacts | readonly TakeProblem[]> {
  const { text: before } = decodeFacts(source.bytes);
  const unplaced = (change: CellChange): TakeProblem => ({
    message: `${change.place} 的内容写不进 ${source.file}：那里“${chinesePath(change.path)}”的写法比较特别`,
    hint: '请直接在事实文件里改这一处。',
  });
  const { text: after, refused } = editFactsText(
    before,
    changes.flatMap(({ edits }) => edits),
  );
  if (refused.length > 0) {
    return changes.filter(({ edits }) => edits.some((edit) => refused.includes(edit))).map(unplaced);
  }
  const bytes = after === before ? source.bytes : encodeLike(after, { text: before, bytes: source.bytes });
  if (bytes === undefined) return [cannotEncode(source)];
  const worse = await errorsOfTaking(source, { ...source, bytes }, options);
  const refusing = worse.filter(({ rule }) => SPOILS_TAKING.has(rule));
  if (refusing.length > 0) return refusing.map((error) => explainAtCell(error, changes));
  const contradictions = worse.map((error) => explainAtCell(error, changes));
  return { before, after, source: source.bytes, bytes, contradictions };
}

function cannotEncode({ file }: Source): TakeProblem {
  return {
    message: `${file} 的编码（GB18030）存不下要写的字`,
    hint: '在记事本里“另存为”，编码选 UTF-8，再试一次。',
  };
}

/** Rules that find what was not read, names nothing, or must not be in a facts file. */
const SPOILS_TAKING = new Set([
  'yaml-syntax',
  'schema',
  'lossy-value',
  'text-encoding',
  'illegal-character',
  'unknown-reference',
  'sensitive-data',
]);

/** The errors of a file that were not there before it was changed. */
async function errorsOfTaking(
  before: Source,
  after: Source,
  options: CheckOptions,
): Promise<readonly Diagnostic[]> {
  const known = new Set((await factsErrors(before, options)).map(takenKey));
  return (await factsErrors(after, options)).filter((error) => !known.has(takenKey(error)));
}

async function factsErrors(source: Source, options: CheckOptions): Promise<readonly Diagnostic[]> {
  const { diagnostics } = await checkReport(source, options);
  return diagnostics.filter(({ severity }) => severity === 'error');
}

function takenKey({ rule, path, message }: Diagnostic): string {
  return `${rule}\n${path ?? message}`;
}

/** At the cell that it comes of, where one can be told. */
function explainAtCell(
  { message, hint, path = '', rule }: Diagnostic,
  changes: readonly CellChange[],
): TakeProblem {
  const cause =
    changes.find((change) => path !== '' && isWithin(path, change.path)) ??
    changes.find((change) => path !== '' && itemPath(change.path) === itemPath(path));
  const place = cause === undefined ? '' : `${cause.place} `;
  return { message: `${place}${message} [${rule}]`, hint };
}

/** `measures.3` of `measures.3.status` */
function itemPath(path: string): string {
  return path.split('.').slice(0, 2).join('.');
}

/** What is said of a taking, without an identity number that is in a cell or a facts file. */
export function hideIdentities(text: string): string {
  return hideIdentityCards(text);
}
