import type { Anchor } from '../../diagnostics/finding.ts';
import { documentNumberBrackets } from '../../prose/document-numbers.ts';
import { LOOK_ALIKES, meantBy } from '../../prose/look-alikes.ts';
import { matchesIn } from '../../prose/matches.ts';
import { anchorIn, placeInPlain, touchesReference } from '../../prose/place.ts';
import { SIGN } from '../../prose/signs.ts';
import { wholeText } from '../../prose/whole-text.ts';
import type { ProseRule, Report } from '../rule.ts';

export const lookAlikeCharacter: ProseRule = {
  id: 'look-alike-character',
  stage: 'prose',
  severity: 'warning',
  docs: {
    title: '看着像、其实不是的字',
    why: '从 PDF 或网页里复制出来的文字，常夹着部首字符（⼈⽇）、兼容汉字和竖排标点（︵︶）。看上去和普通的字一样，打印时字体却不同，查找不到，词表和名称也对不上。',
    fix: '换成普通的字；`check --fix` 会改掉能确定的。',
    basis: { source: 'Unicode 标准', clause: 'NFKC 规范化', rank: '通常' },
  },
  examples: [
    { input: '加强⼈员⽇常管理。', reports: ['⼈', '⽇'] },
    { input: '全镇有农⺠三千⼈︵含外出务工︶。', reports: ['⺠', '⼈︵', '︶'] },
    { input: '加强人员日常管理，住房面积80㎡。', reports: [] },
  ],
  check({ prose, plainTexts = [] }, report) {
    for (const passage of wholeText(prose).passagesWith(SIGN.lookAlike)) {
      for (const { index: start, 0: run } of matchesIn(passage.text, LOOK_ALIKES)) {
        const end = start + run.length;
        if (touchesReference(passage, start, end) || isOfDocumentNumber(passage.text, start)) continue;
        reportLookAlike(run, anchorIn(passage, start, end), report);
      }
    }
    for (const plain of plainTexts) {
      for (const { index, 0: run } of matchesIn(plain.text, LOOK_ALIKES)) {
        reportLookAlike(run, placeInPlain(plain, index, index + run.length), report);
      }
    }
  },
};

/** ﹝2021﹞9号: what brackets a document number takes is a rule of its own. */
function isOfDocumentNumber(text: string, at: number): boolean {
  return documentNumberBrackets(text).some(({ start, end }) => start === at || end - 1 === at);
}

function reportLookAlike(run: string, at: Anchor, report: Report): void {
  const meant = meantBy(run);
  const code = `U+${(run.codePointAt(0) ?? 0).toString(16).toUpperCase()}`;
  report({
    at,
    message:
      meant === undefined
        ? `“${run}”不是普通的字（${code}），只是看着像`
        : `“${run}”不是“${meant}”，只是看着像（${code}）`,
    hint: `${meant === undefined ? '重新输入这个字' : `改成“${meant}”`}；多半是从 PDF 里复制出来的，字体不同，也查找不到。`,
    ...(meant !== undefined && at.span !== undefined && { replacement: meant }),
  });
}
