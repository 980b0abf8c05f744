import type { DraftRecord } from '../facts-draft.ts';
import type { ReportParts } from './report-parts.ts';

/** Names the attached tables that the program makes itself; what else follows the signature, and notes and headers, are at the end as comments. */
export function placeAttached(draft: DraftRecord, { attached, aside }: ReportParts): void {
  const names = attached.flatMap(({ text }) => ATTACHED_TABLES.get(text.replace(/[《》\s]/gu, '')) ?? []);
  if (names.length > 0) draft.set('report.attach', [...new Set(names)]);
  if (attached.length > 0)
    draft.note('', ['原文的附件：', ...attached.map(({ text }) => indented(text))].join('\n'));
  if (aside.length > 0) draft.note('', ['原文的页眉、页脚和注释：', ...aside.map(indented)].join('\n'));
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}

/** By their titles, the tables that `报告.附表` names. */
const ATTACHED_TABLES: ReadonlyMap<string, string> = new Map([
  ['编制和职数配备情况表', '编制表'],
  ['党组织和党员情况统计表', '党员表'],
  ['问题清单', '问题清单'],
  ['责任清单', '责任清单'],
  ['整改清单', '整改清单'],
  ['整改台账', '台账'],
  ['各单位情况表', '各单位情况表'],
]);
