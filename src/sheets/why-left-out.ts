import { problemLinks } from '../account/problem-links.ts';
import { LIMITS } from '../diagnostics/budget.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Facts } from '../facts/facts.ts';

/**
 * Why a unit cannot be in a ledger; undefined where its problems and measures could be read, whatever else is wrong with its facts:
 * a unit with an overdue measure is what a county looks for.
 */
export function whyLeftOut(facts: Facts | undefined, diagnostics: readonly Diagnostic[]): string | undefined {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (facts === undefined) return `事实文件读不出来，有${errors.length}个错误`;
  if (facts.unit?.name === undefined) return '没有写单位名称';
  const spoilt = errors.filter(
    ({ rule, path = '' }) => SPOILS_LEDGER.has(rule) && (path === '' || OF_LEDGER.test(path)),
  );
  if (spoilt.length > 0) return `问题和措施里有${spoilt.length}个错误，没有读全`;
  const isEmpty = (facts.problems ?? []).length + (facts.measures ?? []).length === 0;
  return isEmpty ? '没有写问题和措施' : whyTooLong(facts);
}

/** A measure's texts and a problem's are printed as often as they meet, so few lines of facts can ask for any number of rows. */
function whyTooLong(facts: Facts): string | undefined {
  const { problems = [], measures = [] } = facts;
  const { answers, named } = problemLinks(facts, 'measures');
  const rowsOf = (meets: readonly unknown[]) => Math.max(meets.length, 1);
  const rows = answers.reduce((sum, measuresOfIt) => sum + rowsOf(measuresOfIt), 0);
  if (rows > LIMITS.ledgerRows) {
    return `台账有${rows}行，超过了${LIMITS.ledgerRows}行，请减少一条措施对应的问题`;
  }
  const lengthOf = (items: readonly unknown[], meets: readonly (readonly unknown[])[]) =>
    items.reduce<number>((sum, item, at) => sum + JSON.stringify(item).length * rowsOf(meets[at] ?? []), 0);
  const length = lengthOf(problems, answers) + lengthOf(measures, named);
  return length > LIMITS.markup
    ? `台账的文字超过了${LIMITS.markup}个字符，请缩短问题和措施的文字`
    : undefined;
}

/** Rules that find what cannot be printed: it was not read, names nothing, or must not leave the unit. */
const SPOILS_LEDGER = new Set([
  'yaml-syntax',
  'schema',
  'lossy-value',
  'text-encoding',
  'illegal-character',
  'unknown-reference',
  'pending-value',
  'sensitive-data',
]);
const OF_LEDGER = /^(?:problems|measures)(?:\.|$)/;
