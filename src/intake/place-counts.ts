import { chinesePath, stepsOf } from '../facts/fact-path.ts';
import type { CountedFigure } from '../rosters/figure.ts';
import type { DraftRecord } from './facts-draft.ts';
import { figurePlace } from './figure-place.ts';

/** A figure of which a report says otherwise than the roster counts: the counted one is written. */
export interface Outvoted {
  /** As clerks know it: 党员.总数. */
  readonly name: string;
  readonly counted: string;
  readonly stated: string;
}

/** Writes counted figures into a draft; what it stated of the same facts is in a comment beside them, where it differs. */
export function placeCounts(draft: DraftRecord, figures: readonly CountedFigure[]): readonly Outvoted[] {
  const outvoted: Outvoted[] = [];
  const divided = new Set<string>();
  for (const figure of figures) {
    const part = divisionPart(figure.path);
    if (part === undefined) {
      const { record, name } = figurePlace(draft, figure);
      outvoted.push(...writeCount(record, name, figure, figure.path));
      continue;
    }
    const record = draft.at(part.division);
    if (!divided.has(part.division)) outvoted.push(...clearDivision(record, part.division, figures));
    divided.add(part.division);
    outvoted.push(...writeCount(record, part.name, figure, figure.path));
  }
  return outvoted;
}

/** `members.byAge` and 35岁及以下; undefined of a figure that is no part. */
function divisionPart(path: string): { readonly division: string; readonly name: string } | undefined {
  const last = stepsOf(path)?.at(-1);
  if (last?.kind !== 'part') return undefined;
  return { division: path.slice(0, -last.name.length - 1), name: last.name };
}

/** Parts that a report stated and the roster does not count go: a division is the roster's as a whole. */
function clearDivision(record: DraftRecord, division: string, figures: readonly CountedFigure[]): Outvoted[] {
  const counted = new Set(figures.map(({ path }) => path));
  const gone: Outvoted[] = [];
  for (const [name, value] of record.values) {
    if (counted.has(`${division}.${name}`) || typeof value !== 'string') continue;
    record.values.delete(name);
    gone.push({ name: chinesePath(`${division}.${name}`), counted: '', stated: value });
  }
  return gone;
}

function writeCount(record: DraftRecord, name: string, { value }: CountedFigure, path: string): Outvoted[] {
  const stated = record.values.get(name);
  const counted = String(value);
  record.values.set(name, counted);
  if (typeof stated !== 'string' || stated === counted || stated === '待补') return [];
  record.beside.set(name, `报告里写的是 ${stated}`);
  return [{ name: chinesePath(path), counted, stated }];
}
