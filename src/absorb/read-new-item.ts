import type { FactValue } from '../facts/edit/fact-edit.ts';
import { stepsOf } from '../facts/fact-path.ts';
import type { Fields } from '../facts/field.ts';
import { pieceWords, type ReportPiece } from './piece.ts';

/** An item that somebody added to a list in Word. */
export interface NewItem {
  readonly list: string;
  readonly paragraph: number;
  /** As it is in the report. */
  readonly text: string;
  readonly value: FactValue;
  /** It was added to a table, and may be printed elsewhere too. */
  readonly isRow?: boolean;
  /** The item beside which it stands. */
  readonly sibling: number;
}

/**
 * Reads a new item out of its pieces: what comes before the first 。 is its title, what follows its body; 一是…二是… are points, where items of
 * that list have points. Undefined for a list whose items are no prose.
 */
export function readNewItem(list: string, pieces: readonly ReportPiece[]): FactValue | undefined {
  const fields = itemFields(list);
  const [first, ...rest] = pieces;
  if (first === undefined || fields === undefined) return undefined;
  if (fields === 'text') return rest.length === 0 ? openText(pieceWords(first)) : undefined;
  if (fields.title === undefined || fields.body === undefined) return undefined;
  const { aspect, words } = takeAspect(pieceWords(first), fields);
  const stop = words.indexOf('。');
  const title = openText(stop === -1 ? words : words.slice(0, stop));
  const paragraphs = stop === -1 ? [] : [words.slice(stop + 1)].filter((text) => text !== '');
  const points: string[] = [];
  for (const piece of rest) {
    if (piece.mark === 'series' && fields.points !== undefined) points.push(openText(pieceWords(piece)));
    else if (piece.isJoined && paragraphs.length > 0)
      paragraphs.push(`${paragraphs.pop() ?? ''}${piece.text}`);
    else paragraphs.push(piece.text);
  }
  return {
    title,
    ...(aspect !== undefined && { aspect }),
    ...(paragraphs.length > 0 && { body: paragraphs.join('\n') }),
    ...(points.length > 0 && { points }),
  };
}

/** 从干部工作来看， before a problem is its aspect. */
function takeAspect(text: string, fields: Fields): { readonly aspect?: string; readonly words: string } {
  const match = fields.aspect === undefined ? null : /^从(.{1,20}?)来看，/.exec(text);
  return match === null ? { words: text } : { aspect: match[1] ?? '', words: text.slice(match[0].length) };
}

function openText(text: string): string {
  return text.trim().replace(/[。；，、：]+$/, '');
}

/** What the items of a list hold; `text` where they are texts. */
function itemFields(list: string): Fields | 'text' | undefined {
  const step = stepsOf(list)?.at(-1);
  const field = step?.kind === 'field' ? step.field : undefined;
  if (field?.kind === 'proses') return 'text';
  return field?.kind === 'list' ? field.item : undefined;
}
