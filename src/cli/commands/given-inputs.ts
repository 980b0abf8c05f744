import { dirname, extname, resolve } from 'node:path';
import { fileKindOf } from '../../bytes/file-kind.ts';
import type { Outcome } from '../../diagnostics/outcome.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { CONTRACTS, readOutside } from '../../disk/read-outside.ts';
import type { InitBase } from '../../use/init-from.ts';
import { tellProblem } from './tell.ts';

/** What `--from` names: rosters by their paths as they were given, and what is a text. */
export interface GivenInputs {
  readonly rosters: readonly string[];
  readonly bases: readonly { readonly path: string; readonly kind: 'report' | 'facts' }[];
}

/** Tells by names, and where they do not tell by the bytes, what each input is. Facts files come before reports: they say more. */
export function sortInputs(from: readonly string[]): GivenInputs {
  const inputs = from.map((path) => ({ path, kind: inputKind(path) }));
  const facts = inputs.flatMap(({ path, kind }) => (kind === 'facts' ? [{ path, kind }] : []));
  const reports = inputs.flatMap(({ path, kind }) => (kind === 'report' ? [{ path, kind }] : []));
  const rosters = inputs.flatMap(({ path, kind }) => (kind === 'roster' ? [path] : []));
  return { rosters, bases: [...facts, ...reports] };
}

function inputKind(path: string): 'roster' | 'report' | 'facts' {
  const ending = extname(path).toLowerCase();
  if (ROSTERS.has(ending)) return 'roster';
  if (REPORT_ENDINGS.has(ending)) return 'report';
  if (FACTS.has(ending)) return 'facts';
  const kind = fileKindOf(readOutside(path, CONTRACTS.finished));
  return ['word', 'old-word', 'text', 'pdf', 'rtf', 'html'].includes(kind) ? 'report' : 'roster';
}

const ROSTERS: ReadonlySet<string> = new Set(['.xlsx', '.xlsm', '.csv', '.xls', '.et', '.ods']);
const FACTS: ReadonlySet<string> = new Set(['.yaml', '.yml']);
const REPORT_ENDINGS: ReadonlySet<string> = new Set([
  ...['.docx', '.docm', '.dotx', '.dotm', '.txt', '.doc', '.wps', '.wpt', '.rtf', '.pdf', '.odt', '.ofd'],
]);

/** What the inputs say that are texts; undefined where one cannot be read, which is said. */
export async function readBases(
  { bases }: GivenInputs,
  target: string,
): Promise<readonly InitBase[] | undefined> {
  const read: InitBase[] = [];
  for (const { path, kind } of bases) {
    const { value, diagnostics } = await (kind === 'facts'
      ? readFactsFile(path, target)
      : readReportFile(path));
    for (const { severity, message, hint, start } of diagnostics) {
      const place = kind === 'facts' ? `${path}:${start.line}:${start.column}` : path;
      tellProblem(value === undefined ? severity : 'warning', `${place}：${message}`, hint);
    }
    if (value === undefined) return undefined;
    read.push(value);
  }
  return read;
}

async function readReportFile(path: string): Promise<Outcome<InitBase>> {
  const { readFinished } = await import('../../document/read-finished.ts');
  const { value, diagnostics } = readFinished(path, readOutside(path, CONTRACTS.finished));
  if (value === undefined) return { diagnostics };
  const { tooLong } = await import('../../intake/report/too-long.ts');
  const long = tooLong(value);
  if (long !== undefined) throw new UserError(`${path}：${long.message}，没有写文件。`, long.hint);
  return { value: { report: value }, diagnostics };
}

/** What is only missing in it is no matter here. */
async function readFactsFile(path: string, target: string): Promise<Outcome<InitBase>> {
  const { readFacts } = await import('../../facts/read-facts.ts');
  const { value, diagnostics } = await readFacts({ file: path, bytes: readOutside(path, CONTRACTS.facts) });
  if (value === undefined) return { diagnostics };
  const isBeside = dirname(resolve(path)) === dirname(resolve(target));
  return { value: { last: value, isBeside }, diagnostics };
}
