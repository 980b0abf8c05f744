import type { Anchor } from '../../diagnostics/finding.ts';
import { placedParagraphs } from '../../document/placed-paragraphs.ts';
import { paragraphsIn } from '../../docx/paragraphs-in.ts';
import type { WordComment } from '../../docx/word-document.ts';
import type { FinishedRule } from '../rule.ts';
import { shortText } from '../shorten.ts';

export const leftoverComment: FinishedRule = {
  id: 'leftover-comment',
  stage: 'finished',
  severity: 'warning',
  docs: {
    title: '没有删去的批注',
    why: '批注是改稿时说的话，带着写批注的人的名字；发出去的文件里不应有。',
    fix: '看过以后删去（审阅—删除—删除文档中的所有批注）。',
    basis: { source: '发出的文件是定稿', rank: '通常' },
  },
  examples: [],
  check({ document }, report) {
    if (document.word === undefined) return;
    const word = document.word.document;
    if (word.comments.length === 0) return;
    const places = new Map<string, number>();
    for (const { paragraph, at } of placedParagraphs(document, word))
      for (const { kind, id } of paragraph.ranges)
        if (kind.startsWith('comment') && !places.has(id)) places.set(id, at);
    const anchorOf = ({ id }: WordComment): Anchor => {
      const at = places.get(id);
      return at === undefined ? { path: '' } : { paragraph: at };
    };
    const [own, ...others] = word.comments.filter(({ author }) => author === OWN_AUTHOR);
    if (own !== undefined) {
      report({
        at: anchorOf(own),
        message: `有${others.length + 1}条 report 写的批注`,
        hint: '这是批注本或出处本，发出去的应是原件；看过以后删去批注。',
        related: others.map((each) => ({ message: shortText(commentText(each)), at: anchorOf(each) })),
      });
    }
    for (const comment of word.comments) {
      if (comment.author === OWN_AUTHOR) continue;
      report({
        at: anchorOf(comment),
        message: `这里有${comment.author === '' ? '' : `${comment.author}的`}批注：“${shortText(commentText(comment))}”`,
        hint: '看过以后删去。',
      });
    }
  },
};

/** Of the copies that this program marks. */
const OWN_AUTHOR = 'report';

function commentText({ blocks }: WordComment): string {
  return [...paragraphsIn(blocks)]
    .map(({ paragraph }) =>
      paragraph.runs
        .filter(({ isCode }) => !isCode)
        .map(({ text }) => text)
        .join(''),
    )
    .join(' ');
}
