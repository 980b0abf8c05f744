import { nearestWord } from '../facts/suggest.ts';
import type { Argument, Helper, HelperArguments } from '../template/helper.ts';
import { complainOf } from './argument-kinds.ts';
import type { FactType } from './fact-type.ts';

/** One argument as it was written: its type, and where it stands. */
export interface Given {
  readonly type: FactType;
  readonly node: hbs.AST.Node;
}

/** A call of a helper. */
export interface Call {
  readonly helper: Helper;
  readonly form: 'inline' | 'block' | 'value';
  readonly node: hbs.AST.Node;
  readonly params: readonly Given[];
  readonly hash: ReadonlyMap<string, Given>;
}

/** What is wrong with a call, and with which part of it. */
export interface CallProblem {
  readonly node: hbs.AST.Node;
  readonly message: string;
  readonly hint: string;
}

/** Holds a call against what its helper takes. */
export function checkCall(call: Call): CallProblem[] {
  const { helper, form, node } = call;
  const { takes, name, signature } = helper;
  const hint = `写法：${signature}`;
  if (!takes.form.includes(form)) return [{ node, message: `助手 ${name} ${WRONG_FORM[form]}`, hint }];
  return [...checkCount(call, hint), ...checkParams(call, hint), ...checkNamedArguments(call, hint)];
}

const WRONG_FORM: Readonly<Record<Call['form'], string>> = {
  inline: '不能单独写成 {{ }}',
  block: '不能写成 {{# }}…{{/ }}',
  value: '不能写在括号里作参数',
};

function checkCount({ helper, params, node }: Call, hint: string): CallProblem[] {
  const [least, most] = argumentCounts(helper.takes);
  if (params.length >= least && params.length <= most) return [];
  const wanted = most === 0 ? '不带' : `要 ${countName(least, most)}`;
  return [{ node, message: `助手 ${helper.name} ${wanted}参数，这里有 ${params.length} 个`, hint }];
}

function argumentCounts({ args, optional = [], rest }: HelperArguments): [least: number, most: number] {
  return [args.length, rest === undefined ? args.length + optional.length : Number.POSITIVE_INFINITY];
}

function countName(least: number, most: number): string {
  if (least === most) return `${least} 个`;
  return most === Number.POSITIVE_INFINITY ? `至少 ${least} 个` : `${least} 至 ${most} 个`;
}

function checkParams({ helper, params }: Call, usage: string): CallProblem[] {
  const { args, optional = [], rest } = helper.takes;
  return params.flatMap((given, index) => {
    const kind = [...args, ...optional][index] ?? rest;
    const related = params[kind === 'choice' ? 0 : index - 1]?.type;
    return kind === undefined ? [] : checkArgument(kind, given, related, usage);
  });
}

function checkNamedArguments({ helper, hash }: Call, usage: string): CallProblem[] {
  const { named = {} } = helper.takes;
  return [...hash].flatMap(([key, given]) => {
    const kind = named[key];
    if (kind !== undefined) return checkArgument(kind, given, undefined, usage);
    const meant = nearestWord(key, Object.keys(named));
    const question = meant === undefined ? '' : `您要写的是不是 ${meant}=？`;
    const message = `助手 ${helper.name} 没有“${key}=”这个参数`;
    return [{ node: given.node, message, hint: question + usage }];
  });
}

function checkArgument(
  kind: Argument,
  { type, node }: Given,
  related: FactType | undefined,
  usage: string,
): CallProblem[] {
  const complaint = complainOf(kind, type, related);
  if (complaint === undefined) return [];
  const { message, hint = '' } = complaint;
  return [{ node, message, hint: hint === '' ? usage : hint }];
}
