import type { Passage } from '../../facts/passages.ts';
import { matchesIn } from '../../prose/matches.ts';
import { anchorIn, isFactsPassage } from '../../prose/place.ts';
import { NUMBERS } from '../../prose/quantities.ts';
import { SIGN } from '../../prose/signs.ts';
import { wholeText } from '../../prose/whole-text.ts';
import type { ProseRule } from '../rule.ts';

/** N3. GB/T 15835 5.2.1: approximate numbers in characters, without a pause mark and marked as such once. */
export const approximateNumber: ProseRule = {
  id: 'approximate-number',
  stage: 'prose',
  severity: 'warning',
  docs: {
    title: '概数的写法',
    why: '相邻两个数字连用表示概数，中间不加顿号（三四个）；“约”“近”“超过”与“左右”“余”“以上”说的是同一层意思，只用一个。',
    fix: '“三、四个”改为“三四个”；“约50人左右”改为“约50人”或“50人左右”。',
    basis: {
      source: '《出版物上数字用法》（GB/T 15835-2011）',
      clause: '5.2.1（不加顿号）；约数词重复见《现代汉语词典》',
      isUnchecked: true,
      rank: '规定',
    },
  },
  examples: [
    { input: '每村有三、四个党小组。', reports: ['三、四个'] },
    { input: '约50人左右参加。', reports: ['约50人左右'] },
    { input: '近300余名党员参加。', reports: ['近300余'] },
    { input: '约75%以上的农户参加，约谈3人以上。', reports: ['约75%以上'] },
    { input: '超过20个以上村完成换届。', reports: ['超过20个以上'] },
    { input: '三四个村约20人，近年来超过60%的干部参加，约谈3人，左右两侧各5个以上。', reports: [] },
    { input: '全镇有十七、八个村未完成换届。', reports: ['十七、八个'] },
    { input: '二、三个方面的工作打算', reports: [] },
    { input: '近十余年来面貌一新，第三、四个村已完工。', reports: [] },
  ],
  check({ prose, passages }, report) {
    for (const { passage, signs } of wholeText(prose).scannedWith(NUMBERS)) {
      for (const { needs, pattern, message } of APPROXIMATE_PATTERNS) {
        if ((signs & needs) === 0) continue;
        for (const match of matchesIn(passage.text, pattern)) {
          if (match.index === 0 && NUMBERED.test(passage.text) && mayBeNumbered(passage, passages)) continue;
          report({
            at: anchorIn(passage, match.index, match.index + match[0].length),
            message: message(match[0]),
            hint: '只保留一个表示概数的词；相邻数字之间不加顿号。',
          });
        }
      }
    }
  },
};

/** 三、四个方面的不足 is a third heading about four aspects. */
const NUMBERED = /^[一二三四五六七八九十]{1,3}、/;

/** Facts number no point of theirs, nor a body all by itself. */
function mayBeNumbered(passage: Passage, passages: readonly Passage[]): boolean {
  const { path, role } = passage;
  if (!isFactsPassage(passage) || (role !== 'point' && role !== 'body')) return true;
  return passages.filter((other) => other.path === path && NUMBERED.test(other.text)).length > 1;
}

const APPROXIMATE_BASE = '(?:\\d{1,12}(?:\\.\\d{1,6})?|[一二三四五六七八九十百千两]{1,6})[万亿]?';
const APPROXIMATE_UNIT = '(?:(?!左右|上下|以上|天|年|月|日|周)[一-鿿%％]){0,3}';
const LIVELY = '(?![两开手邻方])';
/** Each with a sign that every match of it holds. */
const APPROXIMATE_PATTERNS: readonly { needs: number; pattern: RegExp; message: (text: string) => string }[] =
  [
    {
      needs: SIGN.pauseMark,
      pattern:
        /(?<![第十百千、])(?:[二三四五六七八九]?十)?(?:一、二|二、三|三、四|四、五|五、六|六、七|七、八|八、九)(?:[十百千万]?(?:个|名|次|项|天|人|户|倍|岁|种|家|件|条|位|期|遍|份|届))(?!是)/g,
      message: (text) => `概数“${text}”中间多了顿号`,
    },
    {
      needs: SIGN.about,
      pattern: new RegExp(
        `(?:大约|大概|约|将近|接近|近)${APPROXIMATE_BASE}${APPROXIMATE_UNIT}(?:左右|上下)${LIVELY}`,
        'g',
      ),
      message: (text) => `“${text}”把概数说了两遍`,
    },
    {
      needs: SIGN.about,
      pattern: new RegExp(`(?:大约|大概|约|将近|接近|近)${APPROXIMATE_BASE}[余多](?![年天月日周])`, 'g'),
      message: (text) => `“${text}”把概数说了两遍`,
    },
    {
      needs: SIGN.about,
      pattern: new RegExp(
        `(?:大约|大概|约)有?${APPROXIMATE_BASE}[余多]?${APPROXIMATE_UNIT}(?:以上|以下)`,
        'g',
      ),
      message: (text) => `“${text}”把概数说了两遍`,
    },
    {
      needs: SIGN.exceeding,
      pattern: new RegExp(`超过?${APPROXIMATE_BASE}[余多]?${APPROXIMATE_UNIT}以上`, 'g'),
      message: (text) => `“${text}”把“以上”的意思说了两遍`,
    },
  ];
