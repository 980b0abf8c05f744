import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Outcome } from '../diagnostics/outcome.ts';
import { readFinished } from '../document/read-finished.ts';
import { readMarkup } from '../document/read-markup.ts';
import type { Document } from '../document/tree.ts';
import { canonicalPath } from '../facts/fact-path.ts';
import { PENDING } from '../facts/facts.ts';
import type { Reading } from '../facts/read-facts.ts';
import { findReferent, mayRefer, printReferent } from '../facts/references.ts';
import { type LayoutVariations, layoutOf } from '../format/layout.ts';
import { judgeLayout } from '../layout/judge-layout.ts';
import type { LayoutRuleId } from '../layout/judgement.ts';
import { readStationery } from '../template/read-stationery.ts';
import { templateProblem } from '../template/template-problem.ts';
import { setInStationery } from '../typeset/set-in-stationery.ts';
import { spansText, withoutClosing } from '../write/closing-marks.ts';
import { printInlines } from '../write/print-inlines.ts';

/** A report before it is written. */
interface InStationery {
  readonly reading: Pick<Reading, 'facts' | 'written'>;
  readonly document: Document;
  readonly layout: LayoutVariations | undefined;
}

/** The bytes of a report that is in its office's own file. UserError where that file cannot be read. */
export function buildInStationery(
  file: string,
  { reading, document, layout }: InStationery,
): Outcome<Uint8Array> {
  const textOf = (path: string) => printedOf(path, document) ?? factOf(path, reading);
  return setInStationery(
    { file, bytes: readStationery(file) },
    { document, layout: layoutOf(layout), textOf },
  );
}

/** What is wrong with a stationery whatever the facts, and where its page leaves the standard. UserError where it cannot be read. */
export function checkStationery(file: string, layout: LayoutVariations | undefined): readonly Diagnostic[] {
  const { document } = readMarkup(SAMPLE, { isDraft: true });
  const textOf = (path: string) => {
    if (canonicalPath(path) === 'report.number') return SAMPLE_NUMBER;
    return printedOf(path, document) ?? (mayRefer(path) ? '' : undefined);
  };
  const { value, diagnostics } = setInStationery(
    { file, bytes: readStationery(file) },
    {
      document,
      layout: layoutOf(layout),
      textOf,
    },
  );
  return value === undefined ? diagnostics : stationeryDeviations(file, value);
}

const SAMPLE = '<title>关于样稿的报告</title><p>正文由报告写出，这里只看版式。</p>';
const SAMPLE_NUMBER = '样发〔2000〕1号';

/** Of pages, whichever paragraph they are told at. */
const PAGE_RULES: ReadonlySet<LayoutRuleId> = new Set(['layout-page', 'layout-page-number']);

/** What the report itself prints at its head, whether the facts say it or the template does. */
function printedOf(path: string, { title, addressee = [] }: Document): string | undefined {
  const name = canonicalPath(path);
  if (name === 'report.title') return spansText(withoutClosing(printInlines(title)));
  return name === 'report.recipient' ? spansText(withoutClosing(printInlines(addressee))) : undefined;
}

/** Empty for one that is missing, undefined for what is no single value. */
function factOf(path: string, { facts, written }: InStationery['reading']): string | undefined {
  const referent = findReferent(path, facts);
  if (referent === undefined || referent.value === PENDING) return referent && '';
  return printReferent(referent, written) ?? '';
}

/** Where the finished page leaves GB/T 9704, one warning a clause: its pages, and the report's own words in it. The office's are its own matter. */
function stationeryDeviations(file: string, bytes: Uint8Array): Diagnostic[] {
  const { value: finished } = readFinished(file, bytes);
  if (finished?.word === undefined) return [];
  const warn = (message: string, hint: string): Diagnostic => ({
    ...templateProblem(file, [1, 1], message, hint),
    rule: 'layout-deviation',
    severity: 'warning',
  });
  const isOurs = (index: number) => SAMPLE.includes(`>${finished.paragraphs[index]?.text.trim()}<`);
  const deviations = judgeLayout(finished, finished.word.document).flatMap(
    ({ clause, item, rule, deviations }) => {
      const meant = deviations.filter(({ at }) => PAGE_RULES.has(rule) || at.length === 0 || at.some(isOurs));
      const [first] = meant;
      if (first === undefined) return [];
      const found = [...new Set(meant.map((each) => each.found))].join('；');
      return warn(
        `底稿排出来的版式与国家标准不同——${item}：现为${found}，应为${first.wanted}（${clause}）`,
        '本单位确有规定的可以保留；否则在底稿里改。',
      );
    },
  );
  const main = finished.word.package.text(finished.word.document.part);
  const isRevised = 'text' in main && /<w:(?:ins|del|moveFrom|moveTo)\s/.test(main.text);
  return isRevised
    ? [warn('底稿里还有没有处理的修订，报告里也会有', '在 Word 的“审阅”里接受或拒绝。'), ...deviations]
    : deviations;
}
