import { dataTables } from '../../document/data-table.ts';
import { type WrongFigure, wrongFigures } from '../../document/wrong-sums.ts';
import type { FinishedRule, Reported } from '../rule.ts';

export const tableSum: FinishedRule = {
  id: 'table-sum',
  stage: 'finished',
  severity: 'error',
  docs: {
    title: '表格里的合计与分项',
    why: '表里的合计、小计与各项加起来不等，或者“其中”比总数还大，是核对报告的人最先看出来的错。',
    fix: '按原始台账核对合计和每一项。百分比、累计、平均数一类的列不相加；空格、“—”、“不适用”不当作0；有空格的，合计偏大不报。',
    basis: { source: '分项之和等于合计', rank: '通常', proof: '四则运算' },
  },
  examples: [
    {
      input: '|站所|核定|实有|\n|党政办|9|8|\n|农业站|7|7|\n|水利站|4|3|\n|合计|20|19|',
      reports: ['19'],
    },
    {
      input: '|班次|男|女|小计|\n|第一期|38|24|62|\n|第二期|40|18|56|\n|合计|78|42|120|',
      reports: ['56'],
    },
    {
      input:
        '|类别|项目|金额（万元）|\n|农业|水渠|31.5|\n|农业|小计|31.5|\n|道路|村道|60.4|\n|道路|便道|9.6|\n|道路|小计|71.0|\n|合计||101.5|',
      reports: ['71.0'],
    },
    { input: '|项目|人数|\n|参训干部|212|\n|其中：女干部|231|', reports: ['231'] },
    { input: '|村|户数|\n|甲村|１，０２０|\n|乙村|８８０|\n|合计|１，９１０|', reports: ['１，９１０'] },
    { input: '|村|合计|男|女|\n|合计|30|16|14|\n|甲村|12|6|6|\n|乙村|18|10|9|', reports: ['9'] },
    {
      input: '|年龄段|人数|占比（%）|\n|35岁以下|31|37.3|\n|36岁以上|52|62.6|\n|合计|83|100.0|',
      reports: [],
    },
    { input: '|月份|当月|累计|\n|1月|20|20|\n|2月|31|51|\n|合计|51|51|', reports: [] },
    {
      input: '|单位|行政|事业|合计|\n|党政办|9|8|17|\n|村建所|4|—|4|\n|信访办||3|3|\n|合计|13|11|24|',
      reports: [],
    },
    { input: '|单位|人数|\n|党政办|9|\n|村建所||\n|信访办|3|\n|合计|14|', reports: [] },
    { input: '|单位|党员|女|少数民族|合计|\n|甲村|30|12|9|30|\n|乙村|18|10|3|18|', reports: [] },
  ],
  check({ document }, report) {
    for (const table of dataTables(document))
      for (const wrong of wrongFigures(table)) report(wrongFigureReport(wrong));
  },
};

function wrongFigureReport({ cell, name, made, parts }: WrongFigure): Reported {
  const related = parts.map((part) => ({ message: part.text, at: { paragraph: part.paragraph } }));
  const at = { paragraph: cell.paragraph };
  if (made === undefined) {
    const [whole] = parts;
    const message = `${name}是${cell.text}，比总数${whole?.text ?? ''}还大`;
    return { at, message, hint: '核对这一项和总数。', related };
  }
  const hint = '按原始台账核对合计和每一项，哪个错了改哪个。';
  return { at, message: `${name}写的是${cell.text}，各项加起来是${made}`, hint, related };
}
