import type { ReadingRule } from '../rule.ts';

export const yamlSyntax: ReadingRule = {
  id: 'yaml-syntax',
  stage: 'reading',
  severity: 'error',
  docs: {
    title: '读不懂的写法',
    why: '事实文件要按 YAML 的写法，冒号、缩进错了就读不出哪个数属于哪一项；同一项写了两次，就不知道以哪一次为准。锚点、别名、标签等会让一处改动影响别处，也不能用。',
    fix: '按提示的位置改：冒号用半角、后面空一格，缩进用空格、同一层左边对齐，重复的项目留下一处。全角冒号可以用 report check --fix 改正。',
    basis: { source: 'YAML 1.2.2', rank: '规定', proof: '文件本身读不出' },
  },
  examples: [
    { input: '单位:\n  名称：青禾县云溪镇', reports: ['：'] },
    { input: '党员:\n\t总数: 300', reports: ['\t'] },
    { input: '党员:\n  total: 300\n  总数: 310', reports: ['总数'] },
    { input: '党员: &a\n  总数: 300', reports: ['&a'] },
    { input: '党员:\n  总数: 300', reports: [] },
  ],
};
