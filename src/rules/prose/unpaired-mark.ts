import type { Passage } from '../../facts/passages.ts';
import { documentNumberBrackets } from '../../prose/document-numbers.ts';
import { anchorIn } from '../../prose/place.ts';
import { SIGN, signsOf } from '../../prose/signs.ts';
import { wholeText } from '../../prose/whole-text.ts';
import type { ProseRule } from '../rule.ts';

/** P7. GB/T 15834: paired marks pair and nest. */
export const unpairedMark: ProseRule = {
  id: 'unpaired-mark',
  stage: 'prose',
  severity: 'error',
  docs: {
    title: '不成对的标点',
    why: '引号、书名号、括号总是成对出现、逐层套用；少了一半，引文或书名到哪里为止就看不出来。',
    fix: '补上缺的一半；方向打反的（“……“）改过来；引号里再用引号，里面用‘ ’。',
    basis: {
      source: '《标点符号用法》（GB/T 15834-2011）',
      clause: '4.8、4.9、4.15',
      isUnchecked: true,
      rank: '规定',
      proof: '标点缺了一半',
    },
  },
  examples: [
    { input: '推行“双联工作法。', reports: ['“'] },
    { input: '推行双联”工作法。', reports: ['”'] },
    { input: '推行“双联“工作法。', reports: ['“'] },
    { input: '学习《干部工作手册（试行》。', reports: ['（'] },
    { input: '学习“《云溪镇工作规则”》。', reports: ['《'] },
    { input: '学习“三农”政策和《云溪镇工作规则（试行）》，推行“‘双联’工作法”。', reports: [] },
    { input: '按照镇党发〔2024]9号文件要求办理。', reports: [] },
    { input: '分三步走：1）动员；2）自查；3）整改。', reports: [] },
  ],
  check({ prose, passages }, report) {
    for (const { passage, marks } of wholeText(prose).scannedWith(SIGN.pairedMark)) {
      const unpaired = unpairedMarks(passage.text, marks);
      if (unpaired.length === 0) continue;
      const next = passages[passages.indexOf(passage) + 1];
      const years = new Set(
        documentNumberBrackets(passage.text).flatMap(({ start, end }) => [start, end - 1]),
      );
      for (const start of unpaired) {
        if (years.has(start)) continue;
        const mark = passage.text.charAt(start);
        if (mark === '“' && isQuotedOn(passage, next)) continue;
        report({
          at: anchorIn(passage, start, start + 1),
          message: `${mark} 没有与它成对的另一半`,
          hint: '补上另一半，或者把打反的标点改过来。',
        });
      }
    }
  },
};

/** A quotation over several paragraphs opens each of them and closes only the last. */
function isQuotedOn(passage: Passage, next: Passage | undefined): boolean {
  return passage.text.trimStart().startsWith('“') && next?.text.trimStart().startsWith('“') === true;
}

const MARK_PAIRS = ['“”', '‘’', '《》', '〈〉', '（）', '()', '【】', '〔〕'];
/** By its code, what opens with each mark, and what each closes; half-width brackets count as full-width ones. */
const OPENED = new Map(MARK_PAIRS.map(([mark = '']) => [mark.charCodeAt(0), mark === '(' ? '（' : mark]));
const CLOSING_OF = new Map(
  MARK_PAIRS.map(([mark = '', end = '']) => [end.charCodeAt(0), mark === '(' ? '（' : mark]),
);

/** One offset for each mark that stands alone; marks around it that do pair are not drawn in. */
function unpairedMarks(text: string, marks: readonly number[]): number[] {
  const open: OpenedMark[] = [];
  const crossed: OpenedMark[] = [];
  const unpaired: number[] = [];
  for (const offset of marks) {
    const code = text.charCodeAt(offset);
    if ((signsOf(code) & SIGN.pairedMark) === 0) continue;
    const mark = OPENED.get(code);
    if (mark !== undefined) {
      const top = open.at(-1);
      if (mark === '“' && top?.mark === '“' && isTurnedRound(text, offset)) {
        open.pop();
        unpaired.push(offset);
      } else open.push({ mark, offset });
      continue;
    }
    const partner = CLOSING_OF.get(code);
    if (partner === undefined || isApostrophe(text, offset)) continue;
    const inner = closeMark(open, partner);
    if (inner !== undefined) crossed.push(...inner);
    else if (!endsCrossing(crossed, partner) && !isListNumber(text, offset)) unpaired.push(offset);
  }
  for (const { offset } of [...crossed, ...open]) unpaired.push(offset);
  return unpaired.sort((a, b) => a - b);
}

type OpenedMark = { readonly mark: string; readonly offset: number };

/** Closes the innermost mark of this kind and gives back what was opened inside it and left open; undefined where none is open. */
function closeMark(open: OpenedMark[], mark: string): readonly OpenedMark[] | undefined {
  if (open.at(-1)?.mark === mark) {
    open.pop();
    return NONE_OPEN;
  }
  const reach = Math.max(0, open.length - DEEPEST_MARK);
  for (let index = open.length - 1; index >= reach; index -= 1) {
    if (open[index]?.mark === mark) return open.splice(index).slice(1);
  }
  return undefined;
}

const NONE_OPEN: readonly OpenedMark[] = [];

/** The late half of a pair that crosses another (“《”》) is not reported a second time. */
function endsCrossing(crossed: readonly OpenedMark[], mark: string): boolean {
  return crossed.some((opened, index) => index >= crossed.length - DEEPEST_MARK && opened.mark === mark);
}

/** How many marks deep a partner is looked for. */
const DEEPEST_MARK = 16;

/** A second “ with no ” before the next “ was meant to be the closing one. */
function isTurnedRound(text: string, offset: number): boolean {
  const next = /[“”]/g;
  next.lastIndex = offset + 1;
  return next.exec(text)?.[0] !== '”';
}

function isApostrophe(text: string, offset: number): boolean {
  return text.charAt(offset) === '’' && /[A-Za-z]/.test(text.charAt(offset - 1));
}

/** `1）` and `a）` number a list's items without an opening bracket. */
function isListNumber(text: string, offset: number): boolean {
  return /(?:^|[\s　。；：，、;:,])(?:\d{1,2}|[A-Za-z]|[一二三四五六七八九十]{1,3})$/.test(
    text.slice(Math.max(0, offset - 4), offset),
  );
}
