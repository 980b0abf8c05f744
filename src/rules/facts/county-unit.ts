import type { CollectionRule } from '../rule.ts';

export const countyUnit: CollectionRule = {
  id: 'county-unit',
  stage: 'collection',
  severity: 'error',
  docs: {
    title: '不能汇总进这个县',
    why: 'report rollup 把所辖单位的数字相加。一个单位有两份、县自己的文件也在文件夹里、混进了别的县的单位，合计就多算了；没有名称的单位说不清是谁的数。',
    fix: '留下每个单位要用的一份；县的事实文件放到文件夹外面；别的县的移走，或者写进 .reportignore。确实要汇总几个县的，用 --name 写明合起来的名称。',
    basis: { source: '所辖单位每个加一次', rank: '通常', proof: '文件里的单位名称和类型' },
  },
  examples: [],
  /** A roll-up finds these itself, while it adds; several units without a county are no roll-up. */
  check() {},
};
