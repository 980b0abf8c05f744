import { LimitReached } from '../diagnostics/budget.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { fail, type Outcome, succeed } from '../diagnostics/outcome.ts';
import type { Reading } from '../facts/read-facts.ts';
import { gapDiagnostics } from './describe-gaps.ts';
import type { Gap, GapLog } from './gap.ts';
import { type PrintedFacts, printMarked } from './origin-marks.ts';
import { PART_END } from './part-end.ts';
import { viewReport } from './report-view.ts';
import type { Template } from './template.ts';
import { limitProblem } from './template-problem.ts';
import type { View } from './view.ts';

export interface PrintOptions {
  /** A draft prints what is missing as 【待补：…】; otherwise it is an error. */
  readonly isDraft: boolean;
  /** An addressee for facts that name none, where the user set one. */
  readonly recipient?: string | undefined;
  /** Whether a fact was already reported as missing, 待补 or not to be read: it stops the build, but is not said twice. */
  readonly isReported?: (path: string) => boolean;
  /** Marks where the text of each fact begins, and notes the texts here. */
  readonly marks?: PrintedFacts | undefined;
}

/** Prints the facts through a template; each missing fact that a final build would print is one `pending-value`. */
export async function renderMarkup(
  template: Template,
  reading: Reading,
  options: PrintOptions,
): Promise<Outcome<string>> {
  const log: GapLog = { gaps: [] };
  let markup: string;
  try {
    const print = () => template.print(viewFor(template, reading, options, log));
    markup = withoutPartEnds(options.marks === undefined ? print() : printMarked(options.marks, print));
  } catch (error) {
    if (!(error instanceof LimitReached)) throw error;
    return fail([await placeLimit(error, template, (traced) => viewFor(template, reading, options, traced))]);
  }
  if (options.isDraft || log.gaps.length === 0) return succeed(markup);
  const said = new Set(reading.missing.map(({ at }) => at.path));
  const isUnsaid = ({ path }: Gap) => !said.has(path) && !options.isReported?.(path);
  if (!log.gaps.some(isUnsaid)) return fail([]);
  const traced: GapLog = { gaps: [] };
  await template.trace(viewFor(template, reading, options, traced), traced);
  return fail(gapDiagnostics(traced.gaps.filter(isUnsaid), await reading.places()));
}

/** Prints once more to find the statement at which the limit was reached. */
async function placeLimit(
  { message }: LimitReached,
  template: Template,
  view: (log: GapLog) => View,
): Promise<Diagnostic> {
  const log: GapLog = { gaps: [] };
  try {
    await template.trace(view(log), log);
  } catch (error) {
    if (!(error instanceof LimitReached)) throw error;
  }
  return limitProblem(message, log.place, template.info.body);
}

/** The facts as the template sees them. */
export function viewFor(
  template: Template,
  { facts, written }: Reading,
  { recipient }: Pick<PrintOptions, 'recipient'>,
  log: GapLog,
) {
  const { info, isBilingual } = template;
  return viewReport({ facts, written, isBilingual, recipient, headings: info.headings }, log);
}

/** Without the ends of parts that no `join` took, as after a part that stands alone. */
function withoutPartEnds(markup: string): string {
  return markup.includes(PART_END) ? markup.replaceAll(PART_END, '') : markup;
}
