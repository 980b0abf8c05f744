import { dirname, join } from 'node:path';
import { isAdditive } from '../../account/wholes.ts';
import { foldersOf } from '../../county/county-text.ts';
import { type Decimal, decimalOf, plus, printDecimal, ZERO } from '../../county/decimal.ts';
import { printable } from '../../diagnostics/printable.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { chinesePath, segmentsOfPath, stepsOf } from '../../facts/fact-path.ts';
import { type Facts, PENDING } from '../../facts/facts.ts';
import { rollUpOf } from '../../facts/field.ts';
import { type Reading, readFacts } from '../../facts/read-facts.ts';
import { findReferent } from '../../facts/references.ts';
import { EXIT } from '../terminal/exit-code.ts';
import { userErrorPrinter } from '../terminal/explain-failure.ts';
import { readSource } from '../terminal/read-source.ts';
import { ALL_RULES } from '../terminal/rule-list.ts';
import { printNotice, printResult } from '../terminal/streams.ts';
import { collectInputs } from './check/check-inputs.ts';

/** Lists the units that a figure of a rolled-up county comes from, each with its file and line. UserError for other files and names. */
export async function explainFigure(file: string, name: string): Promise<number> {
  if (ALL_RULES.some(({ id }) => id === file)) {
    throw new UserError('report explain 一次只说明一条规则。', `例如 report explain ${file}。`);
  }
  const source = await readSource(file);
  const folders = foldersOf(Buffer.from(source.bytes).toString('utf8'));
  const county = (await readFacts(source)).value;
  if (folders === undefined || county === undefined) {
    throw new UserError(
      `${file} 不是 report rollup 汇总的事实文件，说不出数字从哪里来。`,
      '规则的说明只写规则名，例如 report explain tally-sum。',
    );
  }
  const referent = findReferent(name, county.facts);
  if (referent === undefined) {
    throw new UserError(
      `${file} 里没有“${name}”。`,
      '写事实的路径，例如 党员.总数、党支部.分类.村、指标.走访农户。',
    );
  }
  const folder = dirname(file);
  const { inputs, failures } = await collectInputs(
    folders.map((each) => join(folder, each)),
    'facts',
  );
  const complain = userErrorPrinter();
  for (const failure of failures) complain(failure);
  const lines: string[] = [];
  let sum = ZERO;
  for (const { path } of inputs) {
    const reading = (await readFacts(await readSource(path))).value;
    const line = reading === undefined ? unreadLine(path) : await explainUnit(reading, name);
    lines.push(line.text);
    if (line.value !== undefined) sum = plus(sum, line.value);
  }
  const stands = await standingIn(county, name);
  printResult(
    `${chinesePath(referent.path)} ${stands.shown}  ${stands.place}\n${lines.map((line) => `  ${line}\n`).join('')}`,
  );
  if (isCountySum(referent.path, county.facts)) noteDifference(stands.value, sum);
  else printNotice('这是加权的平均数或比例，不由各单位的数相加。\n');
  return failures.length > 0 ? EXIT.usage : EXIT.done;
}

interface ExplanationLine {
  readonly text: string;
  readonly value?: Decimal;
}

function unreadLine(path: string): ExplanationLine {
  return { text: `${printable(path)}  读不出来` };
}

async function explainUnit(reading: Reading, name: string): Promise<ExplanationLine> {
  const unit = printable(reading.facts.unit?.name ?? reading.source.file);
  const { shown, place, value } = await standingIn(reading, name);
  return { text: `${unit} ${shown}  ${place}`, ...(value !== undefined && { value }) };
}

async function standingIn(reading: Reading, name: string) {
  const { facts, written, source } = reading;
  const referent = findReferent(name, facts);
  const file = printable(source.file);
  if (referent === undefined || referent.value === undefined) return { shown: '没有写', place: file };
  const text = written.get(referent.path) ?? String(referent.value);
  const value = typeof referent.value === 'number' ? decimalOf(text) : undefined;
  const { start } = (await reading.places()).rangeOf({ path: referent.path });
  const shown = value === undefined ? PENDING : text;
  return { shown, place: `${file}:${start.line}`, ...(value !== undefined && { value }) };
}

/** Whether a county's figure is the sum of its units'. */
function isCountySum(path: string, { indicators = [] }: Facts): boolean {
  const [list, index] = segmentsOfPath(path);
  const indicator = list === 'indicators' ? indicators[Number(index)] : undefined;
  if (indicator !== undefined) return isAdditive(indicator);
  const last = stepsOf(path)?.at(-1);
  return last?.kind !== 'field' || typeof rollUpOf(last.field) !== 'object';
}

/** A figure that people set, or units that changed since. */
function noteDifference(stands: Decimal | undefined, sum: Decimal): void {
  if (stands !== undefined && printDecimal(stands) === printDecimal(sum)) return;
  printNotice(`各单位现在的数相加是 ${printDecimal(sum)}，与汇总文件里的不同。\n`);
}
