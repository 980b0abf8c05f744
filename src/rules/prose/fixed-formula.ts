import type { Passage } from '../../facts/passages.ts';
import { matchesIn } from '../../prose/matches.ts';
import { anchorIn } from '../../prose/place.ts';
import type { Prose } from '../../prose/prose.ts';
import { wholeText } from '../../prose/whole-text.ts';
import type { WordLists } from '../../prose/word-lists.ts';
import type { ProseRule, Report } from '../rule.ts';

/** W2. Formulas that are quoted in full are quoted exactly. */
export const fixedFormula: ProseRule = {
  id: 'fixed-formula',
  stage: 'prose',
  severity: 'error',
  docs: {
    title: '固定表述',
    why: '好干部标准、“四个意识”等有固定的内容和次序，引用时错一个词、漏一项、颠倒次序都是政治性差错。',
    fix: '按原文改正；只引其中一两项的，不受这条规则限制。',
    basis: {
      source: '《中国共产党章程》和中央文件的原文；每一条的出处见词表',
      clause: '原文',
      rank: '规定',
      proof: '与原文逐字比较',
    },
  },
  examples: [
    { input: '坚持信念坚定、为民服务、勤政务实、敢于担当、勤政廉洁的好干部标准。', reports: ['勤政廉洁'] },
    {
      input: '增强政治意识、核心意识、大局意识、看齐意识。',
      reports: ['政治意识、核心意识、大局意识、看齐意识'],
    },
    { input: '坚持“集体领导、民主集中、个别讨论、会议决定”。', reports: ['个别讨论'] },
    { input: '增强政治意识、大局意识、核心意识等“四个意识”。', reports: ['政治意识、大局意识、核心意识'] },
    { input: '落实“四议二公开”工作法。', reports: ['四议二公开'] },
    {
      input: '以科学开展观为指导，学习党的十八精神和二十大三中全会精神。',
      reports: ['科学开展观', '党的十八精神', '二十大三中全会'],
    },
    {
      input:
        '坚持信念坚定、为民服务、勤政务实、敢于担当、清正廉洁的好干部标准，增强政治意识、大局意识，违反政治纪律、组织纪律、廉洁纪律、工作纪律、生活纪律的严肃处理，落实“四议两公开”。',
      reports: [],
    },
  ],
  check({ prose, passages, lists }, report) {
    const said = partsSaid(prose, lists);
    if (said.length === 0) return;
    for (const passage of passages) {
      if (!said.some((part) => passage.text.includes(part))) continue;
      checkWholes(passage, lists, report);
      for (const run of runsOf(passage.text)) {
        for (const formula of lists.formulas) {
          if (formula.parts.length >= FEWEST_PARTS) checkFormula({ passage, run, formula }, report);
        }
      }
    }
  },
};

/** The parts of formulas, and the slips of wholes, that the passages hold: most prose has none. */
function partsSaid(prose: Prose, { formulas }: WordLists): string[] {
  const text = wholeText(prose);
  const said: string[] = [];
  for (const { parts, misquoted = NO_FORMULAS } of formulas) {
    for (const part of parts.length < FEWEST_PARTS ? NO_FORMULAS : parts)
      if (text.says(part)) said.push(part);
    for (const wrong of misquoted) if (text.says(wrong)) said.push(wrong);
  }
  return said;
}

const NO_FORMULAS: readonly string[] = [];

type Formula = WordLists['formulas'][number];

/** Items joined by pause marks. */
type ItemRun = readonly { readonly start: number; readonly text: string }[];

const FEWEST_PARTS = 3;
const PAUSED_RUN = /[^，。；：、！？\n,;:]{1,40}(?:、[^，。；：、！？\n,;:]{1,40})+/g;

function runsOf(text: string): ItemRun[] {
  if (!text.includes('、')) return [];
  return matchesIn(text, PAUSED_RUN).map(({ index, 0: run }) => {
    let start = index;
    return run.split('、').map((item) => {
      const found = { start, text: item };
      start += item.length + 1;
      return found;
    });
  });
}

interface Quoted {
  readonly passage: Passage;
  readonly run: ItemRun;
  readonly formula: Formula;
}

/** Slides the formula along the run; the first item may have words before its part, the last words after it. */
function checkFormula({ passage, run, formula }: Quoted, report: Report): void {
  const { parts, name } = formula;
  const places = run.map(({ text }) => parts.findIndex((part) => text.includes(part)));
  const known = places.filter((place) => place !== -1);
  if (new Set(known).size < Math.max(2, parts.length - 1)) return;
  const first = places.findIndex((place) => place !== -1);
  const last = places.findLastIndex((place) => place !== -1);
  if (isInOrder(known, parts.length)) return;
  const wrong = wrongItem({ run, parts, places });
  const isMissing =
    known.length === parts.length - 1 && last - first + 1 === known.length && wrong === undefined;
  if (isMissing && !passage.text.includes(name)) return;
  const [start, end] = wrong ?? formulaSpan(run, parts, first, last);
  report({
    at: anchorIn(passage, start, end),
    message: `“${name}”引用有误：这里写作“${passage.text.slice(start, end)}”`,
    hint: `应为：${parts.join('、')}。`,
  });
}

function isInOrder(known: readonly number[], length: number): boolean {
  return known.length === length && known.every((place, index) => place === index);
}

/** One item that is none of the parts, where all others are in their places. */
function wrongItem({
  run,
  parts,
  places,
}: {
  run: ItemRun;
  parts: readonly string[];
  places: readonly number[];
}) {
  for (let shift = 0; shift + parts.length <= run.length; shift += 1) {
    const odd = parts.flatMap((_, index) => (places[shift + index] === index ? [] : [index]));
    const index = odd[0];
    if (odd.length !== 1 || index === undefined || places[shift + index] !== -1) continue;
    const item = run[shift + index];
    const part = parts[index] ?? '';
    if (item === undefined) continue;
    const length = Math.min(item.text.length, part.length);
    const start = index === 0 ? item.start + item.text.length - length : item.start;
    return [
      start,
      index === 0 || index === parts.length - 1 ? start + length : item.start + item.text.length,
    ] as const;
  }
  return undefined;
}

/** From the first part to the last, without the words around them. */
function formulaSpan(
  run: ItemRun,
  parts: readonly string[],
  first: number,
  last: number,
): readonly [number, number] {
  const [head, tail] = [run[first], run[last]];
  const opening = parts.find((part) => head?.text.includes(part)) ?? '';
  const closing = parts.find((part) => tail?.text.includes(part)) ?? '';
  const start = (head?.start ?? 0) + (head?.text.indexOf(opening) ?? 0);
  return [start, (tail?.start ?? 0) + (tail?.text.indexOf(closing) ?? 0) + closing.length];
}

/** Slips in a formula's name: 四议二公开. */
function checkWholes(passage: Passage, lists: WordLists, report: Report): void {
  for (const { name, misquoted = [] } of lists.formulas) {
    for (const wrong of misquoted) {
      for (
        let start = passage.text.indexOf(wrong);
        start !== -1;
        start = passage.text.indexOf(wrong, start + 1)
      ) {
        report({
          at: anchorIn(passage, start, start + wrong.length),
          message: `“${wrong}”写错了，应为“${name}”`,
          hint: `改成“${name}”。`,
        });
      }
    }
  }
}
