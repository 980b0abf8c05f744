import type { Inputs, UnitRecord } from './unit-record.ts';

/** Why a unit's report must be made, in Chinese; undefined where it was made from the very same inputs. */
export function findReason(record: UnitRecord | undefined, inputs: Inputs): string | undefined {
  if (record === undefined) return '新增';
  const changed = CHANGE_REASONS.find(([key]) => record.inputs[key] !== inputs[key]);
  return changed?.[1];
}

/** The first that differs is the one that is said. */
const CHANGE_REASONS: readonly (readonly [keyof Inputs, string])[] = [
  ['facts', '事实有变动'],
  ['sources', '名册或上期有变动'],
  ['settings', '配置或选项有变动'],
  ['version', '程序版本有变动'],
  ['templateDigest', '模板有变动'],
];
