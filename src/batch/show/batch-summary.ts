import { compareDiagnostics } from '../../diagnostics/diagnostic.ts';
import { diagnosticJson } from '../../diagnostics/format-json.ts';
import { summarize } from '../../diagnostics/summary.ts';
import type { PassedOver } from '../../disk/passed-over.ts';
import type { PdfFacts } from '../../office/stand-in-fonts.ts';
import type { CountyReport } from '../county-report.ts';
import type { BatchReport } from '../report.ts';
import { countStatuses, type Totals } from '../totals.ts';
import type { UnitResult } from '../unit.ts';

/** A batch in plain data: what `--format json` prints, and what the pages for people are made from. */
export interface BatchSummary {
  readonly version: 1;
  readonly isDryRun: boolean;
  readonly isInterrupted: boolean;
  readonly totals: Totals;
  readonly units: readonly UnitSummary[];
  readonly diagnostics: readonly ReturnType<typeof diagnosticJson>[];
  /** The county that was made of the units, where one was wanted. */
  readonly county?: CountySummary;
  readonly passedOver: readonly PassedOver[];
  readonly problems: readonly string[];
  readonly summary: ReturnType<typeof summarize>;
}

export type CountySummary = Pick<CountyReport, 'output' | 'units' | 'leftOut'>;

export interface UnitSummary {
  readonly facts: string;
  readonly output: string;
  readonly status: UnitResult['status'];
  readonly reason: string;
  /** What the system refused. */
  readonly problem?: string;
  /** Of what was printed. */
  readonly pdf?: PdfFacts;
  readonly errors: number;
  readonly warnings: number;
  readonly pending: readonly string[];
}

/** The same whatever the number of jobs, and on every machine. */
export function summarizeBatch(report: BatchReport): BatchSummary {
  const { collection, county, passedOver, isDryRun, isInterrupted } = report;
  const problems = [...report.problems, ...(county?.problems ?? [])];
  const results = [...report.results];
  const diagnostics = [
    ...results.flatMap((result) => result.diagnostics),
    ...collection,
    ...(county?.faults ?? []),
  ];
  return {
    version: 1,
    isDryRun,
    isInterrupted,
    totals: countStatuses(results),
    units: results.map(summarizeUnit),
    diagnostics: diagnostics.sort(compareDiagnostics).map(diagnosticJson),
    ...(county !== undefined && {
      county: { output: county.output, units: county.units, leftOut: county.leftOut },
    }),
    passedOver,
    problems,
    summary: summarize(diagnostics, results.length),
  };
}

function summarizeUnit({
  facts,
  output,
  status,
  reason,
  problem,
  pdf,
  diagnostics,
  pending = [],
}: UnitResult): UnitSummary {
  const { errors, warnings } = summarize(diagnostics, 1);
  return {
    facts,
    output,
    status,
    reason,
    ...(problem !== undefined && { problem }),
    ...(pdf !== undefined && { pdf }),
    errors,
    warnings,
    pending,
  };
}
