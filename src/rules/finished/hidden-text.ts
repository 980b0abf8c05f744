import { type PlacedParagraph, placedParagraphs } from '../../document/placed-paragraphs.ts';
import type { WordDocument } from '../../docx/word-document.ts';
import type { FinishedRule } from '../rule.ts';
import { shortText } from '../shorten.ts';

export const hiddenText: FinishedRule = {
  id: 'hidden-text',
  stage: 'finished',
  severity: 'error',
  docs: {
    title: '隐藏的文字',
    why: '设为隐藏、或者白底白字的文字，页面上看不见，发出去的文件里却有，收到的人一点就能看到。',
    fix: '在 Word 里显示隐藏文字（开始—段落—显示编辑标记），该留的取消隐藏，不该留的删去。',
    basis: { source: '发出的文件里只有看得见的文字', rank: '通常', proof: '文件里有而页面上不显示的文字' },
  },
  examples: [],
  check({ document }, report) {
    if (document.word === undefined) return;
    const word = document.word.document;
    for (const placed of placedParagraphs(document, word)) {
      const text = hiddenIn(placed, word);
      if (text === '') continue;
      report({
        at: { paragraph: placed.at },
        message: `这里有隐藏的文字：“${shortText(text)}”`,
        hint: '该留的取消隐藏，不该留的删去。',
      });
    }
  },
};

/** What of a paragraph is hidden; deleted text and codes of fields are no text. */
function hiddenIn({ paragraph, isBoxed }: PlacedParagraph, { formatting }: WordDocument): string {
  if (paragraph.isContents) return '';
  return paragraph.runs
    .filter(({ kind, isCode, revisions }) => kind === 'text' && !isCode && !revisions.some(isGone))
    .filter((run) => {
      if (formatting.isHidden(paragraph, run)) return true;
      if (paragraph.cell !== undefined || isBoxed) return false;
      const { color, shading, highlight } = formatting.run(paragraph, run);
      const isOnWhite =
        isUnshaded(shading) && highlight === undefined && isUnshaded(paragraph.properties.shading);
      return isOnWhite && color !== undefined && /^F[EF]F[EF]F[EF]$/i.test(color);
    })
    .map(({ text }) => text)
    .join('')
    .trim();
}

function isGone({ kind }: { readonly kind: string }): boolean {
  return kind === 'deleted' || kind === 'moved-from';
}

function isUnshaded(shading: string | undefined): boolean {
  return shading === undefined || shading === 'auto' || /^FFFFFF$/i.test(shading);
}
