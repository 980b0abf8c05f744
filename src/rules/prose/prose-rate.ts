import { reportClaims } from '../report-claims.ts';
import type { ProseRule } from '../rule.ts';

/** S3. A rate by name fits what it is a rate of, an average its total and number. */
export const proseRate: ProseRule = {
  id: 'prose-rate',
  stage: 'prose',
  severity: 'error',
  docs: {
    title: '完成率、到会率和平均数',
    why: '“反馈问题50个，已完成整改42个，完成率86%”：分子分母都在眼前，一除就知道是84%。整改报告里最常见的比率，也最常忘了跟着改。',
    fix: '用已做到的除以应做到的重新计算；按别的口径计算的，写明口径。',
    basis: { source: '比率＝完成数÷应完成数', rank: '通常', proof: '四则运算' },
  },
  examples: [
    { input: '巡察反馈问题40个，已完成整改34个，整改完成率90%。', reports: ['90%'] },
    { input: '应到党员150名，实到132名，到会率90%。', reports: ['90%'] },
    { input: '全镇农村人口18000人，贫困人口2700人，贫困发生率16%。', reports: ['16%'] },
    { input: '一般公共预算收入2600万元，为年初预算5200万元的52%。', reports: ['52%'] },
    { input: '全镇总人口24600人，面积120平方公里，人口密度为每平方公里225人。', reports: ['225人'] },
    { input: '巡察反馈问题40个，已完成整改34个，整改完成率85%。', reports: [] },
    { input: '监测对象310户1040人，消除风险138户517人，风险消除率49.7%。', reports: [] },
    { input: '受理群众来信15件，其中办结14件，正在办理1件，满意率98%。', reports: [] },
  ],
  check(subject, report) {
    reportClaims('prose-rate', subject, report);
  },
};
