import type { Anchor } from '../../diagnostics/finding.ts';
import { matchesIn } from '../../prose/matches.ts';
import { anchorIn, isFactsPassage, placeInPlain } from '../../prose/place.ts';
import { SIGN } from '../../prose/signs.ts';
import { wholeText } from '../../prose/whole-text.ts';
import type { ProseRule, Report } from '../rule.ts';

export const privateUseCharacter: ProseRule = {
  id: 'private-use-character',
  stage: 'prose',
  severity: 'error',
  docs: {
    title: '别的电脑上显示不出来的字',
    why: '老输入法和造字程序把生僻字放在私用区，换一台电脑就成了方框或者空白；换编码时弄坏的字会变成“\ufffd”。印出来的报告上这个字就没有了。',
    fix: '用现在的输入法重新输入这个字；对照原来的文件或者本人的身份证件核对。',
    basis: {
      source: '《信息技术 中文编码字符集》（GB 18030-2022）',
      clause: '用户自定义区',
      rank: '规定',
      proof: '码位上没有字',
    },
  },
  examples: [
    { input: '刘\ue863同志任副镇长。', reports: ['\ue863'] },
    { input: '全镇有党\ufffd\ufffd486名。', reports: ['\ufffd\ufffd'] },
    { input: '刘䶮同志任副镇长。', reports: [] },
  ],
  check({ prose, plainTexts = [] }, report) {
    for (const passage of wholeText(prose).passagesWith(SIGN.privateUse)) {
      const pattern = isFactsPassage(passage) ? PRIVATE_USE : PRIVATE_OR_DAMAGED;
      for (const { index: start, 0: run } of matchesIn(passage.text, pattern)) {
        reportPrivateUse(run, anchorIn(passage, start, start + run.length), report);
      }
    }
    for (const plain of plainTexts) {
      for (const { index, 0: run } of matchesIn(plain.text, PRIVATE_USE)) {
        reportPrivateUse(run, placeInPlain(plain, index, index + run.length), report);
      }
    }
  },
};

/** A facts file with U+FFFD in it was refused by reading. */
const PRIVATE_USE = /\p{Co}+/gu;
/** In a finished document U+F000 to U+F0FF are what a symbol font such as Wingdings draws. */
const PRIVATE_OR_DAMAGED = /(?:(?![\uf000-\uf0ff])\p{Co})+|\ufffd+/gu;

function reportPrivateUse(run: string, at: Anchor, report: Report): void {
  if (run.startsWith('\ufffd')) {
    report({
      at,
      message: '这里的文字已经损坏，变成了“\ufffd”',
      hint: '多半是换编码时弄坏的；对照原来的文件，把这几个字重新输入。',
    });
    return;
  }
  const code = (run.codePointAt(0) ?? 0).toString(16).toUpperCase();
  const known = KNOWN_CHARACTERS.get(run);
  report({
    at,
    message: `这里有私用区字符（U+${code}），别的电脑上显示成方框或者空白`,
    hint: `${known === undefined ? '看上下文弄清是哪个字' : `老输入法里它是“${known}”`}，用现在的输入法重新输入。`,
  });
}

/** What GBK had no place for in Unicode 3, and people's names hold. */
const KNOWN_CHARACTERS: ReadonlyMap<string, string> = new Map([['\ue863', '䶮']]);
