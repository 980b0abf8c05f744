import type { WordRun } from './word-document.ts';

/**
 * The runs of a paragraph that only repeat a content control: LibreOffice 7.4 saves one of a single run as three in a row that hold its
 * words once, twice and once more.
 */
export function repeatedControls(runs: readonly WordRun[]): ReadonlySet<WordRun> {
  const repeated = new Set<WordRun>();
  for (let index = 0; index < runs.length; ) {
    const end = endOfRepetition(runs, index);
    const same = runs.slice(index, end);
    const controls = new Set(same.map(({ control }) => control));
    if (same.length >= 3 && controls.size >= 2) for (const run of same.slice(1)) repeated.add(run);
    index = end;
  }
  return repeated;
}

/** After the last run in a row that is in a control and says the same. */
function endOfRepetition(runs: readonly WordRun[], start: number): number {
  const first = runs[start];
  let end = start + 1;
  if (first === undefined || !isInControl(first)) return end;
  while (isInControl(runs[end]) && runs[end]?.text === first.text) end += 1;
  return end;
}

function isInControl(run: WordRun | undefined): boolean {
  return run?.control !== undefined && run.kind === 'text' && run.text.length > 1;
}
