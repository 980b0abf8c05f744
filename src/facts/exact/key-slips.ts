import { CST } from 'yaml';
import { homesOf } from '../key-index.ts';
import type { MendingEdit } from './edited-text.ts';
import type { Mendable } from './mendable.ts';

/**
 * Slips that make YAML take a key for a text or the other way round: a full-width colon, no space or an ideographic one after
 * the colon or the dash, ideographic spaces as indentation. Only texts at a key's place are looked at; prose is left alone.
 */
export function findKeySlips(tokens: readonly CST.Token[]): Mendable[] {
  const slips: Mendable[] = [];
  for (const token of tokens) {
    if (token.type !== 'document') continue;
    if (token.value?.type === 'scalar') slips.push(...slipsInKey(token.value, false));
    CST.visit(token, ({ key, sep, value }) => {
      if (key?.type === 'scalar') slips.push(...slipsInKey(key, hasColon(sep)));
      if (value?.type === 'scalar')
        slips.push(...slipsAhead(value, key === undefined ? '“-”后面' : '冒号后面'));
    });
  }
  return slips;
}

/** Slips in a text that stands where a record was expected: `党员:` and on the next line `总数：300`. */
export function slipsInText(source: string, offset: number): Mendable[] {
  return slipsInLines(source, offset, false);
}

function hasColon(sep: readonly CST.SourceToken[] | undefined): boolean {
  return sep?.some(({ type }) => type === 'map-value-ind') ?? false;
}

function slipsInKey(key: CST.FlowScalar, isKey: boolean): Mendable[] {
  const blanks = isKey ? /[\u3000\u00a0]+$/.exec(key.source) : null;
  const trailing =
    blanks === null
      ? []
      : [spaceSlip('冒号前面', key.offset + blanks.index, blanks[0].length, ' '.repeat(blanks[0].length))];
  return [...slipsInLines(key.source, key.offset, isKey), ...trailing];
}

function slipsInLines(source: string, offset: number, isKey: boolean): Mendable[] {
  const slips: Mendable[] = [];
  let at = offset;
  const lines = source.split('\n');
  for (const [index, line] of lines.entries()) {
    slips.push(...slipsAtStart(line, at));
    const isLastOfKey = isKey && index === lines.length - 1 && !OPENS_BRACKET.test(line);
    const colon = isLastOfKey ? undefined : colonSlip(line, at, index === 0);
    if (colon !== undefined) slips.push(colon);
    if (/[：:][ \u3000]*[|>][-+]?\s*$/.test(line)) break;
    at += line.length + 1;
  }
  return slips;
}

/** `　　名称: …`, `-　标题: …`, `-标题: …` */
function slipsAtStart(line: string, at: number): Mendable[] {
  const lead = /^[ \t]*([\u3000\u00a0]+)/.exec(line);
  if (lead?.[1] !== undefined) {
    const { length } = lead[1];
    return [spaceSlip('缩进里', at + lead[0].length - length, length, ' '.repeat(length === 1 ? 2 : length))];
  }
  const dash = /^([ \t]*-)([\u3000\u00a0]+)/.exec(line);
  if (dash?.[1] !== undefined && dash[2] !== undefined) {
    return [spaceSlip('“-”后面', at + dash[1].length, dash[2].length, ' ')];
  }
  const close = /^[ \t]*-(?=([^\s\d：:-][^：:]{0,20}?)(?:[：:]|$))/.exec(line);
  if (close === null || homesOf(close[1] ?? '').records.length === 0) return [];
  const end = at + close[0].length;
  return [makeSlip('“-”后面少了空格', '在“-”后面空一格。', end - 1, end, { start: end, end, text: ' ' })];
}

const SLIPPED_KEY =
  /^([ \t]*(?:-[ \u3000]*)*)([^\s\-：:#"'{}[\],&*!|>%@`“‘][^：:#"，。；]{0,20}?)([ \u3000]*)([：:])([ \u3000\u00a0\t]*)(.*)$/;
/** `概况：{行政村: 10` is a key to YAML, up to the next colon. */
const OPENS_BRACKET = /：[ \u3000]*[{[]/;
const KEY_FIGURE = /^(?:-?\d+(?:\.\d+)?|待补)\s*(?:#.*)?$/;

function colonSlip(line: string, at: number, isFirst: boolean): Mendable | undefined {
  const match = SLIPPED_KEY.exec(line);
  if (match === null) return undefined;
  const [, lead = '', key = '', before = '', colon = '', blanks = '', rest = ''] = match;
  const isKnown = homesOf(key).records.length > 0 || KEY_FIGURE.test(rest.trim());
  const isWide = colon === '：';
  if (isWide ? !isKnown && !isFirst : !isKnown || !/^[\u3000\u00a0]|^$/.test(blanks) || rest === '')
    return undefined;
  const start = at + lead.length + key.length + before.length;
  const end = start + 1 + blanks.length;
  const edit = { start, end, text: rest.trim() === '' ? ':' : ': ' };
  if (isWide)
    return makeSlip(`“${key}”后面是全角冒号“：”`, '改成英文冒号“:”，后面空一格。', start, start + 1, edit);
  if (blanks !== '') return spaceSlip('冒号后面', start + 1, blanks.length, ' ');
  return makeSlip(`“${key}”的冒号后面少了空格`, `写成“${key}: …”，冒号后面空一格。`, start, start + 1, edit);
}

/** `名称: 　青禾县`: blanks that are no spaces of YAML's, before a value. */
function slipsAhead(value: CST.FlowScalar, where: string): Mendable[] {
  const blanks = /^[\u3000\u00a0]+/.exec(value.source);
  return blanks === null
    ? []
    : [spaceSlip(where, value.offset, blanks[0].length, ' '.repeat(blanks[0].length))];
}

function spaceSlip(where: string, start: number, length: number, text: string): Mendable {
  const end = start + length;
  return makeSlip(`${where}有全角空格`, '改成英文（半角）空格；切换到英文输入法再输入。', start, end, {
    start,
    end,
    text,
  });
}

function makeSlip(message: string, hint: string, start: number, end: number, edit: MendingEdit): Mendable {
  return { slip: { rule: 'yaml-syntax', message, hint, start, end }, edit };
}
