import type { Clause } from '../language/clauses.ts';

/**
 * Tells of sentences, by their numbers, whether they speak of something else than the report's own time: of targets, of other
 * years, of averages. Each is looked at once, and only if somebody asks.
 */
export function otherSentences(
  clauses: readonly Clause[],
  years: ReadonlySet<number>,
): (sentence: number) => boolean {
  const known = new Map<number, boolean>();
  return (sentence) => {
    const isOther = known.get(sentence) ?? speaksOfOther(sentenceText(clauses, sentence), years);
    known.set(sentence, isOther);
    return isOther;
  };
}

function sentenceText(clauses: readonly Clause[], sentence: number): string {
  let text = '';
  for (
    let at = firstOf(clauses, sentence);
    clauses[at]?.sentence === sentence && text.length < LONGEST_LOOK;
    at += 1
  ) {
    text += clauses[at]?.text;
  }
  return text;
}

/** The sentences' numbers ascend. */
function firstOf(clauses: readonly Clause[], sentence: number): number {
  let [low, high] = [0, clauses.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((clauses[middle]?.sentence ?? sentence) < sentence) low = middle + 1;
    else high = middle;
  }
  return low;
}

const LONGEST_LOOK = 400;
const OTHER =
  /力争|争取|计划|预计|目标|拟|规划|打算|将(?!近)|突破|翻番|上年|去年|前年|上一年|以前|以往|原有|原来|曾|过去|同期|换届前|改革前|成立之初|达标|不少于|不低于|每[个村名户年]|平均每|人均|户均|兄弟|邻[镇乡县村]|某/;

function speaksOfOther(sentence: string, years: ReadonlySet<number>): boolean {
  if (OTHER.test(sentence)) return true;
  const named = sentence.match(/(?<!\d)(?:19|20)\d{2}(?=年)/g) ?? [];
  return named.some((year) => !years.has(Number(year)));
}
