import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts';
import type { PassedOver } from '../disk/passed-over.ts';
import { ENDING_SIGNALS } from '../ending-signals.ts';
import type { CountyReport } from './county-report.ts';
import type { Results } from './results.ts';
import type { Settled } from './unit.ts';

/** Everything that a batch came to. */
export interface BatchReport {
  readonly results: Results;
  /** What the townships' facts show only together. */
  readonly collection: readonly Diagnostic[];
  /** What the county of the units came to, where one was wanted. */
  readonly county?: CountyReport;
  readonly passedOver: readonly PassedOver[];
  readonly isDryRun: boolean;
  readonly isDraft: boolean;
  readonly isInterrupted: boolean;
  /** What else went wrong, in Chinese: records that could not be kept. */
  readonly problems: readonly string[];
}

/** The gravest exit status that the batch calls for. A draft bears its errors: a unit that was built anyway counts as done. `interrupted`: the status of a run that was ended. */
export function judgeReport(report: BatchReport, interrupted: number = ENDING_SIGNALS.SIGINT): number {
  const { results, collection, county, passedOver, problems, isInterrupted, isDraft } = report;
  const isUnreadable = passedOver.some(({ why }) => why === 'unreadable');
  return Math.max(
    isInterrupted ? interrupted : ALL_DONE,
    isUnreadable || problems.length > 0 ? TROUBLE : ALL_DONE,
    !isDraft && hasErrors(collection) ? FINDINGS : ALL_DONE,
    county?.status ?? ALL_DONE,
    ...new Set(results.settled().map(judgeUnit)),
  );
}

/** As of the command line's exit statuses. */
const ALL_DONE = 0;
const FINDINGS = 1;
const TROUBLE = 2;
const BUG = 70;

function judgeUnit({ status, problem, isBug }: Settled): number {
  if (isBug) return BUG;
  if (problem !== undefined) return TROUBLE;
  return status === 'failed' ? FINDINGS : ALL_DONE;
}
