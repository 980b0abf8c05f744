import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import { type CalendarDate, firstDay, formatDate, lastDay, parseDate } from './dates.ts';
import { findIllegalCharacters, hasIllegalCharacter } from './illegal-characters.ts';
import type { Shape, ShapeKey } from './shape.ts';
import { nearestWord } from './suggest.ts';

/** What a shape's value is once it has been read. */
export type ValueOfShape<S extends Shape> = S extends { kind: 'text' }
  ? string
  : S extends { kind: 'date' }
    ? CalendarDate
    : S extends { kind: 'choice'; choices: infer C }
      ? C[keyof C]
      : S extends { kind: 'list'; item: infer I extends Shape }
        ? readonly ValueOfShape<I>[]
        : S extends { kind: 'map'; value: infer V extends Shape }
          ? Readonly<Record<string, ValueOfShape<V>>>
          : S extends { kind: 'record'; fields: infer F extends Readonly<Record<string, ShapeKey>> }
            ? {
                readonly [N in keyof F as F[N] extends { isRequired: true } ? N : never]: ValueOfShape<
                  F[N]['shape']
                >;
              } & {
                readonly [N in keyof F as F[N] extends { isRequired: true } ? never : N]?: ValueOfShape<
                  F[N]['shape']
                >;
              }
            : never;

/** Reports what is wrong with a node of the file, and where that is not plain what to do. */
export type Complain = (node: Node | null | undefined, message: string, hint?: string) => void;

/**
 * Reads a value of the file, of the type that `ValueOfShape` says of its shape; what is wrong is reported and left out. An empty value counts
 * as absent: undefined.
 */
export function readShape(node: unknown, shape: Shape, complain: Complain): unknown {
  return SHAPE_READERS[shape.kind](node as Node | null, shape as never, complain);
}

type Reader<K extends Shape['kind']> = (
  node: Node | null,
  shape: Extract<Shape, { kind: K }>,
  complain: Complain,
) => unknown;

const SHAPE_READERS: { readonly [K in Shape['kind']]: Reader<K> } = {
  text(node, { only }, complain) {
    const text = readTextNode(node, complain);
    if (text === undefined || only === undefined || only.pattern.test(text)) return text;
    return complain(node, `“${text}”不行，这里应是${only.says}。`);
  },
  date(node, _, complain) {
    const text = readTextNode(node, complain);
    if (text === undefined) return undefined;
    const date = parseDate(text);
    if (date === undefined) complain(node, `“${text}”不是日期，应写作 2023-01 或 2023-01-31。`);
    return date;
  },
  choice(node, { choices }, complain) {
    const text = readTextNode(node, complain);
    if (text === undefined || Object.hasOwn(choices, text)) return text && choices[text];
    return complain(node, `“${text}”不在可选之列：${Object.keys(choices).join('、')}。`);
  },
  list(node, { item }, complain) {
    if (isEmptyScalar(node)) return undefined;
    if (!isSeq(node)) return complain(node, '这里应是列表，每项以“- ”开头。');
    return node.items.map((entry) => readShape(entry, item, complain)).filter((value) => value !== undefined);
  },
  map(node, { value }, complain) {
    if (isEmptyScalar(node)) return undefined;
    if (!isMap(node)) return complain(node, '这里应是若干“名称: 内容”。');
    const entries = node.items.map((pair) => [
      freeKeyOf(pair, complain),
      readShape(pair.value, value, complain),
    ]);
    return Object.fromEntries(entries.filter(([key, value]) => key !== undefined && value !== undefined));
  },
  record(node, { fields, inOrder }, complain) {
    if (isEmptyScalar(node)) return undefined;
    if (!isMap(node)) return complain(node, '这里应是若干“项目: 内容”。');
    const values = readMapNode(node, fields, complain);
    if (values !== undefined && inOrder !== undefined) checkKeyOrder(node, values, inOrder, complain);
    return values;
  },
};

function readMapNode(node: YAMLMap, fields: Readonly<Record<string, ShapeKey>>, complain: Complain) {
  const names = new Map(
    Object.entries(fields).flatMap(([name, { zh }]) => [
      [name, name],
      [zh, name],
    ]),
  );
  const values: Record<string, unknown> = {};
  const given = new Set<string>();
  for (const pair of node.items) {
    const key = pairKey(pair);
    const name = names.get(key);
    const field = name === undefined ? undefined : fields[name];
    if (name === undefined || field === undefined) complain(keyNode(pair), unknownKey(key, names.keys()));
    else if (Object.hasOwn(values, name)) complain(keyNode(pair), `“${key}”写了两次。`);
    else {
      values[name] = readShape(pair.value, field.shape, complain);
      if (!isEmptyScalar(pair.value as Node | null)) given.add(name);
    }
  }
  const missing = Object.entries(fields).filter(
    ([name, key]) => key.isRequired && values[name] === undefined,
  );
  // What was refused is not missing, too.
  for (const [name, { zh }] of missing) if (!given.has(name)) complain(node, `缺少“${zh}”。`);
  return missing.length > 0 ? undefined : values;
}

function checkKeyOrder(
  node: YAMLMap,
  values: Readonly<Record<string, unknown>>,
  names: readonly [string, string],
  complain: Complain,
): void {
  const [first, last] = names.map((name) => values[name] as CalendarDate | undefined);
  if (first === undefined || last === undefined || firstDay(first) <= lastDay(last)) return;
  complain(node, `起始日期${formatDate(first)}晚于截止日期${formatDate(last)}，多半是年份或月份写错了。`);
}

function readTextNode(node: Node | null, complain: Complain): string | undefined {
  if (isEmptyScalar(node)) return undefined;
  if (!isScalar(node)) {
    complain(node, '这里应是一段文字。');
    return undefined;
  }
  return textWithoutIllegal(String(node.value).trim(), node, complain);
}

/** Whatever is read here may come to be in a document, a page or on a terminal: what none of them may hold is refused once. */
function textWithoutIllegal(text: string, node: Node, complain: Complain): string | undefined {
  if (!hasIllegalCharacter(text)) return text;
  const [slip] = findIllegalCharacters(text);
  complain(node, `${slip?.message ?? '这里有不能用的字符'}。`, slip?.hint);
  return undefined;
}

/** A key that is made up by the user; names that every object has would be found where nothing was written. */
function freeKeyOf(pair: Pair, complain: Complain): string | undefined {
  const key = pairKey(pair);
  const node = keyNode(pair);
  if (key in Object.prototype) complain(node, `“${key}”不能作名称，请换一个。`);
  else if (node !== null) return textWithoutIllegal(key, node, complain);
  return undefined;
}

function isEmptyScalar(node: Node | null): boolean {
  return node === null || (isScalar(node) && String(node.value ?? '').trim() === '');
}

function pairKey(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : '';
}

function keyNode(pair: Pair): Node | null {
  return isScalar(pair.key) ? pair.key : null;
}

function unknownKey(key: string, known: Iterable<string>): string {
  const meant = nearestWord(key, known);
  return `没有“${key}”这个项目${meant === undefined ? '。' : `，要写的是不是“${meant}”？`}`;
}
