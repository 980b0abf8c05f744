import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type Outcome, succeed } from '../diagnostics/outcome.ts';
import { readFinished } from '../document/read-finished.ts';
import { readMarkup } from '../document/read-markup.ts';
import type { Document } from '../document/tree.ts';
import { formatDate, isDate } from '../facts/dates.ts';
import type { Facts } from '../facts/facts.ts';
import { findReferent } from '../facts/references.ts';
import { type LayoutVariations, layoutOf } from '../format/layout.ts';
import { judgeLayout } from '../layout/judge-layout.ts';
import { readStationery } from '../template/read-stationery.ts';
import { templateProblem } from '../template/template-problem.ts';
import { setInStationery } from '../typeset/set-in-stationery.ts';

/** A report before it is written. */
interface InStationery {
  readonly facts: Facts;
  readonly document: Document;
  readonly layout: LayoutVariations | undefined;
}

/** The bytes of a report that is in its office's own file. UserError where that file cannot be read. */
export function buildInStationery(
  file: string,
  { facts, document, layout }: InStationery,
): Outcome<Uint8Array> {
  const bytes = readStationery(file);
  const textOf = (path: string) => {
    const referent = findReferent(path, facts);
    return referent === undefined ? undefined : textOfValue(referent.value);
  };
  const set = setInStationery({ file, bytes }, { document, layout: layoutOf(layout), textOf });
  return set.value === undefined ? set : succeed(set.value, stationeryDeviations(file, set.value));
}

/** What is wrong with a stationery whatever the facts, and where its page leaves the standard. UserError where it cannot be read. */
export function checkStationery(file: string, layout: LayoutVariations | undefined): readonly Diagnostic[] {
  const { document } = readMarkup('<title>题</title><p>文</p>', { isDraft: true });
  return buildInStationery(file, { facts: {}, document, layout }).diagnostics;
}

/** Where the finished page leaves GB/T 9704, one warning a clause. */
function stationeryDeviations(file: string, bytes: Uint8Array): Diagnostic[] {
  const { value: finished } = readFinished(file, bytes);
  if (finished?.word === undefined) return [];
  return judgeLayout(finished, finished.word.document)
    .filter(({ verdict }) => verdict === '不合')
    .map(({ clause, item, found, wanted }) => {
      const message = `底稿排出来的版式与国家标准不同——${item}：现为${found}，应为${wanted}（${clause}）`;
      const hint = '本单位确有规定的可以保留；否则在底稿里改。';
      return {
        ...templateProblem(file, [1, 1], message, hint),
        rule: 'layout-deviation',
        severity: 'warning',
      };
    });
}

/** Undefined for what is no single value. */
function textOfValue(value: unknown): string | undefined {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  return isDate(value) ? formatDate(value) : undefined;
}
