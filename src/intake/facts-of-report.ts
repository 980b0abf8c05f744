import type { FinishedDocument } from '../document/finished-document.ts';
import { type Reading, readFacts } from '../facts/read-facts.ts';
import { fillSkeleton } from './fill-skeleton.ts';
import { readReport } from './report/read-report.ts';

/** What a finished report says, as facts: its figures as far as they are sure, its items, measures and plans. */
export async function factsOfReport(document: FinishedDocument): Promise<Reading> {
  const { draft, template } = readReport(document);
  const text = fillSkeleton(draft, { schema: '', template, head: [], keepsPending: false });
  const { value } = await readFacts({ file: document.file, bytes: new TextEncoder().encode(text) });
  if (value === undefined) throw new Error('the facts of a finished report cannot be read');
  return value;
}
