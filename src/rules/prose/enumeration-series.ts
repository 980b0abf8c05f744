import { ownNumber } from '../../facts/own-number.ts';
import { formatNumeral } from '../../prose/numerals.ts';
import { anchorIn, isFactsPassage } from '../../prose/place.ts';
import { type SeriesMark, seriesOf } from '../../prose/series.ts';
import type { ProseRule, Report } from '../rule.ts';

/** P5. GB/T 15834 4.6.3: 一是…；二是…。 counts on, and its items are parted in one way. */
export const enumerationSeries: ProseRule = {
  id: 'enumeration-series',
  stage: 'prose',
  severity: 'warning',
  docs: {
    title: '“一是……二是……”的次序和标点',
    why: '分项从“一是”开始依次往下，至少两项；各项之间统一用分号，有的分项里已经有句号的统一用句号；“一是”后面直接写内容。',
    fix: '补上漏掉的分项或改正序号；各项之间的标点统一。',
    basis: {
      source: '《标点符号用法》（GB/T 15834-2011）',
      clause: '4.6.3',
      isUnchecked: true,
      rank: '通常',
    },
  },
  examples: [
    { input: '一是抓学习；三是抓落实。', reports: ['三是'] },
    { input: '一是抓学习。重在日常。\n三是抓落实。', reports: ['三是'] },
    { input: '二是抓落实；三是抓监督。', reports: ['二是'] },
    { input: '工作中，一是抓学习，形成习惯。', reports: ['一是'] },
    { input: '一是抓学习，重日常；二是抓落实，重实效。三是抓监督，重长效。', reports: ['。'] },
    { input: '一是抓学习。坚持每月一次；二是抓落实。坚持每周一查。', reports: ['；'] },
    { input: '一是，抓学习；二是抓落实。', reports: ['，'] },
    { input: '一是抓学习；二是抓落实；三是抓监督。', reports: [] },
    { input: '一是抓学习。坚持每月一次。二是抓落实。坚持每周一查。', reports: [] },
    { input: '一是抓学习，二是抓落实。', reports: [] },
    { input: '一是三个村党支部结对；二是一批党员带头。', reports: [] },
    { input: '抓作风要较真，一是一，二是二。', reports: [] },
    { input: '一是抓学习。\n二是抓落实。\n三是抓监督。', reports: [] },
    {
      input:
        '一是产业更旺。新建基地2个：一是茶园，投资30万元；二是果园，投资40万元。运行良好。二是村容更美。新建广场1个。',
      reports: [],
    },
    { input: '（一）一是抓学习；二是抓落实。\n（二）学习抓得紧！一是抓学习；二是抓落实。', reports: [] },
    { input: '一是抓学习。二是抓得紧！三是抓监督。', reports: [] },
    { input: '抓好班子建设 一是抓学习；二是抓落实。', reports: [] },
    { input: '原因之一是学习不够，唯一是非标准是群众满意。', reports: [] },
  ],
  check({ prose }, report) {
    for (const series of seriesOf(prose)) {
      const marks = series.filter((mark) => !isWriters(mark));
      checkSeriesNumbers(marks, report);
      checkSeparators(marks, report);
      for (const mark of marks) checkHead(mark, report);
    }
  },
};

/** A title or point of a facts file that begins with its number: the writer sets its own in its stead. */
function isWriters({ passage, end }: SeriesMark): boolean {
  const isNumbered = passage.role === 'point' || (passage.role === 'heading' && isFactsPassage(passage));
  return isNumbered && ownNumber(passage.text, 0).length === end;
}

/** The first number out of turn; what follows it is counted from there. */
function checkSeriesNumbers(marks: readonly SeriesMark[], report: Report): void {
  let expected = 1;
  for (const mark of marks) {
    if (mark.number !== expected) {
      const wanted = `${formatNumeral(expected)}是`;
      report({
        at: anchorIn(mark.passage, mark.start, mark.end),
        message:
          expected === 1
            ? `“${seriesMarkText(mark)}”前面没有“一是”`
            : `“${seriesMarkText(mark)}”前面少了“${wanted}”，序号不连续`,
        hint: `补上“${wanted}”，或者改正序号。`,
      });
    }
    expected = mark.number + 1;
  }
  const [only] = marks;
  if (only === undefined || marks.length > 1 || only.number !== 1) return;
  report({
    at: anchorIn(only.passage, only.start, only.end),
    message: '只有“一是”，没有“二是”',
    hint: '只有一项时不用“一是”；漏了分项的补上。',
  });
}

/** Within one paragraph the items are parted alike; an item that holds a 。 makes all of them end with one. */
function checkSeparators(marks: readonly SeriesMark[], report: Report): void {
  const seen = marks.filter((mark, index) => index > 0 && marks[index - 1]?.passage === mark.passage);
  const hasInnerStop = marks.some((mark, index) => holdsStop(mark, marks[index + 1]));
  const first = seen[0];
  if (first === undefined) return;
  const wanted = hasInnerStop ? '。' : stopFor(separatorOf(first));
  const odd = seen.find(
    (mark) => stopFor(separatorOf(mark)) !== wanted && (hasInnerStop || separatorOf(mark) !== ','),
  );
  if (odd === undefined) return;
  report({
    at: anchorIn(odd.passage, odd.start - 1, odd.start),
    message: hasInnerStop
      ? `分项里已经有句号，“${seriesMarkText(odd)}”前面却用了“${separatorOf(odd)}”`
      : `“${seriesMarkText(odd)}”前面用“${separatorOf(odd)}”，与前面的“${wanted}”不一致`,
    hint: hasInnerStop ? '各项之间统一用句号。' : '各项之间统一用分号，最后一项用句号。',
  });
}

function separatorOf(mark: SeriesMark): string {
  return mark.passage.text.slice(0, mark.start).trimEnd().slice(-1);
}

/** What ends a sentence, as a question does, parts items as a 。 does. */
function stopFor(separator: string): string {
  return '！？!?'.includes(separator) ? '。' : separator;
}

/** Whether an item has a 。 before its own end. */
function holdsStop(mark: SeriesMark, next: SeriesMark | undefined): boolean {
  if (next?.passage !== mark.passage) return false;
  const stop = mark.passage.text.indexOf('。', mark.end);
  return stop !== -1 && stop < next.start - 1;
}

function checkHead(mark: SeriesMark, report: Report): void {
  const following = mark.passage.text.charAt(mark.end);
  if (!'，、：；,:;'.includes(following) || following === '') return;
  report({
    at: anchorIn(mark.passage, mark.end, mark.end + 1),
    message: `“${seriesMarkText(mark)}”后面多了“${following}”`,
    hint: '删去它，直接写内容。',
  });
}

function seriesMarkText({ passage, start, end }: SeriesMark): string {
  return passage.text.slice(start, end);
}
