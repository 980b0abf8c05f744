import { chinesePath } from '../fact-path.ts';
import { guessKey } from '../guess-key.ts';
import { fieldsByKey, homesOf } from '../key-index.ts';
import type { ExpectedShape, FactsProblem } from '../problem.ts';
import { isMap, type Raw, type RawPlace } from '../raw-tree.ts';
import { quoteValue, type Refusal } from '../refusal.ts';
import type { ReadingSlip, TextStretch } from '../slip.ts';

/** Says in Chinese what the vocabulary did not take; `stretchOf` finds the places. */
export function describeProblem(
  problem: FactsProblem,
  stretchOf: (spot: RawPlace) => TextStretch,
): ReadingSlip {
  const related =
    problem.cause.kind === 'duplicate-key'
      ? [{ message: '第一次写在这里', ...stretchOf(problem.cause.first) }]
      : [];
  return { ...explainProblem(problem), path: problem.path, ...stretchOf(problem.at), related };
}

type SlipWords = Pick<ReadingSlip, 'rule' | 'message' | 'hint'>;

function explainProblem({ cause, path }: FactsProblem): SlipWords {
  const name = `“${chinesePath(path)}”`;
  switch (cause.kind) {
    case 'value':
      return explainValue(name, cause.refusal);
    case 'shape':
      return { rule: 'schema', ...explainShape(name, cause.expected, cause.raw) };
    case 'unknown-key':
      return { rule: 'schema', ...explainUnknownKey(cause.key, cause.fields, path) };
    case 'duplicate-key':
      return {
        rule: 'yaml-syntax',
        message: `${name}写了两次，不知道以哪一次为准`,
        hint: '中文名和英文名是同一个键；留下一处，删去另一处。',
      };
    case 'empty-item':
      return { rule: 'schema', message: `${name}是空的`, hint: '补上内容，或者把这个“-”删去。' };
  }
}

function explainValue(name: string, { rule, what, hint }: Refusal): SlipWords {
  return { rule, message: `${name}${what}`, hint };
}

const EXPECTED_SHAPES: Readonly<Record<ExpectedShape, string>> = {
  record: '下面要分行写“键: 值”',
  list: '要写成列表，每项以“- ”开头',
  tally: '下面要分行写“名称: 数”',
  mapping: '下面要分行写“名称: 文字”',
  text: '只能写一个值',
  texts: '要写一段文字，或者写成列表',
};

function explainShape(
  name: string,
  expected: ExpectedShape,
  raw: Raw,
): { readonly message: string; readonly hint: string } {
  const found =
    typeof raw === 'string'
      ? `文字${quoteValue(raw)}`
      : typeof raw === 'object' && raw.kind === 'list'
        ? '一个列表'
        : '几行“键: 值”';
  return {
    message: `${name}${EXPECTED_SHAPES[expected]}，这里是${found}`,
    hint: hintForShape(expected, raw),
  };
}

function hintForShape(expected: ExpectedShape, raw: Raw): string {
  if (isMap(raw) && (expected === 'text' || expected === 'texts')) {
    return '文字里有“英文冒号加空格”时会被当作键；请给整段文字加上英文引号，或者把冒号改成中文的“：”。';
  }
  if (expected === 'list' && typeof raw === 'object')
    return '在每一项的第一行前面加上“- ”，其余各行与它对齐。';
  if (expected === 'text' && typeof raw === 'object') return '去掉列表的“-”，只留一个值。';
  return expected === 'list' || expected === 'texts'
    ? '换行写，每项以“- ”开头。'
    : '在冒号后面换行，各行多缩进两个空格。';
}

function explainUnknownKey(
  key: string,
  fields: Parameters<typeof guessKey>[1],
  path: string,
): { readonly message: string; readonly hint: string } {
  const parent = path === key ? '' : chinesePath(path.slice(0, -key.length - 1));
  const message = `${parent === '' ? '最外层' : `“${parent}”下面`}没有${quoteValue(key)}这个键`;
  const { records, names } = homesOf(key);
  const called = [...names].map((name) => fieldsByKey(fields).get(name)).find((named) => named !== undefined);
  if (called !== undefined) return { message, hint: `这里把它叫作“${called.zh}”，请改成“${called.zh}”。` };
  const guess = guessKey(key, fields);
  const homes = records.filter((home) => home !== parent);
  const home = homes.length === 0 ? undefined : `“${key}”要写在${listHomes(homes)}。`;
  const meant = guess === undefined ? undefined : `您是不是想写“${guess.written}”？`;
  if (home !== undefined) return { message, hint: meant === undefined ? home : `${home}${meant}` };
  return {
    message,
    hint:
      meant ??
      `这里可以写：${[...fieldsByKey(fields).values()].flatMap(({ field }, at) => (at % 2 === 0 ? [field.zh] : [])).join('、')}。`,
  };
}

function listHomes(homes: readonly string[]): string {
  return homes.map((home) => (home === '' ? '最外层（顶格）' : `“${home}”下面`)).join('或');
}
