import { reportClaims } from '../report-claims.ts';
import type { ProseRule } from '../rule.ts';

/** S3. A share fits its numerator and denominator, where both are plain. */
export const proseShare: ProseRule = {
  id: 'prose-share',
  stage: 'prose',
  severity: 'error',
  docs: {
    title: '正文里的占比',
    why: '“22名，占44%”这样的占比多是手算的，改了人数常忘了改比例，是公开报告里最多的差错。',
    fix: '用分子除以分母重新计算；分母不是上文那个数的，写明“占××的”。',
    basis: { source: '占比＝部分÷整体', rank: '通常', proof: '四则运算' },
  },
  examples: [
    { input: '党员300名，其中女党员62名，占21.7%。', reports: ['21.7%'] },
    { input: '干部50名，其中35岁以下22名，占40%，45岁以上10名，占20%。', reports: ['40%'] },
    { input: '全镇共有党员300名。女党员62名，占党员总数的30.7%。', reports: ['30.7%'] },
    { input: '党员300名，其中女党员62名，占20.7%；预备党员18名，占6%。', reports: [] },
    { input: '干部50名，其中35岁以下22名，占44%，大专以上学历40名，占80%。', reports: [] },
    { input: '提拔干部22名，占44%。女党员约62名，占全县的3%。', reports: [] },
    { input: '35岁以下干部27名，占干部总数71名的48%。', reports: ['48%'] },
    { input: '已完成整改18个，占问题总数20个的95%。', reports: ['95%'] },
    {
      input: '镇机关现有干部42名。全镇35岁以下干部27名，占干部总数71名的38%，占全镇干部总数的38%。',
      reports: [],
    },
    { input: '机关支部党员42名，占全镇党员486名的8.6%，其中女党员10名，占23.8%。', reports: [] },
    { input: '班子成员中，40岁以下4名，占44.4%，女性2名，占22.2%。', reports: [] },
    { input: '全镇共有党员486名，占全县党员总数的3.2%。', reports: [] },
    {
      input: '党员300名、干部50名，年轻干部20名，占40%，退休党员90名，占30%，新进人员5名，占12%。',
      reports: [],
    },
  ],
  check(subject, report) {
    reportClaims('prose-share', subject, report);
  },
};
