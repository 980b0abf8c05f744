import { dataTables } from '../../document/data-table.ts';
import { contradictions } from '../../document/prose-cells.ts';
import { anchorIn } from '../../prose/place.ts';
import type { FinishedRule } from '../rule.ts';

export const tableProse: FinishedRule = {
  id: 'table-prose',
  stage: 'finished',
  severity: 'error',
  docs: {
    title: '正文与表格里的同一个数',
    why: '正文说“参训干部221人次”，表里同一项是212人次：同一份报告里两个数打架，改了表忘了改正文最常见。',
    fix: '按原始台账核对，两处改成一致。只比名称和单位都相同的数；说上年、计划、比较的，以及带“约”“余”的不比。',
    basis: { source: '同一份报告里同一个数只有一个', rank: '通常', proof: '两处直接对照' },
  },
  examples: [
    {
      input: '全镇共举办培训班3期，参训干部221人次。\n|项目|单位|数值|\n|培训班|期|3|\n|参训干部|人次|212|',
      reports: ['221人次'],
    },
    { input: '全镇村级集体经济收入86.5万元。\n|项目|金额（元）|\n|村级集体经济收入|865,000|', reports: [] },
    {
      input: '全镇村级集体经济收入86.5万元。\n|项目|金额（元）|\n|村级集体经济收入|885,000|',
      reports: ['86.5万元'],
    },
    { input: '上年参训干部200人次。\n|项目|人次|\n|参训干部（人次）|212|', reports: [] },
    { input: '女参训干部80人次。\n|项目|单位|数值|\n|参训干部|人次|212|', reports: [] },
    { input: '参训干部200余人次。\n|项目|单位|数值|\n|参训干部|人次|212|', reports: [] },
  ],
  check({ document, passages }, report) {
    const tables = dataTables(document);
    if (tables.length === 0) return;
    for (const { passage, quantity, label, cell, said } of contradictions(tables, passages)) {
      const written = passage.text.slice(quantity.start, quantity.end);
      report({
        at: anchorIn(passage, quantity.start, quantity.end),
        message: `正文说${label}${written}，表格里是${said}`,
        hint: '按原始台账核对，两处改成一致。',
        related: [{ message: said, at: { paragraph: cell.paragraph } }],
      });
    }
  },
};
