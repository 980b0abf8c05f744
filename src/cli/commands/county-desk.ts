import type { CountyDesk } from '../../batch/county-order.ts';
import { type SavingFlags, saveOutput } from '../terminal/save-output.ts';
import { schemaText } from './schema.ts';

/** What a roll-up asks of the command line. */
export function countyDesk(flags: SavingFlags, isResult: boolean): CountyDesk {
  return {
    save: (path, bytes, placedBy) => saveOutput(path, bytes, flags, { isResult, placedBy }),
    schema: schemaText,
    epoch: process.env.SOURCE_DATE_EPOCH,
  };
}
