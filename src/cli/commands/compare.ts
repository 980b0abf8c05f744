import { displayWidth } from '../../diagnostics/display-width.ts';
import { printable } from '../../diagnostics/printable.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { formatNamed } from '../../disk/output-formats.ts';
import { CONTRACTS, readOutside } from '../../disk/read-outside.ts';
import { type Reading, readFacts } from '../../facts/read-facts.ts';
import { FINISHED } from '../../sources/read-previous.ts';
import { type ComparedFigure, compareFacts, type UnitComparison } from '../../use/compare.ts';
import { EXIT } from '../terminal/exit-code.ts';
import { printUserError } from '../terminal/explain-failure.ts';
import { readSource } from '../terminal/read-source.ts';
import { saveOutput } from '../terminal/save-output.ts';
import { printNotice, printResult } from '../terminal/streams.ts';
import { collectInputs } from './check/check-inputs.ts';

export interface CompareFlags {
  readonly output?: string;
  readonly force?: boolean;
  readonly format: 'text' | 'json';
}

/** Compares two facts files, or the units of two folders by their names. */
export async function compare(last: string, now: string, flags: CompareFlags): Promise<number> {
  const format = flags.output === undefined ? undefined : formatNamed(flags.output, ['xlsx', 'docx', 'html']);
  if (flags.output !== undefined && format === undefined) {
    throw new UserError(
      `比较不能写成 ${flags.output}。`,
      '能写的是 .xlsx、.docx、.html，例如 -o 比较.xlsx。',
    );
  }
  const [before, after] = [await readFolder(last), await readFolder(now)];
  if (before === undefined || after === undefined) return EXIT.usage;
  const isPair = before.size === 1 && after.size === 1;
  const pairs = isPair ? [[...before.values(), ...after.values()]] : readingPairs(before, after);
  const comparisons = pairs.flatMap(([one, other]) => (one && other ? [compareFacts(one, other)] : []));
  if (!isPair) tellUnpaired(before, after);
  if (flags.output !== undefined && format !== undefined) {
    const { comparisonFile } = await import('../../use/write-comparison.ts');
    const bytes = await comparisonFile(comparisons, format, process.env.SOURCE_DATE_EPOCH);
    return saveOutput(flags.output, bytes, flags, { isResult: flags.format === 'text' });
  }
  printResult(
    flags.format === 'json'
      ? comparisonJson(comparisons, isPair)
      : comparisons.map(comparisonText).join('\n'),
  );
  return EXIT.done;
}

/** The units of a file or a folder by name; undefined where there is nothing to read, which is said. */
async function readFolder(path: string): Promise<ReadonlyMap<string, Reading> | undefined> {
  if (FINISHED.test(path)) return readFinishedReport(path);
  const { inputs, failures } = await collectInputs([path], 'facts');
  for (const failure of failures) printUserError(failure);
  if (failures.length > 0) return undefined;
  const units = new Map<string, Reading>();
  for (const { path: file } of inputs) {
    const { value } = await readFacts(await readSource(file));
    if (value === undefined) printNotice(`${printable(file)} 读不出来，没有比较；先用 report check 检查。\n`);
    else units.set(value.facts.unit?.name ?? file, value);
  }
  if (units.size > 0) return units;
  printNotice(`${printable(path)} 中没有可以比较的事实文件。\n`);
  return undefined;
}

/** A finished report, by what it says. */
async function readFinishedReport(path: string): Promise<ReadonlyMap<string, Reading> | undefined> {
  const [{ readFinished }, { factsOfReport }, { tooLong }] = await Promise.all([
    import('../../document/read-finished.ts'),
    import('../../intake/facts-of-report.ts'),
    import('../../intake/report/too-long.ts'),
  ]);
  const { value, diagnostics } = readFinished(path, readOutside(path, CONTRACTS.finished));
  for (const { message, hint } of diagnostics) printUserError(new UserError(`${path}：${message}`, hint));
  const long = value && tooLong(value);
  if (long !== undefined) printUserError(new UserError(`${path}：${long.message}`, long.hint));
  if (value === undefined || long !== undefined) return undefined;
  const reading = await factsOfReport(value);
  return new Map([[reading.facts.unit?.name ?? path, reading]]);
}

function readingPairs(
  before: ReadonlyMap<string, Reading>,
  after: ReadonlyMap<string, Reading>,
): Reading[][] {
  return [...after].flatMap(([name, reading]) => {
    const last = before.get(name);
    return last === undefined ? [] : [[last, reading]];
  });
}

function tellUnpaired(before: ReadonlyMap<string, Reading>, after: ReadonlyMap<string, Reading>): void {
  for (const name of before.keys()) if (!after.has(name)) printNotice(`本期没有：${printable(name)}\n`);
  for (const name of after.keys()) if (!before.has(name)) printNotice(`上期没有：${printable(name)}\n`);
}

function comparisonJson(comparisons: readonly UnitComparison[], isPair: boolean): string {
  const each = comparisons.map(({ unit, figures, measures }) => ({
    unit,
    figures: figures.map(comparedNumbers),
    measures: measures.map(({ id, title, became }) => ({ id: id ?? null, title, became })),
  }));
  return `${JSON.stringify(isPair ? (each[0] ?? {}) : { units: each }, null, 2)}\n`;
}

function comparedNumbers({ path, name, last, now, difference, rate }: ComparedFigure) {
  const number = (text: string | undefined) => (text === undefined ? null : Number(text));
  return {
    path,
    name,
    last: number(last),
    now: number(now),
    difference: number(difference),
    rate: number(rate),
  };
}

/** One unit as a table of text, figures first, then what became of the measures. */
function comparisonText({ unit, figures, measures }: UnitComparison): string {
  const rows = [
    ['数字', '上期', '本期', '增减', '增减率'],
    ...figures.map((figure) => [
      printable(figure.name),
      figure.last ?? '—',
      figure.now ?? '—',
      signed(figure.difference),
      figure.rate === undefined ? '—' : `${signed(figure.rate)}%`,
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))),
  );
  const lines = rows.map((row) =>
    row.map((cell, column) => paddedCell(cell, widths[column] ?? 0, column > 0)).join('  '),
  );
  const became = measures.map(({ title, became }) => `  ${became}  ${printable(title)}`);
  const head = printable(unit);
  return `${[head, ...lines.map((line) => `  ${line.trimEnd()}`), ...(became.length === 0 ? [] : ['措施', ...became])].join('\n')}\n`;
}

/** +8, -2, 0. */
function signed(text: string | undefined): string {
  if (text === undefined) return '—';
  return text.startsWith('-') || text === '0' ? text : `+${text}`;
}

function paddedCell(text: string, width: number, isRight: boolean): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return isRight ? space + text : text + space;
}
