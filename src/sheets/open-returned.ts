import { openTables } from '../rosters/open-tables.ts';
import type { RosterProblem } from '../rosters/roster-problem.ts';
import type { RosterTable } from '../rosters/table.ts';

/** The visible tables of a file that somebody sent back; what cannot be read is said as of such a file, which no facts name. */
export async function openReturned(
  bytes: Uint8Array,
  file: string,
): Promise<readonly RosterTable[] | RosterProblem> {
  const tables = await openTables(bytes, { file });
  if (!('rule' in tables)) return tables.filter(({ isHidden }) => !isHidden);
  const hint = tables.hint
    .replace('，再把“文件”改成新的名字', '，再收回')
    .replace('名册应当是', '收回的应当是')
    .replace('，再试。', '，再收回。');
  return { ...tables, hint };
}
