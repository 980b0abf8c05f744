import type { Facts } from '../facts/facts.ts';
import { ownNumber } from '../facts/own-number.ts';

/** The facts without the numbers that clerks set before titles and points: those are the writer's, and would be there twice. */
export function withoutOwnNumbers(facts: Facts): Facts {
  let changed = facts;
  for (const name of TITLED) {
    const items = facts[name];
    const stripped = items === undefined ? undefined : eachStripped(items, stripItem);
    if (stripped !== items) changed = { ...changed, [name]: stripped };
  }
  const { attachments } = facts;
  if (attachments === undefined) return changed;
  const names = eachStripped(attachments, stripAttachment);
  return names === attachments ? changed : { ...changed, attachments: names };
}

/** `附件1：统计表` or `1.统计表`: the note numbers them. */
function stripAttachment(name: string, siblings: number): string {
  return stripText(name.replace(/^\s*附件\s*(?:\d{1,2}\s*[：:.．、\s]|[：:])\s*(?=\S)/, ''), siblings);
}

const TITLED = ['organization', 'work', 'problems', 'causes', 'measures', 'plans'] as const;
const NUMBERED_LISTS = ['points', 'cases', 'evidence', 'results'] as const;

interface TitledFact {
  readonly title?: string;
  readonly points?: readonly string[];
  readonly cases?: readonly string[];
  readonly evidence?: readonly string[];
  readonly results?: readonly string[];
}

/** The list itself where nothing changes. */
function eachStripped<T>(items: readonly T[], strip: (item: T, siblings: number) => T): readonly T[] {
  const { length } = items;
  if (!items.some((item) => strip(item, length) !== item)) return items;
  return items.map((item) => strip(item, length));
}

function stripItem<T extends TitledFact>(item: T, siblings: number): T {
  let changed = item;
  const title = item.title === undefined ? undefined : stripText(item.title, siblings);
  if (title !== item.title) changed = { ...changed, title };
  for (const name of NUMBERED_LISTS) {
    const texts = item[name];
    const stripped = texts === undefined ? undefined : eachStripped(texts, stripText);
    if (stripped !== texts) changed = { ...changed, [name]: stripped };
  }
  return changed;
}

function stripText(text: string, siblings: number): string {
  const number = ownNumber(text, siblings);
  return number === '' ? text : text.slice(number.length);
}
