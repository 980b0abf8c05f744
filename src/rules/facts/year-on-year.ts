import { isYearBefore } from '../../account/since-last-time.ts';
import { type Facts, isNumber } from '../../facts/facts.ts';
import { FIGURE_FIELDS, figureIn, type SingleFigure } from '../../facts/figure-fields.ts';
import type { Passage } from '../../facts/passages.ts';
import { anchorIn } from '../../prose/place.ts';
import type { FactsRule, Report } from '../rule.ts';

export const yearOnYear: FactsRule = {
  id: 'year-on-year',
  stage: 'facts',
  severity: 'error',
  docs: {
    title: '与上年、上期相比的数不对',
    why: '“收入252.6万元，比上年增长25%”：收入在事实里，上年的数在上期的事实文件里，增长多少算得出来。最常见的错是改了今年的数，增长率还是旧的。',
    fix: '用两期的数重新计算。只核对紧跟在一个数后面的“比上年（上期）增加N、增长N%”；上期不是一年前的，不核对“比上年”。',
    basis: { source: '增减＝本期－上期', rank: '通常', proof: '四则运算' },
  },
  examples: [
    {
      input:
        '报告: {日期: 2026-01-10}\n上期: 去年.yaml\n集体经济: {收入: 252.6}\n工作:\n  - {标题: 经济, 内容: 集体经济收入252.6万元，比上年增长25%。}',
      files: { '去年.yaml': '报告: {日期: 2025-01-12}\n集体经济: {收入: 210.5}' },
      reports: ['25%'],
    },
    {
      input:
        '报告: {日期: 2026-01-10}\n上期: 去年.yaml\n党员: {总数: 410}\n工作:\n  - {标题: 党建, 内容: 全乡党员410名，比上年增加9名。}',
      files: { '去年.yaml': '报告: {日期: 2025-01-12}\n党员: {总数: 402}' },
      reports: ['9名'],
    },
    {
      input:
        '报告: {日期: 2026-01-10}\n上期: 去年.yaml\n党员: {总数: 410}\n工作:\n  - {标题: 党建, 内容: 全乡党员410名，比上年增加8名。}',
      files: { '去年.yaml': '报告: {日期: 2025-01-12}\n党员: {总数: 402}' },
      reports: [],
    },
    {
      input:
        '报告: {日期: 2026-01-10}\n上期: 去年.yaml\n党员: {总数: 410}\n工作:\n  - {标题: 党建, 内容: 全乡党员410名，比上年减少8名。}',
      files: { '去年.yaml': '报告: {日期: 2025-01-12}\n党员: {总数: 402}' },
      reports: ['8名'],
    },
  ],
  check({ facts, passages, previous }, report) {
    if (previous === undefined || 'message' in previous) return;
    const isYearly = isYearBefore(previous.facts, facts);
    for (const passage of passages) {
      if (!GROWTH.test(passage.text)) continue;
      for (const { place, end } of statedPlaces(passage.text, facts)) {
        const growth = growthBehind(passage.text, end);
        const [last, now] = [figureIn(previous.facts, place), figureIn(facts, place)];
        if (growth === undefined || (growth.isYearly && !isYearly)) continue;
        if (isNumber(last) && isNumber(now)) judgeGrowth({ passage, growth, last, now }, report);
      }
    }
  },
};

const GROWTH = /[比较](?:上年|去年|上期|上次)/u;

/** Where a text states a figure of the facts: by one of its names and with its very number, 全乡党员410名. */
function statedPlaces(text: string, facts: Facts): { readonly place: SingleFigure; readonly end: number }[] {
  return FIGURE_FIELDS.flatMap((place) => {
    const { said, unit = '' } = place.field;
    const figure = figureIn(facts, place);
    if (said === undefined || !isNumber(figure) || !text.includes(String(figure))) return [];
    const units = unit === '名' || unit === '人' ? '[名人]' : unit;
    const number = String(figure).replace('.', '\\.');
    const stated = new RegExp(
      `(?:${said.nouns.join('|')})(?:共有|共|现有|有|为|达到|达)?${number}${units}`,
      'gu',
    );
    return [...text.matchAll(stated)].map((match) => ({ place, end: match.index + match[0].length }));
  });
}

/** Directly after the figure: ，比上年增长25%; （较上期减少3名）. */
const AFTER_LAST =
  /^[^，。；、（）\d]{0,2}[，（][比较](上年|去年|上期|上次)(?:末|底|同期)?(?:实际)?(增加|增长|上升|提高|减少|下降|降低)了?(\d+(?:\.\d+)?)(?:(%|％)|(?!个百分点)(个|名|人|户|亩|万元|期|人次|批)?)(?!\d|万|亿|多|余)/u;

interface Growth {
  readonly isYearly: boolean;
  readonly value: number;
  readonly isRate: boolean;
  /** Half of the last place that is written. */
  readonly tolerance: number;
  readonly start: number;
  readonly end: number;
}

function growthBehind(text: string, from: number): Growth | undefined {
  const match = AFTER_LAST.exec(text.slice(from, from + 40));
  if (match === null) return undefined;
  const [whole, than = '', verb = '', digits = '', percent] = match;
  const isDown = /减少|下降|降低/u.test(verb);
  const places = digits.split('.')[1]?.length ?? 0;
  const unit = /(?:%|％|[\p{Script=Han}]+)?$/u.exec(whole)?.[0] ?? '';
  const end = from + whole.length;
  return {
    isYearly: /年/u.test(than),
    value: isDown ? -Number(digits) : Number(digits),
    isRate: percent !== undefined,
    tolerance: 0.5 * 10 ** -places,
    start: end - unit.length - digits.length,
    end,
  };
}

interface ComparedYears {
  readonly passage: Passage;
  readonly growth: Growth;
  readonly last: number;
  readonly now: number;
}

/** A rate is right to half of its last place; an amount is exact but for the places that it leaves out. */
function judgeGrowth({ passage, growth, last, now }: ComparedYears, report: Report): void {
  const { value, isRate, tolerance, start, end } = growth;
  if (isRate && last === 0) return;
  const due = isRate ? ((now - last) / last) * 100 : now - last;
  const margin = isRate || !Number.isInteger(now) || !Number.isInteger(last) ? tolerance : 0;
  if (Math.abs(due - value) <= margin + 1e-9) return;
  const text = passage.text.slice(start, end);
  const rounded = Number(due.toFixed(2));
  report({
    at: anchorIn(passage, start, end),
    message: `正文写的是${value < 0 ? '减少' : '增加'}${text}，上期 ${last}、本期 ${now}，${describeDue(rounded, isRate)}`,
    hint: '用两期的数重新计算；本期或上期的数写错了的，先改正数。',
  });
}

function describeDue(due: number, isRate: boolean): string {
  const amount = `${Math.abs(due)}${isRate ? '%' : ''}`;
  return due === 0 ? '没有增减' : `应为${due < 0 ? '减少' : '增加'}${amount}`;
}
