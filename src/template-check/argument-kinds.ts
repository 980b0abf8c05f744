import { nearestWord } from '../facts/suggest.ts';
import type { Argument } from '../template/helper.ts';
import type { FactType } from './fact-type.ts';

/** What is wrong with an argument, and a hint that goes beyond the helper's usage. */
export interface Complaint {
  readonly message: string;
  readonly hint?: string;
}

/** Holds one argument against what its helper takes there; `related` is the argument that it goes with. */
export function complainOf(
  kind: Argument,
  type: FactType,
  related: FactType | undefined,
): Complaint | undefined {
  if (type.kind === 'unknown') return undefined;
  if (kind === 'choice') return complainOfChoice(type, related);
  if (kind === 'member') return complainOfMember(type, related);
  if (ACCEPTS[kind](type)) return undefined;
  return { message: `这个参数应是${ARGUMENT_NAMES[kind]}，写的是${typeName(type)}` };
}

/** What a type is called in messages. */
export function typeName(type: FactType): string {
  if (type.kind !== 'scalar') return TYPE_NAMES[type.kind];
  return { figure: '数字', date: '日期', text: '文字', phrase: '词语' }[type.holds];
}

type PlainArgument = Exclude<Argument, 'choice' | 'member'>;

const isScalar = (type: FactType) => type.kind === 'scalar';
const holdsScalar = (type: FactType, what: string) => type.kind === 'scalar' && type.holds === what;
/** `""`, where a partial is given nothing. */
const isEmptyLiteral = (type: FactType) => type.kind === 'literal' && type.value === '';
const isTextLiteral = (type: FactType) => type.kind === 'literal' && typeof type.value === 'string';

const ACCEPTS: Readonly<Record<PlainArgument, (type: FactType) => boolean>> = {
  fact: (type) => type.kind !== 'literal',
  scalar: (type) => isScalar(type) || isEmptyLiteral(type),
  choosing: isScalar,
  figure: (type) => holdsScalar(type, 'figure') || isEmptyLiteral(type),
  date: (type) => holdsScalar(type, 'date'),
  list: (type) => type.kind === 'list',
  tally: (type) => type.kind === 'tally',
  word: isTextLiteral,
  printable: (type) => isTextLiteral(type) || isScalar(type) || type.kind === 'markup',
  level: (type) => type.kind === 'literal' && [1, 2, 3, 4].includes(Number(type.value)),
  number: (type) => type.kind === 'literal' && typeof type.value === 'number',
  flag: (type) => type.kind === 'literal' && typeof type.value === 'boolean',
};

const ARGUMENT_NAMES: Readonly<Record<PlainArgument, string>> = {
  fact: '事实',
  scalar: '一项事实',
  choosing: '一项事实',
  figure: '数字',
  date: '日期',
  list: '清单',
  tally: '分类数字',
  word: '引号里的文字',
  printable: '引号里的文字或一项事实',
  level: '标题的级别（1 至 4）',
  number: '数，如 @index',
  flag: 'true 或 false',
};

const TYPE_NAMES: Readonly<Record<Exclude<FactType['kind'], 'scalar'>, string>> = {
  tally: '分类数字',
  list: '清单',
  record: '一组事实',
  literal: '写死的文字或数',
  condition: '条件',
  markup: '助手的结果',
  unknown: '未知的内容',
};

function complainOfChoice(type: FactType, compared: FactType | undefined): Complaint | undefined {
  if (type.kind !== 'literal' || typeof type.value !== 'string') {
    return { message: `用来比较的应是引号里的文字，写的是${typeName(type)}` };
  }
  const choices = compared?.kind === 'scalar' ? compared.choices : undefined;
  if (choices === undefined || choices.includes(type.value)) return undefined;
  const hint = `${didYouMean(type.value, choices)}它只能是：${choices.join('、')}。`;
  return { message: `这项事实不会是“${type.value}”`, hint };
}

function complainOfMember(type: FactType, list: FactType | undefined): Complaint | undefined {
  if (type.kind !== 'literal') return { message: `这个参数应是引号里的项目名，写的是${typeName(type)}` };
  const name = String(type.value);
  if (list?.kind !== 'list' || list.item.kind !== 'record' || list.item.members.has(name)) return undefined;
  return { message: `清单的各条里没有“${name}”`, hint: didYouMean(name, list.item.members.keys()) };
}

function didYouMean(word: string, candidates: Iterable<string>): string {
  const meant = nearestWord(word, candidates);
  return meant === undefined ? '' : `您要写的是不是“${meant}”？`;
}
