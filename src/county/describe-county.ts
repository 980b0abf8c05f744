import { printable } from '../diagnostics/printable.ts';
import type { Kept } from './county-text.ts';
import type { County } from './roll-up.ts';

/** What a roll-up came to, for the screen: the first line names the file, the others what is not in it, lacking, or left to people. */
export function describeCounty(county: County, kept: readonly Kept[], output: string): string {
  const kinds = [...county.kinds].map(([kind, count]) => `${kind}${count}个`).join('、');
  const lines = [
    `已汇总 ${printable(output)}：${printable(county.name)}，${county.units.length} 个单位（${kinds}）`,
  ];
  for (const { unit, why } of county.leftOut) lines.push(`  没有列入：${printable(unit)}，${why}`);
  for (const [period, names] of county.mixedPeriods)
    lines.push(`  起止不一致：${period}（${firstNames(names)}）`);
  for (const { place, lacking } of county.figures) {
    if (lacking.length > 0) lines.push(`  ${place.label}缺：${firstNames(lacking)}`);
  }
  for (const { name, why } of county.indicators)
    if (why !== undefined) lines.push(`  ${printable(name)}：${printable(why)}`);
  for (const { name, inFile, rolled } of kept) {
    lines.push(
      rolled === ''
        ? `  保留了改过的“${printable(name)}”`
        : `  保留了改过的${printable(name)} ${printable(inFile)}，各单位汇总是 ${printable(rolled)}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

/** Units that a line of the listing names. */
function firstNames(names: readonly string[]): string {
  const shown = names.slice(0, 20).map(printable).join('、');
  return names.length > 20 ? `${shown}等${names.length}个` : shown;
}
