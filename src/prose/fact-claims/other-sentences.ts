import type { Clause } from '../clauses.ts';
import type { TimeReader } from './report-time.ts';

/**
 * Tells of sentences, by their numbers, whether they speak of something else than the report's own time: of targets, of other
 * times, of averages. Each is looked at once, and only if somebody asks.
 */
export function otherSentences(
  clauses: readonly Clause[],
  isOtherTime: TimeReader,
): (sentence: number) => boolean {
  const known = new Map<number, boolean>();
  return (sentence) => {
    const isOther = known.get(sentence) ?? speaksOfOther(sentenceText(clauses, sentence), isOtherTime);
    known.set(sentence, isOther);
    return isOther;
  };
}

function sentenceText(clauses: readonly Clause[], sentence: number): string {
  let text = '';
  for (
    let at = firstClause(clauses, sentence);
    clauses[at]?.sentence === sentence && text.length < LONGEST_SENTENCE_LOOK;
    at += 1
  ) {
    text += `${clauses[at]?.before ?? ''}${clauses[at]?.text ?? ''}`;
  }
  return text;
}

/** The sentences' numbers ascend. */
function firstClause(clauses: readonly Clause[], sentence: number): number {
  let [low, high] = [0, clauses.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((clauses[middle]?.sentence ?? sentence) < sentence) low = middle + 1;
    else high = middle;
  }
  return low;
}

const LONGEST_SENTENCE_LOOK = 400;
const OTHER =
  /力争|争取|计划|预计|目标|拟|规划|打算|将(?!近)|突破|翻番|成立之初|达标|不少于|不低于|每[个村名户年]|平均每|人均|户均|兄弟|邻[镇乡县村]|某/;

function speaksOfOther(sentence: string, isOtherTime: TimeReader): boolean {
  return OTHER.test(sentence) || isOtherTime(sentence);
}
