import { join } from 'node:path';
import type { CountyOrder } from '../../batch/county-order.ts';
import type { BatchOptions } from '../../batch/options.ts';
import { runBatch } from '../../batch/run-batch.ts';
import { findConfiguration } from '../../config/find-configuration.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import type { ReportFormat } from '../../disk/output-formats.ts';
import { styleFor } from '../terminal/paint.ts';
import { leaveSignalsAlone } from '../terminal/signals.ts';
import { printNotice, printResult } from '../terminal/streams.ts';
import { countyDesk } from './county-desk.ts';

/** The options as the command line has them. */
export interface BatchFlags {
  readonly output?: string;
  readonly template?: string;
  readonly attach?: readonly string[];
  readonly to?: ReportFormat;
  readonly draft?: boolean;
  readonly jobs?: number;
  readonly shard?: string;
  readonly merge?: boolean;
  readonly dryRun?: boolean;
  readonly force?: boolean;
  readonly failFast?: boolean;
  readonly prune?: boolean;
  readonly summary?: string;
  readonly rollup?: string;
  readonly name?: string;
  readonly table?: string;
  readonly page?: string;
  readonly partial?: boolean;
  readonly byKind?: boolean;
  readonly format: 'text' | 'json';
}

/** Hands a batch over to its own room, which also ends it by itself when it is interrupted. */
export async function batch(folders: readonly string[], flags: BatchFlags): Promise<number> {
  if (folders.length === 0 && !flags.merge) {
    throw new UserError('缺少参数：放事实文件的文件夹。', '例如 report batch 事实 -o 报告。');
  }
  const output = flags.output ?? (await configuredOutput(folders[0] ?? '.'));
  const isPrinting = flags.to === 'pdf' && !flags.merge && !flags.dryRun;
  const office = isPrinting ? await officeProgram() : undefined;
  leaveSignalsAlone();
  return runBatch(toOptions(folders, output, { ...flags, office }), {
    out: printResult,
    err: printNotice,
    isTerminal: process.stderr.isTTY === true && (process.env.CI ?? '') === '',
    isOutTerminal: process.stdout.isTTY === true,
    outStyle: styleFor('stdout'),
    errStyle: styleFor('stderr'),
    env: process.env,
    desk: countyDesk({ force: flags.force }, flags.format === 'text'),
  });
}

/** UserError before anything is done where there is no LibreOffice. */
async function officeProgram(): Promise<string> {
  const { requireOffice, THIS_MACHINE } = await import('../../office/find-office.ts');
  return requireOffice({ ...THIS_MACHINE, env: process.env });
}

/** UserError for what belongs to a county where none is wanted. */
function countyOrder({ rollup, name, table, page, partial, byKind }: BatchFlags): CountyOrder | undefined {
  if (rollup !== undefined) {
    return {
      output: rollup,
      isPartial: partial === true,
      isByKind: byKind === true,
      ...(name !== undefined && { name }),
      ...(table !== undefined && { table }),
      ...(page !== undefined && { page }),
    };
  }
  const alone = Object.entries({ name, table, page, partial, 'by-kind': byKind }).find(
    ([, value]) => value !== undefined,
  );
  if (alone === undefined) return undefined;
  throw new UserError(
    `--${alone[0]} 是汇总用的，没有写 --rollup。`,
    '例如 --rollup 县.yaml --page 县.html。',
  );
}

async function configuredOutput(folder: string): Promise<string> {
  const { folder: base, settings } = await findConfiguration(folder);
  if (settings.output !== undefined) return join(base, settings.output);
  throw new UserError('没有指定放报告的文件夹。', '请用 -o 指定，例如 report batch 事实 -o 报告。');
}

function toOptions(
  folders: readonly string[],
  output: string,
  flags: BatchFlags & { readonly office: string | undefined },
): BatchOptions {
  const county = countyOrder(flags);
  return {
    folders,
    output,
    listing: flags.format,
    ...(flags.template !== undefined && { template: flags.template }),
    ...(flags.attach !== undefined && { attach: flags.attach }),
    ...(flags.to !== undefined && { format: flags.to }),
    ...(flags.office !== undefined && { office: flags.office }),
    ...(flags.jobs !== undefined && { jobs: flags.jobs }),
    ...(flags.shard !== undefined && { shard: flags.shard }),
    ...(flags.summary !== undefined && { summaryFile: flags.summary }),
    ...(county !== undefined && { county }),
    isDraft: flags.draft === true,
    isMerge: flags.merge === true,
    isDryRun: flags.dryRun === true,
    isForced: flags.force === true,
    isFailFast: flags.failFast === true,
    isPruning: flags.prune === true,
  };
}
