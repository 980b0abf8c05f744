import { type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Configuration } from '../../config/configuration.ts';
import { findConfiguration } from '../../config/find-configuration.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { ioError } from '../../disk/io-error.ts';
import type { PassedOver } from '../../disk/passed-over.ts';
import { STANDARD_STREAM } from '../../disk/plan-outputs.ts';
import { walkFacts } from '../../disk/walk.ts';
import { inputKey } from '../distinct-paths.ts';

/** What is to be checked: facts files, and reports that are already written. */
export interface CheckInput {
  readonly path: string;
  readonly kind: 'facts' | 'finished';
  /** A folder's walk found it; nobody named it. */
  readonly isWalked?: boolean;
}

export interface CheckInputs {
  readonly inputs: readonly CheckInput[];
  /** Entries of folders that were not looked into, with their paths. */
  readonly passedOver: readonly PassedOver[];
  /** What could not be looked into at all. */
  readonly failures: readonly UserError[];
}

/** Finds what some paths name: each file once, in the order given, folders in the order of their names. */
export async function collectInputs(paths: readonly string[]): Promise<CheckInputs> {
  const inputs = new Map<string, CheckInput>();
  const passedOver: PassedOver[] = [];
  const failures: UserError[] = [];
  for (const path of paths) {
    try {
      const found = await collect(path);
      for (const input of found.inputs) {
        const key = inputKey(input.path);
        if (!inputs.has(key)) inputs.set(key, input);
      }
      passedOver.push(...found.passedOver);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      failures.push(error);
    }
  }
  return { inputs: [...inputs.values()], passedOver, failures };
}

async function collect(path: string): Promise<Omit<CheckInputs, 'failures'>> {
  if (path === STANDARD_STREAM) return { inputs: [{ path, kind: 'facts' }], passedOver: [] };
  if (statOf(path).isDirectory()) return collectFolder(path, await findConfiguration(path));
  return { inputs: [{ path, kind: isFinishedName(path) ? 'finished' : 'facts' }], passedOver: [] };
}

function collectFolder(path: string, { folder, settings }: Configuration): Omit<CheckInputs, 'failures'> {
  const walk = walkFolder(
    path,
    settings.exclude === undefined ? undefined : { folder, patterns: settings.exclude },
  );
  if (walk.files.length === 0) {
    throw new UserError(
      `${path} 中没有找到事实文件。`,
      '事实文件以 .yaml 或 .yml 结尾。要检查成文的报告，请直接写出文件名，如 report check 报告/*.docx。',
    );
  }
  return {
    inputs: walk.files.map((file) => ({ path: join(path, file), kind: 'facts', isWalked: true })),
    passedOver: walk.passedOver.map((entry) => ({ ...entry, path: join(path, entry.path) })),
  };
}

function walkFolder(path: string, exclusion: Parameters<typeof walkFacts>[1]) {
  try {
    return walkFacts(path, exclusion);
  } catch (error) {
    throw error instanceof UserError ? error : ioError('读取', path, error);
  }
}

function statOf(path: string): Stats {
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
