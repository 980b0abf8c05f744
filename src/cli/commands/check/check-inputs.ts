import { type Stats, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Configuration } from '../../../config/configuration.ts';
import { findConfiguration } from '../../../config/find-configuration.ts';
import { printable } from '../../../diagnostics/printable.ts';
import { UserError } from '../../../diagnostics/user-error.ts';
import { ioError } from '../../../disk/io-error.ts';
import { namedAsPrevious } from '../../../disk/named-as-previous.ts';
import type { PassedOver } from '../../../disk/passed-over.ts';
import { STANDARD_STREAM } from '../../../disk/plan-outputs.ts';
import { type Walk, walkFacts } from '../../../disk/walk.ts';
import { inputKey } from '../../distinct-paths.ts';

/** What is to be checked: facts files, and reports that are already written. */
export interface CheckInput {
  readonly path: string;
  readonly kind: 'facts' | 'finished';
  /** A folder's walk found it; nobody named it. */
  readonly isWalked?: boolean;
  /** Its path in that folder. */
  readonly within?: string;
}

export interface ReportsLeft {
  readonly folder: string;
  readonly count: number;
}

/** Documents beside the reports of a folder whose kinds cannot be read. */
export interface Unreadable {
  readonly folder: string;
  readonly files: readonly string[];
}

export interface CheckInputs {
  readonly inputs: readonly CheckInput[];
  /** Entries of folders that were not looked into, with their paths. */
  readonly passedOver: readonly PassedOver[];
  /** Finished reports that lie in a folder beside its facts files and were left alone. */
  readonly reportsLeft: readonly ReportsLeft[];
  readonly unreadable: readonly Unreadable[];
  /** What could not be looked into at all. */
  readonly failures: readonly UserError[];
}

/**
 * Finds what some paths name: each file once, in the order given, folders in the order of their names. Of a folder the facts files are taken;
 * where it has none, its finished reports, if they are wanted; or these alone. Facts files that `namesNone` tells of are not asked for their 上期.
 */
export async function collectInputs(
  paths: readonly string[],
  wanted: Wanted,
  namesNone: NamesNone = () => false,
): Promise<CheckInputs> {
  const inputs = new Map<string, CheckInput>();
  const passedOver: PassedOver[] = [];
  const reportsLeft: ReportsLeft[] = [];
  const unreadable: Unreadable[] = [];
  const failures: UserError[] = [];
  for (const path of paths) {
    try {
      const found = await collectFrom(path, wanted, namesNone);
      for (const input of found.inputs) {
        const key = inputKey(input.path);
        if (!inputs.has(key)) inputs.set(key, input);
      }
      passedOver.push(...found.passedOver);
      reportsLeft.push(...found.reportsLeft);
      unreadable.push(...found.unreadable);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      failures.push(error);
    }
  }
  return { inputs: [...inputs.values()], passedOver, reportsLeft, unreadable, failures };
}

/** Whether a facts file is known to name no other file. */
type NamesNone = (file: string) => boolean;

type Wanted = 'facts' | 'reports' | 'facts or reports';

type FoundInputs = Omit<CheckInputs, 'failures'>;

async function collectFrom(path: string, wanted: Wanted, namesNone: NamesNone): Promise<FoundInputs> {
  if (path === STANDARD_STREAM) return only({ path, kind: 'facts' });
  if (inputStats(path).isDirectory())
    return collectFolder(path, await findConfiguration(path), { wanted, namesNone });
  return only({ path, kind: isFinishedName(path) ? 'finished' : 'facts' });
}

function only(input: CheckInput): FoundInputs {
  return { inputs: [input], passedOver: [], reportsLeft: [], unreadable: [] };
}

function collectFolder(
  path: string,
  { folder, settings }: Configuration,
  { wanted, namesNone }: { readonly wanted: Wanted; readonly namesNone: NamesNone },
): FoundInputs {
  const walk = walkInputs(
    path,
    settings.exclude === undefined ? undefined : { folder, patterns: settings.exclude },
  );
  const takesBoth = wanted === 'facts or reports';
  const kind = wanted === 'reports' || (walk.files.length === 0 && takesBoth) ? 'finished' : 'facts';
  const files = kind === 'facts' ? walk.files : walk.reports;
  if (files.length === 0) throw nothingIn(path, walk, wanted);
  const count = kind === 'facts' && takesBoth ? walk.reports.length : 0;
  return {
    inputs: (kind === 'facts' ? withoutPrevious(path, files, namesNone) : files).map((file) => ({
      path: join(path, file),
      kind,
      isWalked: true,
      within: file,
    })),
    passedOver: walk.passedOver.map((entry) => ({ ...entry, path: join(path, entry.path) })),
    reportsLeft: count === 0 ? [] : [{ folder: path, count }],
    unreadable: kind === 'facts' ? [] : unreadableIn(path, walk),
  };
}

/** A file that another one names as its 上期 is no unit of the folder. */
function withoutPrevious(folder: string, files: readonly string[], namesNone: NamesNone): readonly string[] {
  const paths = files.map((file) => join(folder, file));
  const previous = namedAsPrevious(paths.filter((path) => !namesNone(path)));
  return previous.size === 0 ? files : files.filter((file) => !previous.has(join(folder, file)));
}

/** Of what is there a second time as a report that can be read, as 甲.pdf beside 甲.docx, nothing is said. */
function unreadableIn(folder: string, { reports, otherDocuments }: Walk): Unreadable[] {
  const read = new Set(reports.map(fileStem));
  const files = otherDocuments.filter((file) => !read.has(fileStem(file)));
  return files.length === 0 ? [] : [{ folder, files }];
}

function fileStem(file: string): string {
  return file.slice(0, -extname(file).length);
}

function nothingIn(path: string, { reports, otherDocuments }: Walk, wanted: Wanted): UserError {
  if (wanted === 'facts') {
    return new UserError(
      `${path} 中没有找到事实文件。`,
      `事实文件以 .yaml 或 .yml 结尾。${reports.length > 0 ? `那里有 ${reports.length} 份成文的报告，它们要用 report check 检查。` : ''}`,
    );
  }
  const isOther = otherDocuments.length > 0;
  return new UserError(
    wanted === 'reports'
      ? `${path} 中没有找到成文的报告。`
      : `${path} 中没有找到事实文件，也没有成文的报告。`,
    `${wanted === 'reports' ? '' : '事实文件以 .yaml 或 .yml 结尾，'}成文的报告以 .docx 或 .txt 结尾。${isOther ? `那里有${fileKindsCount(otherDocuments)}，用 Word 或 WPS 打开，另存为 .docx，再检查。` : ''}`,
  );
}

/** `夹 中另有2份.doc、1份.pdf没有检查：…` */
export function describeUnreadable({ folder, files }: Unreadable): string {
  return `${printable(folder)} 中另有${fileKindsCount(files)}没有检查：用 Word 或 WPS 打开，另存为 .docx，再检查。\n`;
}

/** `2份.doc、1份.pdf`, the most first. */
function fileKindsCount(files: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const file of files) {
    const ending = extname(file).toLowerCase();
    counts.set(ending, (counts.get(ending) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([ending, count]) => `${count}份${ending}`)
    .join('、');
}

function walkInputs(path: string, exclusion: Parameters<typeof walkFacts>[1]) {
  try {
    return walkFacts(path, exclusion);
  } catch (error) {
    throw error instanceof UserError ? error : ioError('读取', path, error);
  }
}

function inputStats(path: string): Stats {
  try {
    return statSync(path);
  } catch (error) {
    throw ioError('读取', path, error);
  }
}

/** By the ending: what a word processor makes, or plain text. The reader says so where it cannot read one. */
export function isFinishedName(path: string): boolean {
  return /\.(?:doc[xm]?|dot[xm]?|wps|wpt|txt|pdf|rtf|odt|ofd)$/i.test(path);
}

/** Whether a finished report is plain text, by its ending. */
export function isPlainText(path: string): boolean {
  return /\.txt$/i.test(path);
}
