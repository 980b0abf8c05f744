import type { CalendarDate } from '../../facts/dates.ts';
import { isoDate } from '../../facts/dates.ts';
import { chinesePath } from '../../facts/fact-path.ts';
import { DraftRecord } from '../facts-draft.ts';
import { type FigureSentence, readFigureSentence } from './figure-sentence.ts';
import { placeTold } from './place-told.ts';
import { sentencesIn } from './sentences-in.ts';
import type { StatedFigure } from './told-figure.ts';

export interface OverviewOptions {
  /** The report's. */
  readonly date: CalendarDate | undefined;
  /** Whether what tells no figure is the overview's too; otherwise it is given back. */
  readonly takesAll: boolean;
}

/**
 * Places an overview: a sentence that is nothing but figures becomes those, and itself a comment above them, for templates say it in their own
 * words; other sentences beside it are its lead-in.
 */
export function placeOverview(
  draft: DraftRecord,
  paragraphs: readonly string[],
  { date, takesAll }: OverviewOptions,
): { readonly rest: readonly string[]; readonly figures: readonly StatedFigure[] } {
  const rest: string[] = [];
  const lead: string[] = [];
  const figures: StatedFigure[] = [];
  for (const paragraph of paragraphs) {
    const read = sentencesIn(paragraph).map((sentence) => ({
      sentence,
      told: readFigureSentence(sentence, date),
    }));
    const prose = read.filter(({ told }) => told === undefined).map(({ sentence }) => sentence);
    if (prose.length === read.length) {
      (takesAll ? lead : rest).push(paragraph);
      continue;
    }
    for (const { sentence, told } of read)
      if (told !== undefined) figures.push(...placeSentence(draft, sentence, told));
    if (prose.length > 0) lead.push(prose.join(''));
  }
  const before = draft.text('leadIns.overview');
  const all = [...(before === undefined ? [] : [before]), ...lead];
  if (all.length > 0) draft.set('leadIns.overview', all.join('\n'));
  return { rest, figures };
}

/** Whether some sentence of a paragraph is nothing but figures. */
export function tellsFigures(paragraph: string, date: CalendarDate | undefined): boolean {
  return sentencesIn(paragraph).some((sentence) => readFigureSentence(sentence, date) !== undefined);
}

function placeSentence(draft: DraftRecord, sentence: string, told: FigureSentence): readonly StatedFigure[] {
  const stated = told.figures.map((figure) => ({ ...figure, sentence }));
  const [root = told.indicators.length > 0 ? 'indicators' : 'posts'] = stated[0]?.path.split('.') ?? [];
  draft.note(root, `原文：${sentence}`);
  for (const { name, value, unit, of, byKind } of told.indicators) {
    const record = new DraftRecord();
    record.set('name', name);
    record.set('value', value);
    record.set('unit', unit);
    if (of !== undefined) record.set('of', /^\d/u.test(of) ? of : chinesePath(of));
    if (byKind !== undefined) {
      const parts = record.at('byKind');
      for (const [part, count] of byKind) parts.values.set(part, count);
    }
    draft.list('indicators').push(record);
  }
  if (told.period !== undefined && draft.get('report.from') === undefined) {
    draft.set('report.from', isoDate(told.period.from));
    if (told.period.to !== undefined) draft.set('report.to', isoDate(told.period.to));
  }
  return placeTold(draft, stated);
}
