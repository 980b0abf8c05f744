import { matchesIn } from '../../prose/matches.ts';
import { anchorIn } from '../../prose/place.ts';
import { SIGN } from '../../prose/signs.ts';
import type { ProseRule } from '../rule.ts';

/** P2. GB/T 15834 4.5.3.5: no pause mark between adjacent quotations or titles. */
export const adjacentQuoteMark: ProseRule = {
  id: 'adjacent-quote-mark',
  stage: 'prose',
  severity: 'warning',
  docs: {
    title: '引号、书名号之间的顿号',
    why: '《标点符号用法》规定，并列的引号之间、书名号之间通常不用顿号，标号本身已经把它们隔开。',
    fix: '删去相邻的”“之间、》《之间的顿号；中间有括注的（》（试行）、《）可以保留。',
    basis: {
      source: '《标点符号用法》（GB/T 15834-2011）',
      clause: '4.5.3.5',
      isUnchecked: true,
      rank: '通常',
    },
  },
  examples: [
    { input: '用好“创先争优”、“设岗定责”等载体。', reports: ['、'] },
    { input: '学习《云溪镇工作规则》、《云溪镇议事规则》。', reports: ['、'] },
    { input: '学习《云溪镇工作规则》（试行）、《云溪镇议事规则》，推行“双联”“双带”做法。', reports: [] },
    { input: '推行“双联”、“双带”、包片走访等做法，抓好晨会、“双报到”、“双述职”。', reports: [] },
    { input: '落实“三个一”、网格化管理和“双联”制度。', reports: [] },
  ],
  looksFor: [SIGN.closingMark, SIGN.pauseMark],
  check({ candidates }, report) {
    for (const passage of candidates) {
      for (const match of matchesIn(passage.text, BETWEEN)) {
        if (isInMixedList(passage.text, match.index)) continue;
        report({
          at: anchorIn(passage, match.index + 1, match.index + 2),
          message: '相邻的引号或书名号之间多用了顿号',
          hint: '删去这个顿号。',
        });
      }
    }
  },
};

/** “甲”、“乙”、丙: where a member of the list has no quotes the pause marks stay. Looks as far as a list of some ten members reaches. */
function isInMixedList(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - QUOTE_REACH), index + 1);
  const after = text.slice(index + 1, index + QUOTE_REACH);
  const [listed = ''] = /^(?:、[“《‘][^“”《》‘’，。；]{1,40}[”》’])*/.exec(after) ?? [];
  const goesOn = /^、(?![“《‘])/.test(after.slice(listed.length));
  return goesOn || MIXED_BEFORE.test(before);
}

const QUOTE_REACH = 200;
/** A member without quotes, a pause mark, then quoted ones up to the end. */
const MIXED_BEFORE =
  /[^”》’、，。；：]、(?:[“《‘][^“”《》‘’，。；]{1,40}[”》’]、)*[“《‘][^“”《》‘’，。；]{1,40}[”》’]$/;

const BETWEEN = /”、“|》、《|’、‘/g;
