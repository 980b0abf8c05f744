import { configurationFinder } from '../../config/find-configuration.ts';
import { defaultsOf, folderOfInput } from '../../config/for-input.ts';
import { ruleSettings } from '../../config/rule-settings.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { STANDARD_STREAM } from '../../disk/plan-outputs.ts';
import { readFacts } from '../../facts/read-facts.ts';
import { type TakingUnit, takeLedgers } from '../../use/take-ledger.ts';
import { deliverTaken, takenFile } from '../deliver-taken.ts';
import { readReturnedFiles } from '../returned-files.ts';
import { EXIT } from '../terminal/exit-code.ts';
import { printUserError, userErrorPrinter } from '../terminal/explain-failure.ts';
import { readSource } from '../terminal/read-source.ts';
import { type CheckInput, collectInputs } from './check/check-inputs.ts';
import type { LedgerFlags } from './ledger.ts';

/** The options as the command line has them. */
export interface TakeFlags extends LedgerFlags {
  readonly take?: readonly string[];
  readonly dryRun?: boolean;
}

/** Takes what people filled in in ledgers that came back over into the facts files of their units. */
export async function takeBack(paths: readonly string[], flags: TakeFlags): Promise<number> {
  refuseTakeFlags(flags);
  const { take = [], dryRun = false } = flags;
  // A shell that spreads 收回/*.xlsx gives all but the first to the command.
  const spread = paths.filter((path) => /\.(?:xls[xm]?|et|csv)$/iu.test(path));
  const files = readReturnedFiles([...take, ...spread]);
  const { inputs, failures } = await collectInputs(
    paths.filter((path) => !spread.includes(path)),
    'facts',
  );
  if (inputs.length === 0 && failures.length === 0) {
    throw new UserError(
      '没有写明收回到哪些事实文件。',
      '例如 report ledger 云溪镇.yaml --take 台账.xlsx，事实文件写在前面。',
    );
  }
  for (const failure of failures) printUserError(failure);
  const { units, unread } = await readLedgerUnits(inputs);
  const { units: takings, problems, strangers, isAbout } = await takeLedgers(units, files);
  const strange = [...strangers].map(([unit, { rows, place }]) => describeStrangers(unit, rows, place));
  const status = deliverTaken(
    {
      takings: takings.map(takenFile),
      problems: [...problems, ...unread, ...(isAbout ? [] : strange.map(asProblem))],
      notes: isAbout ? strange : [],
    },
    { ...flags, isDryRun: dryRun },
  );
  return Math.max(status, failures.length > 0 ? EXIT.usage : EXIT.done);
}

function refuseTakeFlags({ take, output, to, asOf, force, format }: TakeFlags): void {
  if (take === undefined)
    throw new UserError('--dry-run 与 --take 同用。', '例如 --take 台账.xlsx --dry-run。');
  const other = Object.entries({ '-o': output, '--to': to, '--as-of': asOf, '--force': force }).find(
    ([, value]) => value !== undefined,
  );
  if (other !== undefined) {
    throw new UserError(
      `--take 不能与 ${other[0]} 同用。`,
      '收回台账只改事实文件；要生成台账，去掉 --take。',
    );
  }
  if (format === 'sarif' || format === 'github') {
    throw new UserError(`--take 没有 ${format} 格式。`, '请用 text 或 json。');
  }
}

async function readLedgerUnits(inputs: readonly CheckInput[]) {
  const find = configurationFinder();
  const complain = userErrorPrinter();
  const units: TakingUnit[] = [];
  const unread: { message: string; hint: string }[] = [];
  for (const { path } of inputs) {
    if (path === STANDARD_STREAM) {
      throw new UserError('--take 不能用于标准输入：没有文件可以改写。', '请先存成文件，再收回。');
    }
    try {
      const configuration = await find(folderOfInput(path));
      const { value } = await readFacts(await readSource(path));
      if (value === undefined) {
        unread.push({
          message: `${path} 读不出来，没有收回`,
          hint: `先用 report check ${path} 检查并改正。`,
        });
        continue;
      }
      const settings = ruleSettings(configuration, path, false);
      units.push({
        reading: value,
        options: { isDraft: false, settings, defaults: defaultsOf(configuration) },
      });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      complain(error);
      unread.push({ message: error.headline.replace(/。$/u, ''), hint: error.hint });
    }
  }
  return { units, unread };
}

/** A ledger of which no row is of the given units is the wrong one, or the facts files are. */
function asProblem(message: string) {
  return { message: message.replace(/。$/u, ''), hint: '请核对是不是拿错了台账，或者少写了事实文件。' };
}

function describeStrangers(unit: string, rows: number, place: string): string {
  return unit === ''
    ? `${place} 起的${rows}行没有写是哪个单位，没有收回；请留着“单位”一列，或者表头上面的“填报单位”。`
    : `“${unit}”的${rows}行没有收回：给出的事实文件里没有这个单位。`;
}
