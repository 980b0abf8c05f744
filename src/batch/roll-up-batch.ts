import { UserError } from '../diagnostics/user-error.ts';
import { CONTRACTS, readOutside } from '../disk/read-outside.ts';
import type { CountyPlace } from '../disk/write-county.ts';
import { type Reading, readFacts } from '../facts/read-facts.ts';
import { CountyMaker, locateFaults } from '../use/roll-up.ts';
import {
  type CountyDesk,
  type CountyOrder,
  rowsFor,
  writeCountyFacts,
  writeCountyViews,
} from './county-order.ts';
import type { CountyReport } from './county-report.ts';
import { extractUnits } from './extract-units.ts';
import type { Extracts } from './extracts.ts';
import type { BatchOptions } from './options.ts';
import type { Prepared } from './prepare.ts';

/**
 * Makes a county of a batch's units once they are done: of each is taken what an earlier run extracted, as long as nothing changed on which that
 * depends. Units with errors are left out and named in file, table and page, for at night nobody is there to ask.
 */
export async function rollUpBatch(
  { units, work }: Pick<Prepared, 'units' | 'work'>,
  { folders, jobs }: Pick<BatchOptions, 'folders' | 'jobs'>,
  {
    order,
    place,
    extracts,
    desk,
  }: {
    readonly order: CountyOrder;
    readonly place: CountyPlace | undefined;
    readonly extracts: Extracts;
    readonly desk: CountyDesk;
  },
): Promise<CountyReport> {
  const rows = await rowsFor(order);
  const maker = new CountyMaker({ name: order.name, rows, isByKind: order.isByKind });
  await extracts.handOver(
    units,
    (missing, receive) => extractUnits(missing, work, jobs, receive),
    (unit) => maker.add(unit),
  );
  const { county, faults, leftOut } = maker.finish();
  const report = { output: order.output, leftOut, units: county?.units.length ?? 0 };
  if (county === undefined) {
    const located = await locateFaults(faults, readUnitAgain);
    const why = faults.length > 0 ? '有的单位不能汇总到一起' : '没有一个单位可以汇总';
    return {
      ...report,
      said: '',
      faults: located,
      problems: [`没有写入 ${order.output}：${why}。`],
      status: 1,
    };
  }
  const toWrite = { county, rows, place, paths: folders };
  try {
    const said = await writeCountyFacts(toWrite, order, desk);
    const status = await writeCountyViews(toWrite, order, desk);
    return {
      ...report,
      said,
      faults: [],
      problems: [],
      status: Math.max(status, leftOut.length > 0 ? 1 : 0),
    };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { ...report, said: '', faults: [], problems: [`${error.message}${error.hint}`], status: 2 };
  }
}

async function readUnitAgain(file: string): Promise<Reading | undefined> {
  return (await readFacts({ file, bytes: readOutside(file, CONTRACTS.batchFacts) })).value;
}
