import { type Band, bandsOf, doOverlap, isCumulativeTally } from '../../account/bands.ts';
import type { WholeDivision } from '../../account/whole.ts';
import { nameOf } from '../../facts/fact-path.ts';
import type { FactsRule } from '../rule.ts';

export const bandOverlap: FactsRule = {
  id: 'band-overlap',
  stage: 'facts',
  severity: 'warning',
  docs: {
    title: '年龄段或学历档次互相重叠',
    why: '“以上”“以下”都包括本数，“35岁以下”和“35～45岁”都含 35 岁，同一个人会数两次；“初中以上”已经包含“大专以上”，也不能当作分项相加。',
    fix: '改成互不重叠的分法，例如“35岁以下”“36～45岁”“46岁以上”。只是列几个累计数的，在总数旁写“不完整: 是”。',
    basis: { source: '统计分组的通行做法：各组不重不漏', rank: '通常' },
  },
  examples: [
    { input: '党员:\n  年龄: {35岁以下: 60, 35-45岁: 100, 46岁以上: 140}', reports: ['35-45岁'] },
    { input: '党员:\n  年龄: {35岁及以下: 60, 36～45岁: 100, 46岁以上: 140}', reports: [] },
    { input: '党员:\n  年龄: {不满35岁: 60, 35岁以上: 240}', reports: [] },
    { input: '党员:\n  学历: {初中以上: 200, 大专以上: 90}', reports: ['大专以上'] },
    { input: '党员:\n  学历: {大专及以上: 90, 高中及以下: 210}', reports: [] },
  ],
  check({ account }, report) {
    for (const division of account.wholes.flatMap(({ divisions }) => divisions)) {
      const [first, ...others] = overlapsIn(division);
      if (first === undefined) continue;
      const [earlier, later] = first;
      report({
        at: { path: `${division.path}.${later.name}`, part: 'key' },
        message: messageFor(earlier, later, others.length),
        hint: '改成互不重叠的分法；只列几个累计数的，在总数旁写“不完整: 是”。',
        related: [
          { message: `“${earlier.name}”`, at: { path: `${division.path}.${earlier.name}`, part: 'key' } },
        ],
      });
    }
  },
};

type Overlap = readonly [earlier: Band, later: Band];

/** Cumulative bands are no slip where the file says that the parts are not the whole. */
function overlapsIn({ parts, path, isFree, isPartial }: WholeDivision): Overlap[] {
  if (!isFree) return [];
  const overlaps: Overlap[] = [];
  const bands = bandsOf(
    parts.map(({ name }) => name),
    nameOf(path) === 'byAge',
  );
  bands.forEach((earlier, index) => {
    for (let at = index + 1; at < bands.length; at += 1) {
      const later = bands[at];
      if (
        later !== undefined &&
        doOverlap(earlier, later) &&
        !(isPartial && isCumulativeTally(earlier, later))
      )
        overlaps.push([earlier, later]);
    }
  });
  return overlaps;
}

function messageFor(earlier: Band, later: Band, others: number): string {
  const more = others === 0 ? '' : `，另有 ${others} 处重叠`;
  const shared = Math.max(earlier.low, later.low);
  if (
    earlier.scale === 'age' &&
    !isCumulativeTally(earlier, later) &&
    shared === Math.min(earlier.high, later.high)
  ) {
    return `“${earlier.name}”和“${later.name}”都包括 ${shared} 岁，同一个人会数两次${more}`;
  }
  return `“${earlier.name}”和“${later.name}”互相包含，不能当作分项相加${more}`;
}
