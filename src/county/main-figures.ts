import { LISTED_FIGURES } from '../account/listed-units.ts';
import { FIGURE_FIELDS } from '../facts/figure-fields.ts';
import type { UnitExtract } from './unit-extract.ts';

const MAIN_PLACES = LISTED_FIGURES.map(([field, path]) => ({
  field,
  index: FIGURE_FIELDS.findIndex((figure) => figure.path === path),
}));

/** What a unit states of them, as it prints it; then how many problems and measures it has, and how many of these are done. */
export function mainFigures({ figures, problems, measures }: UnitExtract): ReadonlyMap<string, string> {
  const main = new Map<string, string>();
  for (const { field, index } of MAIN_PLACES) {
    const text = figures[index] ?? null;
    if (text !== null) main.set(field, text);
  }
  main.set('problems', String(problems.length));
  main.set('measures', String(measures.length));
  main.set('done', String(measures.filter(({ stage }) => stage === '已完成').length));
  return main;
}
