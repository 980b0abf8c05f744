import {
  type CountyOrder,
  placeOfCounty,
  rowsFor,
  writeCountyFacts,
  writeCountyViews,
} from '../../batch/county-order.ts';
import { Extracts } from '../../batch/extracts.ts';
import { withKeptExtracts } from '../../batch/records/kept-extracts.ts';
import type { LeftOutUnit } from '../../county/roll-up.ts';
import { printable } from '../../diagnostics/printable.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { describePassedOver } from '../../disk/passed-over.ts';
import { STANDARD_STREAM } from '../../disk/plan-outputs.ts';
import { quotableText } from '../../disk/read-outside.ts';
import { refuseInputAsOutput } from '../../disk/refuse-output.ts';
import { readFacts } from '../../facts/read-facts.ts';
import { CountyMaker, locateFaults } from '../../use/roll-up.ts';
import { EXIT } from '../terminal/exit-code.ts';
import { printUserError } from '../terminal/explain-failure.ts';
import { type FindingsOptions, isForPeople } from '../terminal/findings-options.ts';
import { readSource } from '../terminal/read-source.ts';
import { showFindings } from '../terminal/show-findings.ts';
import { printNotice, printResult } from '../terminal/streams.ts';
import { collectInputs } from './check/check-inputs.ts';
import { countyDesk } from './county-desk.ts';
import { readUnits } from './read-units.ts';

/** The options as the command line has them. */
export interface RollupFlags extends FindingsOptions {
  readonly output?: string;
  readonly name?: string;
  readonly partial?: boolean;
  readonly table?: string;
  readonly page?: string;
  readonly byKind?: boolean;
  readonly force?: boolean;
}

/** Rolls the units of a county up into its facts file; with an error in a unit nothing is written, unless what there is was asked for. */
export async function rollup(paths: readonly string[], flags: RollupFlags): Promise<number> {
  const order = orderOf(flags);
  if (paths.includes(STANDARD_STREAM)) {
    throw new UserError('汇总不能从标准输入读。', '请写事实文件或放事实文件的文件夹。');
  }
  const place = placeOfCounty(order, paths);
  return withKeptExtracts(order.output, (log) =>
    rollUpWith(new Extracts(log), { order, place, paths }, flags),
  );
}

/** What is rolled up, and to where. */
interface RollupTask {
  readonly order: CountyOrder;
  readonly place: ReturnType<typeof placeOfCounty>;
  readonly paths: readonly string[];
}

async function rollUpWith(
  extracts: Extracts,
  { order, place, paths }: RollupTask,
  flags: RollupFlags,
): Promise<number> {
  const { inputs, passedOver, failures } = await collectInputs(paths, 'facts', (file) =>
    extracts.namesNone(file),
  );
  for (const failure of failures) printUserError(failure);
  for (const entry of passedOver) printNotice(describePassedOver(entry));
  refuseInputAsOutput(
    order.output,
    inputs.map(({ path }) => path),
  );
  if (failures.length > 0) return EXIT.usage;
  const rows = await rowsFor(order);
  const maker = new CountyMaker({ name: order.name, rows, isByKind: order.isByKind });
  const hasFailed = await readUnits(inputs, extracts, (unit) => maker.add(unit));
  const { county, faults: found, leftOut, errors } = maker.finish();
  const faults = await locateFaults(found, async (file) => (await readFacts(await readSource(file))).value);
  const diagnostics = [...errors, ...faults];
  await showFindings(
    { diagnostics, files: inputs.length, textOf: rolledUpText },
    { ...flags, isResult: !isForPeople(flags) },
  );
  const status = hasFailed ? EXIT.usage : diagnostics.length > 0 ? EXIT.findings : EXIT.done;
  if (county === undefined || (leftOut.length > 0 && !order.isPartial)) {
    const why = faults.length > 0 ? '这些单位不能汇总到一起，见上' : leftOutNotice(leftOut);
    printNotice(`没有写入 ${printable(order.output)}：${why}。\n`);
    return Math.max(status, EXIT.findings);
  }
  const desk = countyDesk(flags, isForPeople(flags));
  const toWrite = { county, rows, place, paths };
  const said = await writeCountyFacts(toWrite, order, desk);
  if (!flags.quiet) (isForPeople(flags) ? printResult : printNotice)(said);
  return Math.max(status, await writeCountyViews(toWrite, order, desk));
}

function orderOf({ output, name, partial, byKind, table, page }: RollupFlags): CountyOrder {
  if (output === undefined)
    throw new UserError('没有写明汇总到哪里。', '用 -o 指定县的事实文件，例如 -o 县.yaml。');
  return {
    output,
    isPartial: partial === true,
    isByKind: byKind === true,
    ...(name !== undefined && { name }),
    ...(table !== undefined && { table }),
    ...(page !== undefined && { page }),
  };
}

function rolledUpText(file: string) {
  const text = quotableText(file);
  return text === undefined ? undefined : { text };
}

function leftOutNotice(leftOut: readonly LeftOutUnit[]): string {
  const names = leftOut.map(({ unit }) => printable(unit)).join('、');
  return `${names}有错误；改正后再汇总，或者加 --partial 先不列入`;
}
