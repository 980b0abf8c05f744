import type { Field, Fields } from '../facts/field.ts';
import { DraftRecord, type DraftValue } from './facts-draft.ts';
import { withoutIllegal } from './without-illegal.ts';
import { figureText, keyText, lineText, onOneLine } from './yaml-scalar.ts';

/** The lines of a record's keys, in the vocabulary's order, with their comments. */
export function recordLines(fields: Fields, record: DraftRecord, indent: string): string[] {
  const lines = Object.entries(fields).flatMap(([name, field]) => [
    ...draftComments(record.above.get(name), indent),
    ...fieldLines(field, record, name, indent),
  ]);
  return [...lines, ...draftComments(record.above.get(''), indent)];
}

/** The lines of one key of a record; none where it has no value. */
export function fieldLines(field: Field, record: DraftRecord, name: string, indent: string): string[] {
  const value = record.values.get(name);
  if (value === undefined) return [];
  const [first = '', ...rest] = valueLines(field, value, indent);
  const beside = record.beside.get(name);
  return [
    `${indent}${field.zh}:${first}${beside === undefined ? '' : `   # ${commentLine(beside)}`}`,
    ...rest,
  ];
}

/** Text that is kept as a comment, a line each. */
export function draftComments(texts: readonly string[] | undefined, indent: string): string[] {
  return (texts ?? []).flatMap((text) =>
    text.split('\n').map((line) => `${indent}# ${cleanLine(line)}`.trimEnd()),
  );
}

function commentLine(text: string): string {
  return cleanLine(onOneLine(text));
}

/** A comment ends with its line and holds no character that a facts file refuses. */
function cleanLine(line: string): string {
  return withoutIllegal(line.replace(/[\t\r]/gu, ' ')).trimEnd();
}

/** What follows the colon: the rest of its line, and the lines under it. */
function valueLines(field: Field, value: DraftValue, indent: string): string[] {
  if (typeof value === 'string') return draftTextLines(field, value, indent);
  if (value instanceof DraftRecord) return innerLines(field, value, indent);
  const [first] = value;
  if (first === undefined) return [' []'];
  return typeof first === 'string'
    ? textsLines(field, value as readonly string[], indent)
    : itemsLines(field, value as readonly DraftRecord[], indent);
}

function draftTextLines({ kind }: Field, value: string, indent: string): string[] {
  const text = withoutIllegal(value).replaceAll('\t', ' ').trim();
  if (text === '') return [''];
  if (isFigure(kind)) return [` ${figureText(text)}`];
  if (kind !== 'prose' && kind !== 'proses') return [` ${lineText(text)}`];
  const plain = text.includes('\n') ? undefined : lineText(text);
  if (plain !== undefined && (!plain.startsWith('"') || text.length <= LONGEST_QUOTED)) return [` ${plain}`];
  return [' |', ...text.split('\n').flatMap((line) => blockLine(line, indent))];
}

/** Prose that needs quotes is in a block, where nothing needs any, unless it is short. */
const LONGEST_QUOTED = 40;

function blockLine(line: string, indent: string): string[] {
  const text = line.replace(/\t/gu, ' ').trim();
  return text === '' ? [] : [`${indent}  ${text}`];
}

function isFigure(kind: Field['kind']): boolean {
  return ['count', 'difference', 'amount', 'denominator', 'version'].includes(kind);
}

function innerLines(field: Field, value: DraftRecord, indent: string): string[] {
  if (field.kind === 'record') {
    const flow = indent === '' ? undefined : flowItem(field.fields, value);
    return flow === undefined ? ['', ...recordLines(field.fields, value, `${indent}  `)] : [` ${flow}`];
  }
  const isTally = field.kind === 'tally';
  const parts = [...value.values].map(([name, text]) => {
    const part = typeof text === 'string' ? text : '';
    return { name, text: `${keyText(name)}: ${isTally ? figureText(part) : lineText(part)}` };
  });
  const flow = ` { ${parts.map(({ text }) => text).join(', ')} }`;
  if (value.beside.size === 0 && lineWidth(flow) <= WIDEST_FLOW) return [flow];
  return ['', ...parts.map(({ name, text }) => `${indent}  ${text}${besideText(value, name)}`)];
}

function besideText({ beside }: DraftRecord, name: string): string {
  const text = beside.get(name);
  return text === undefined ? '' : `   # ${commentLine(text)}`;
}

/** Texts of a list: one alone comes after the key. */
function textsLines(field: Field, texts: readonly string[], indent: string): string[] {
  const [only, second] = texts;
  const isNames = field.kind === 'texts';
  if (only !== undefined && second === undefined && field.kind !== 'list')
    return draftTextLines(field, only, indent);
  if (isNames) return [` [${texts.map(lineText).join(', ')}]`];
  const kind = field.kind === 'list' ? 'text' : 'prose';
  return [
    '',
    ...texts.flatMap((text) => {
      const [first = '', ...rest] = draftTextLines({ ...field, kind } as Field, text, `${indent}  `);
      return [`${indent}  -${first}`, ...rest];
    }),
  ];
}

function itemsLines(field: Field, items: readonly DraftRecord[], indent: string): string[] {
  if (field.kind !== 'list' || field.item === 'text') return [' []'];
  const { item: fields, bare } = field;
  return [
    '',
    ...items.flatMap((item) => {
      const only = bare !== undefined && item.values.size === 1 ? item.text(bare) : undefined;
      if (only !== undefined) return [`${indent}  - ${lineText(only)}`];
      const flow = flowItem(fields, item);
      if (flow !== undefined) return [`${indent}  - ${flow}`];
      const [first = '', ...rest] = recordLines(fields, item, `${indent}    `);
      const opened = first.startsWith(`${indent}    #`) ? undefined : first.trimStart();
      return opened === undefined ? leadByKey([first, ...rest], indent) : [`${indent}  - ${opened}`, ...rest];
    }),
  ];
}

/** Comments above an item's first key are above the item. */
function leadByKey(lines: readonly string[], indent: string): string[] {
  const at = lines.findIndex((line) => !line.trimStart().startsWith('#'));
  if (at === -1) return lines.map((line) => line.replace(`${indent}    #`, `${indent}  #`));
  const head = lines.slice(0, at).map((line) => line.replace(`${indent}    #`, `${indent}  #`));
  return [...head, `${indent}  - ${(lines[at] ?? '').trimStart()}`, ...lines.slice(at + 1)];
}

/** An item of names and figures on one line; undefined where it holds prose, comments or too much. */
function flowItem(fields: Fields, item: DraftRecord): string | undefined {
  if (item.beside.size > 0 || item.above.size > 0) return undefined;
  const parts: string[] = [];
  for (const [name, field] of Object.entries(fields)) {
    const value = item.values.get(name);
    if (value === undefined) continue;
    if (typeof value !== 'string' || field.kind === 'proses' || value.includes('\n')) return undefined;
    if (field.kind === 'prose' && name === 'title') return undefined;
    parts.push(`${field.zh}: ${isFigure(field.kind) ? figureText(value) : lineText(value)}`);
  }
  const flow = `{ ${parts.join(', ')} }`;
  return lineWidth(flow) <= WIDEST_FLOW ? flow : undefined;
}

/** Columns, a Chinese character two. */
const WIDEST_FLOW = 96;

function lineWidth(text: string): number {
  return [...text].reduce((width, character) => width + (character > '\u2e7f' ? 2 : 1), 0);
}
