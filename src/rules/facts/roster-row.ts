import { reportProblems } from '../report-problems.ts';
import type { FactsRule } from '../rule.ts';

export const rosterRow: FactsRule = {
  id: 'roster-row',
  stage: 'facts',
  severity: 'warning',
  docs: {
    title: '名册里不可能的一行',
    why: '身份证号码的校验位不对，出生日期、性别与号码不一致，不满18岁入党，入党不满一年转正，一个人列了两次：这些行里至少有一格是错的，据此统计的数也就靠不住。号码本身不会出现在任何提示和文件里。',
    fix: '照提示的工作表和行号，对照本人的材料改正名册，保存后再检查。',
    basis: {
      source: '《中国共产党发展党员工作细则》、《公民身份号码》（GB 11643—1999）',
      rank: '规定',
      proof: '同一行的几格互相矛盾',
    },
  },
  examples: [
    {
      input: '名册:\n  - 党员名册.csv',
      files: {
        '党员名册.csv':
          '姓名,性别,出生日期,人员类别,入党日期,转正日期\n甲乙,男,1990-05-03,正式党员,2007-07-01,2008-07-01',
      },
      reports: ['党员名册.csv'],
    },
    {
      input: '名册:\n  - 党员名册.csv',
      files: {
        '党员名册.csv':
          '姓名,性别,出生日期,人员类别,入党日期,转正日期\n甲乙,男,1990-05-03,正式党员,2012-07-01,2013-07-01',
      },
      reports: [],
    },
  ],
  check({ sources }, report) {
    reportProblems('roster-row', sources, report);
  },
};
