import { jsonText } from '../diagnostics/json-text.ts';
import { printable } from '../diagnostics/printable.ts';
import { UserError } from '../diagnostics/user-error.ts';
import { editFacts } from '../disk/edit-facts.ts';
import { showFixes } from '../judge/show-fixes.ts';
import { hideIdentities, type TakenFacts, type TakeProblem } from '../use/take-facts.ts';
import { EXIT } from './terminal/exit-code.ts';
import { printUserError } from './terminal/explain-failure.ts';
import { type FindingsOptions, isForPeople } from './terminal/findings-options.ts';
import { printNotice, printResult } from './terminal/streams.ts';

/** What one facts file takes over, and what not. */
export interface TakenFile {
  readonly file: string;
  /** Absent where nothing is to be written. */
  readonly taken?: TakenFacts;
  readonly changes: readonly TakenChange[];
  readonly problems: readonly TakeProblem[];
  /** Whether the problems are about single rows; else nothing of the file is written. */
  readonly isWhole: boolean;
  /** What was filled in and belongs to nothing. */
  readonly leftOut: readonly string[];
  readonly notes: readonly string[];
}

/** What a use took over into a facts file. */
export interface Taking extends Omit<TakenFile, 'isWhole' | 'leftOut' | 'notes'> {
  /** Rows that are told and not taken. */
  readonly undecided: readonly TakeProblem[];
  readonly unmatched: readonly string[];
  readonly notes?: readonly string[];
}

export function takenFile({ undecided, unmatched, notes = [], problems, ...taking }: Taking): TakenFile {
  return {
    ...taking,
    problems: [...problems, ...undecided],
    isWhole: problems.length === 0,
    leftOut: unmatched,
    notes,
  };
}

interface TakenChange {
  readonly path: string;
  /** For people: 措施“…”的状态. */
  readonly what: string;
  readonly before: string;
  readonly after: string;
  readonly place: string;
}

export interface Takings {
  readonly takings: readonly TakenFile[];
  /** Of what came back as a whole. */
  readonly problems: readonly TakeProblem[];
  readonly notes: readonly string[];
}

export interface DeliverFlags extends Pick<FindingsOptions, 'format' | 'quiet'> {
  /** Show what would change, change nothing. */
  readonly isDryRun: boolean;
}

/** Writes each facts file whole or not at all, or shows how it would, and says what was taken over and what not; the exit status. */
export function deliverTaken({ takings, problems, notes }: Takings, flags: DeliverFlags): number {
  const written = takings.map((taking) => ({
    taking,
    failure: flags.isDryRun ? undefined : writeTaken(taking),
  }));
  const failures = written.flatMap(({ failure }) => failure ?? []);
  const all = [...problems, ...takings.flatMap((each) => each.problems)];
  for (const { message, hint } of all) printUserError(new UserError(hidden(`${message}。`), hint));
  for (const failure of failures) printUserError(failure);
  if (isForPeople(flags)) {
    for (const { taking, failure } of written) tellTaken(taking, failure === undefined, flags);
    if (problems.length === 0 && !flags.quiet) tellUntouched(takings);
  } else printResult(hidden(jsonText(takenJson(written, { problems, notes }, flags))));
  if (!flags.quiet) for (const note of notes) printNotice(`${hidden(printable(note))}\n`);
  const isLacking = all.length > 0 || takings.some(({ leftOut }) => leftOut.length > 0);
  return failures.length > 0 ? EXIT.usage : isLacking ? EXIT.findings : EXIT.done;
}

const hidden = hideIdentities;

function isChanged({ taken }: TakenFile): boolean {
  return taken !== undefined && taken.after !== taken.before;
}

/** Why the file could not be written; undefined where it was, or had not to be. */
function writeTaken(taking: TakenFile): UserError | undefined {
  const { taken, file } = taking;
  if (taken === undefined || !isChanged(taking)) return undefined;
  try {
    editFacts(file, taken.source, taken.bytes);
    return undefined;
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

function tellTaken(taking: TakenFile, isDone: boolean, { isDryRun, quiet = false }: DeliverFlags): void {
  const { file, taken, changes, isWhole, leftOut, notes } = taking;
  const name = printable(file);
  for (const line of leftOut) printNotice(`没有收回：${hidden(printable(line))}。\n`);
  if (!quiet) for (const line of notes) printNotice(`${hidden(printable(line))}\n`);
  if (!isWhole) printNotice(`没有改写 ${name}：上面的问题改好以后再收回一次，这个文件一处也没有动。\n`);
  if (taken === undefined || !isChanged(taking)) return;
  if (!isDone) return;
  if (!quiet) {
    printResult(`${isDryRun ? '会收回' : '已收回'} ${name}：${changes.length} 处\n`);
    for (const change of changes) printResult(hidden(`  ${describeTakenChange(change)}\n`));
  }
  if (!quiet) {
    for (const { message, hint } of taken.contradictions)
      printNotice(hidden(`收回以后，report check 会指出：${printable(message)}。\n  ${printable(hint)}\n`));
  }
  if (isDryRun) printResult(hidden(showFixes(file, { ...taken, counts: new Map() })));
}

/** Of a county's many files those that nobody filled in anything for are counted. */
function tellUntouched(takings: readonly TakenFile[]): void {
  const untouched = takings.filter(
    (taking) => !isChanged(taking) && taking.problems.length + taking.leftOut.length === 0,
  );
  if (untouched.length > MOST_NAMED_FILES) {
    printResult(`另有 ${untouched.length} 个文件没有要收回的。\n`);
    return;
  }
  for (const { file } of untouched) printResult(`${printable(file)}：没有要收回的。\n`);
}

const MOST_NAMED_FILES = 5;

function describeTakenChange({ what, before, after, place }: TakenChange): string {
  const from = before === '' ? '' : `${short(before)} → `;
  return printable(`${what}：${from}${short(after)}（${place}）`);
}

/** Characters of a value that a line of the listing shows. */
const LONGEST_TAKEN = 30;

function short(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  return line.length > LONGEST_TAKEN ? `${line.slice(0, LONGEST_TAKEN)}…` : line;
}

function takenJson(
  written: readonly { readonly taking: TakenFile; readonly failure: UserError | undefined }[],
  { problems, notes }: Pick<Takings, 'problems' | 'notes'>,
  { isDryRun }: DeliverFlags,
): unknown {
  return {
    version: 1,
    files: written.map(({ taking, failure }) => ({
      file: taking.file,
      written: !isDryRun && failure === undefined && isChanged(taking),
      changes: isChanged(taking)
        ? taking.changes.map(({ path, before, after, place }) => ({ path, before, after, from: place }))
        : [],
      problems: taking.problems,
      contradictions: taking.taken?.contradictions ?? [],
      leftOut: taking.leftOut,
      notes: taking.notes,
    })),
    problems,
    notes,
  };
}
