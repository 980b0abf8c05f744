import { anchorIn, isFactsPassage } from '../../prose/place.ts';
import { sentencesOf } from '../../prose/sentences.ts';
import { SIGN } from '../../prose/signs.ts';
import type { ProseRule } from '../rule.ts';

/** P6. GB/T 15834 4.7.3.3: colons are not nested. */
export const doubleColon: ProseRule = {
  id: 'double-colon',
  stage: 'prose',
  severity: 'warning',
  docs: {
    title: '一句里两个冒号',
    why: '《标点符号用法》规定一句话里一般不套用冒号：前一个冒号管到哪里，读的人分不清。',
    fix: '把其中一个冒号改成逗号，或者把句子拆开。',
    basis: {
      source: '《标点符号用法》（GB/T 15834-2011）',
      clause: '4.7.3.3',
      isUnchecked: true,
      rank: '通常',
    },
  },
  examples: [
    { input: '主要有以下问题：一个是思想问题：认识不到位。', reports: ['：'] },
    { input: '从班子看：凝聚力强。从队伍看：活力不足。', reports: [] },
    { input: '比例为3：1，要求：不降标准。', reports: [] },
    { input: '他们提出：“目标是：人人过关。”', reports: [] },
    { input: '（一）机构情况：1.批准机构情况：行政机构1家。2.实际机构情况：行政机构1家。', reports: [] },
    { input: '牵头单位：党政办；配合单位：组织办。', reports: [] },
  ],
  looksFor: [SIGN.colon],
  check({ candidates }, report) {
    for (const passage of candidates) {
      const { role, text } = passage;
      if ((role === 'cell' && !isFactsPassage(passage)) || text.indexOf('：') === text.lastIndexOf('：'))
        continue;
      for (const { start, end } of sentencesOf(text)) {
        const second = secondColon(text.slice(start, end));
        if (second === undefined) continue;
        report({
          at: anchorIn(passage, start + second, start + second + 1),
          message: '同一句话里用了两个冒号',
          hint: '把其中一个改成逗号，或者把句子拆开。',
        });
      }
    }
  },
};

/** Semicolons and wide spaces part a list's items; what is quoted has colons of its own. */
function secondColon(sentence: string): number | undefined {
  let depth = 0;
  let count = 0;
  for (let offset = 0; offset < sentence.length; offset += 1) {
    const mark = sentence.charAt(offset);
    if (OPENING_MARKS.includes(mark)) depth += 1;
    else if (CLOSING_MARKS.includes(mark)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && PARTING.includes(mark)) count = 0;
    else if (mark === '，' && depth === 0 && count === 1 && isLabelled(sentence, offset)) count = 0;
    else if (mark === '：' && depth === 0 && !isRatio(sentence, offset))
      count = isAheadOfNumber(sentence, offset) ? 0 : count + 1;
    if (count === 2) return offset;
  }
  return undefined;
}

const OPENING_MARKS = '“‘《〈（(';
const CLOSING_MARKS = '”’》〉）)';
const PARTING = '；;　\t';

/** （一）机构情况：1.行政机构：…: the first belongs to a heading, the second to a numbered item of its own. */
function isAheadOfNumber(text: string, offset: number): boolean {
  return /^[\s　]*(?:[（(]?\d{1,2}[）).．、]|[①-⑳])/.test(text.slice(offset + 1, offset + 8));
}

/** 联系人：张某，电话：略 sets labels side by side. */
function isLabelled(sentence: string, comma: number): boolean {
  return /^[^，。：]{1,6}：/.test(sentence) && /^，[^，。：]{1,6}：/.test(sentence.slice(comma, comma + 8));
}

function isRatio(text: string, offset: number): boolean {
  return /\d/.test(text.charAt(offset - 1)) && /\d/.test(text.charAt(offset + 1));
}
