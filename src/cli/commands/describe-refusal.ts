import { printable } from '../../diagnostics/printable.ts';
import { chinesePath } from '../../facts/fact-path.ts';
import type { AbsorbRefusal } from '../../use/absorb.ts';

/** Why nothing is taken back, and what to do. */
export function describeRefusal(refusal: AbsorbRefusal, report: string, facts: string): string {
  const { what, remedy } = wordsFor(refusal, report, facts);
  return `没有收回：${printable(what)}\n${remedy.map((line) => `  ${printable(line)}\n`).join('')}`;
}

interface Words {
  readonly what: string;
  readonly remedy: readonly string[];
}

function wordsFor(refusal: AbsorbRefusal, report: string, facts: string): Words {
  switch (refusal.why) {
    case 'other-unit':
      return {
        what: `${report} 里没有出现“${refusal.unit}”，像是别的单位的报告。`,
        remedy: [`请核对 ${facts} 是不是生成这份报告的事实文件。`],
      };
    case 'other-report':
      return {
        what: `${report} 只有 ${Math.floor(refusal.share * 100)}% 的文字与 ${facts} 生成的报告对得上，不到一半。`,
        remedy: [
          '可能拿错了文件；也可能换了模板、附了表：用 --template、--attach 说明生成时用的。',
          '别处写成的报告，用 report init --from 报告.docx 做成事实文件。',
        ],
      };
    case 'conflict':
      return {
        what: '同一个事实在报告里改成了不同的样子，不知道以哪个为准。',
        remedy: [
          ...refusal.conflicts.map(
            ({ path, values }) =>
              `${chinesePath(path)}：${values.map(({ text, paragraph }) => `第${paragraph}段改为“${text}”`).join('，')}`,
          ),
          '请在报告里改成一样的，再收回一次。',
        ],
      };
  }
}

/** The same for programs. */
export function refusalJson(refusal: AbsorbRefusal): string {
  const refused =
    refusal.why === 'other-report' ? { ...refusal, share: Math.round(refusal.share * 100) / 100 } : refusal;
  return `${JSON.stringify({ version: 1, changes: [], applied: false, refused }, null, 2)}\n`;
}
