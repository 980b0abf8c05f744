import { type Diagnostic, diagnosticKey, hasErrors } from '../../diagnostics/diagnostic.ts';
import type { BatchConsole, BatchOptions } from '../options.ts';
import type { UnitResult } from '../unit.ts';
import { describeFindings } from './describe-findings.ts';
import { needsAttention, unitLine } from './listing.ts';
import { drawProgress, NO_PROGRESS } from './progress.ts';

/** Shows a batch while it runs: a line for each unit, its errors, and how far it has come. */
export interface BatchView {
  beginRound(label: string, units: number): void;
  advance(results: readonly UnitResult[]): void;
  settle(results: readonly UnitResult[]): void;
  say(text: string): void;
  end(): void;
}

export function startShowing(options: BatchOptions, console: BatchConsole): BatchView {
  let progress = NO_PROGRESS;
  const isNews = onceEach();
  const isListing = options.listing !== 'json';
  const lineOf = (result: UnitResult) => unitLine(result, options.isDryRun ?? false, console.outStyle);
  return {
    beginRound(label, units) {
      progress.clear();
      progress = console.isTerminal && units > 0 ? drawProgress(label, units, console.err) : NO_PROGRESS;
    },
    advance: (results) => progress.advance(results.length, results.filter(isFailed).length),
    settle(results) {
      if (!isListing) return;
      const listed = console.isOutTerminal ? results.filter(needsAttention) : results;
      if (listed.length === 0) return;
      progress.clear();
      console.out(listed.map(lineOf).join(''));
      const errors = listed.filter(isFailed).flatMap(unitErrors).filter(isNews);
      if (errors.length > 0) {
        const diagnostics = errors.map(({ diagnostic }) => diagnostic);
        console.err(`${describeFindings(diagnostics, console.errStyle)}\n`);
      }
    },
    say(text) {
      progress.clear();
      console.err(text);
    },
    end: () => progress.clear(),
  };
}

function isFailed({ status }: UnitResult): boolean {
  return status === 'failed';
}

interface UnitError {
  readonly facts: string;
  readonly diagnostic: Diagnostic;
}

function unitErrors({ diagnostics, facts }: UnitResult): readonly UnitError[] {
  if (!hasErrors(diagnostics)) return [];
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map((diagnostic) => ({ facts, diagnostic }));
}

/** What is in another file than the unit's facts, a template or the configuration, is shown with the first unit that meets it. */
function onceEach(): (error: UnitError) => boolean {
  const shown = new Set<string>();
  return ({ facts, diagnostic }) => {
    if (diagnostic.file === facts) return true;
    const key = diagnosticKey(diagnostic);
    const isNew = !shown.has(key);
    shown.add(key);
    return isNew;
  };
}
