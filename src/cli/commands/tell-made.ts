import { printable } from '../../diagnostics/printable.ts';
import type { MadeFacts } from '../../use/init-from.ts';
import type { GivenInputs } from './given-inputs.ts';

/** What was placed, kept as comments and counted, a line each; `name` is the template's. */
export function madeSummary(made: MadeFacts, { bases }: GivenInputs, name: string): string[] {
  return [...tellBases(made, bases, name), ...tellRolled(made), ...tellRosters(made), ...tellFigures(made)];
}

function tellBases(
  { placed, commented, template }: MadeFacts,
  bases: GivenInputs['bases'],
  name: string,
): string[] {
  if (bases.length === 0) return [];
  const read = bases.map(({ path, kind }) => `${kind === 'facts' ? '事实文件' : '报告'} ${printable(path)}`);
  const outline = bases.some(({ kind }) => kind === 'report') ? `提纲按“${name}”（${template}）；` : '';
  return [`${read.join('、')}：${outline}放进 ${placed.length} 处文字，${commented.length} 处留在注释里`];
}

function tellRolled({ rolled }: MadeFacts): string[] {
  if (rolled === undefined) return [];
  const { from, to, pending, done, open } = rolled;
  const parts = [
    ...(from === undefined ? [] : [`期间移到 ${from}${to === undefined ? ' 起' : ` 至 ${to}`}`]),
    `${pending} 个数字改为待补`,
    ...(done.length === 0 ? [] : [`${done.length} 条措施已经完成，不再列入`]),
    ...(open === 0 ? [] : [`${open} 条措施留下`]),
  ];
  return [`滚入下一期：${parts.join('；')}`];
}

function tellRosters({ rosters }: MadeFacts): string[] {
  return rosters.map(({ file, sheet, kind, rows, asOf }) => {
    const place = `${printable(file)}${sheet === undefined ? '' : `「${printable(sheet)}」`}`;
    return `名册 ${place}：${kind}，${rows}行，截至${asOf}`;
  });
}

function tellFigures({ figures }: MadeFacts): string[] {
  const counted = figures.filter(({ kind }) => kind === 'counted');
  const stated = figures.filter(({ kind }) => kind === 'stated');
  return [
    ...(counted.length === 0 ? [] : [`统计出 ${counted.length} 个数字：`]),
    ...counted.map(({ name, value, from }) => `  ${printable(name)} ${value}（${printable(from)}）`),
    ...(stated.length === 0 ? [] : [`报告里写明的 ${stated.length} 个数字：`]),
    ...stated.map(({ name, value }) => `  ${printable(name)} ${value}`),
  ];
}

/** The same for programs. */
export function madeJson({ placed, commented, figures, rosters, template, rolled }: MadeFacts): string {
  const numbers = figures.map((figure) => ({ ...figure, value: Number(figure.value) }));
  return `${JSON.stringify({ template, placed, commented, figures: numbers, rosters, rolled }, null, 2)}\n`;
}
