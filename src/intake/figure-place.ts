import { chinesePath, stepsOf } from '../facts/fact-path.ts';
import { DraftRecord } from './facts-draft.ts';

/** A figure by its path; of an item of a list by the list's path and the item's name. */
export interface PlacedFigure {
  readonly path: string;
  readonly item?: string;
}

/** The record and the key of a figure in a draft; a division, and the item of that name, are made where there is none. */
export function figurePlace(
  draft: DraftRecord,
  { path, item }: PlacedFigure,
): { record: DraftRecord; name: string } {
  const last = stepsOf(path)?.at(-1);
  const name = last?.kind === 'part' ? last.name : path.slice(path.lastIndexOf('.') + 1);
  const above = path.slice(0, -name.length - 1);
  if (item === undefined) return { record: draft.at(above), name };
  const list = draft.list(above);
  const key = above === 'branches.roster' ? 'name' : 'category';
  const known = list.find((each) => isSameName(each.text(key) ?? '', item));
  if (known !== undefined) return { record: known, name };
  const made = new DraftRecord();
  made.set(key, item);
  list.push(made);
  return { record: made, name };
}

/** 行政 and 行政编制 are one category. */
function isSameName(a: string, b: string): boolean {
  const plain = (name: string) => name.replace(/(?:编制|职数)$/u, '');
  return plain(a) === plain(b);
}

/** As clerks know it: 党员.总数, 编制“行政编制”核定. */
export function nameOfFigure({ path, item }: PlacedFigure): string {
  if (item === undefined) return chinesePath(path);
  const list = path.slice(0, path.lastIndexOf('.'));
  const field = chinesePath(`${list}.0${path.slice(list.length)}`);
  return `${chinesePath(list)}“${item}”${field.slice(field.lastIndexOf('.') + 1)}`;
}
