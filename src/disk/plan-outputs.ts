import { basename, dirname, join, resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { UserError } from '../diagnostics/user-error.ts';
import { leadsToFolder } from './walk.ts';

/** Standard input as an input, standard output as an output. */
export const STANDARD_STREAM = '-';

/** Where the report of one facts file goes; both may be `-`. */
export interface PlannedOutput {
  readonly input: string;
  readonly output: string;
}

export interface OutputTarget {
  /** `-o`: a file for one input; a folder if it exists as one, ends in a slash, or there are several inputs. */
  readonly target?: string | undefined;
  /** Where reports go without `-o`, as a folder; beside its facts file if absent. */
  readonly folderOf?: (input: string) => string | undefined;
  /** What a facts file's name gets in place of its own ending, as `reportEnding` has it. */
  readonly ending: string;
}

/** How the names of reports end where nobody names them: `.docx`, and of drafts `-草稿.docx`, so that none takes a report's place. */
export function reportEnding(extension: string, isDraft: boolean): string {
  return `${isDraft ? '-草稿' : ''}.${extension}`;
}

/** Decides where every report goes, before anything is built. UserError where there is no place for one. */
export function planOutputs(inputs: readonly string[], options: OutputTarget): PlannedOutput[] {
  const { target } = options;
  const isFolder = target !== undefined && target !== STANDARD_STREAM && meansFolder(target, inputs.length);
  if (target === STANDARD_STREAM && inputs.length > 1) {
    throw new UserError('-o - 只能用于一个输入文件。', '请用 -o 指定一个文件夹。');
  }
  return inputs.map((input) => ({ input, output: plannedOutput(input, isFolder, options) }));
}

/** Whether `-o` names a folder. */
export function meansFolder(target: string, inputs: number): boolean {
  return inputs > 1 || /[/\\]$/.test(target) || leadsToFolder(target);
}

/** The outputs that two inputs would share, one diagnostic for each input after the first. */
export function findDuplicateOutputs(plan: readonly PlannedOutput[]): Diagnostic[] {
  const first = new Map<string, PlannedOutput>();
  return plan.flatMap((planned) => {
    if (planned.output === STANDARD_STREAM) return [];
    const key = sameFileKey(planned.output);
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, planned);
    return earlier === undefined ? [] : [duplicateDiagnostic(planned, earlier)];
  });
}

function plannedOutput(input: string, isFolder: boolean, { target, folderOf, ending }: OutputTarget): string {
  if (target !== undefined && !isFolder) return target;
  if (input === STANDARD_STREAM) {
    if (target === undefined) return STANDARD_STREAM;
    throw new UserError(
      '从标准输入读取时没有文件名，不能只指定输出文件夹。',
      '请用 -o 指定一个文件，例如 -o 报告.docx。',
    );
  }
  const folder = target ?? folderOf?.(input) ?? dirname(input);
  return join(folder, nameWithoutEnding(basename(input)) + ending);
}

function nameWithoutEnding(name: string): string {
  return name.replace(/(?<=.)\.(?:ya?ml|json|txt)$/i, '');
}

/** File systems that do not tell 大小写 apart would lose one of two names. */
function sameFileKey(path: string): string {
  const full = resolve(path).normalize('NFC');
  return process.platform === 'linux' ? full : full.toLowerCase();
}

function duplicateDiagnostic(planned: PlannedOutput, earlier: PlannedOutput): Diagnostic {
  const start = { line: 1, column: 1 };
  return {
    rule: 'duplicate-output',
    severity: 'error',
    message: `${planned.input} 与 ${earlier.input} 会生成同一个文件 ${planned.output}`,
    file: planned.input,
    path: '',
    start,
    end: start,
    hint: '请给其中一个改名，或分开生成、用 -o 指定不同的位置。',
    related: [{ message: '先占用这个输出文件的输入', file: earlier.input, start, end: start }],
  };
}
