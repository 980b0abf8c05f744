import type { Basis } from './rule.ts';

/** A rule's basis in one line: `《…》7.2.5（规定）；本身可证：四则运算`. */
export function describeBasis({ source, clause, isUnchecked, rank, proof }: Basis): string {
  const place = clause === undefined ? source : `${source}，${clause}`;
  return `${place}（${rank}${isUnchecked === true ? '，条号未与原文核对' : ''}）${proof === undefined ? '' : `；本身可证：${proof}`}`;
}
