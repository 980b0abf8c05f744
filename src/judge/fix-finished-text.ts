import { readFinishedText } from '../document/read-finished-text.ts';
import { finishedPassages } from './finished-passages.ts';
import { addCounts, type Fixed, MOST_FIX_ROUNDS } from './fixed.ts';
import { type RuleSettings, runProseRules } from './run.ts';
import { applyEdits, type TextEdit, withoutOverlaps } from './text-edit.ts';

/** Mends a finished report in plain text: what prose rules hold a safe replacement for. Lines and their ends stay. */
export function fixFinishedText(file: string, before: string, settings: RuleSettings): Fixed {
  const counts = new Map<string, number>();
  let text = before;
  for (let round = 0; round < MOST_FIX_ROUNDS; round += 1) {
    const edits = textEdits(file, text, settings);
    if (edits.length === 0) break;
    addCounts(counts, edits);
    text = applyEdits(text, edits);
  }
  return { before, after: text, counts };
}

function textEdits(file: string, text: string, settings: RuleSettings): TextEdit[] {
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((end) => end.index + end[0].length)];
  const findings = runProseRules(finishedPassages(readFinishedText(file, text)), settings);
  return withoutOverlaps(
    findings.flatMap(({ rule, replacement, at: { paragraph, span } }) => {
      const line = paragraph === undefined ? undefined : starts[paragraph];
      if (replacement === undefined || span === undefined || line === undefined) return [];
      return [{ start: line + span[0], end: line + span[1], replacement, rule }];
    }),
  );
}
