import type { DraftRecord } from '../facts-draft.ts';
import { figurePlace } from '../figure-place.ts';
import type { StatedFigure } from './told-figure.ts';

/** Writes figures that a report states into a draft. One that says otherwise than an earlier one is in a comment beside that. */
export function placeTold(draft: DraftRecord, figures: readonly StatedFigure[]): readonly StatedFigure[] {
  return figures.filter((figure) => {
    const { record, name } = figurePlace(draft, figure);
    const before = record.values.get(name);
    if (before === undefined) {
      record.values.set(name, figure.value);
      return true;
    }
    if (typeof before === 'string' && before !== figure.value && !record.beside.has(name))
      record.beside.set(name, `原文另一处是 ${figure.value}`);
    return false;
  });
}
