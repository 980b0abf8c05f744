import { placedParagraphs } from '../../document/placed-paragraphs.ts';
import type { Revision, WordParagraph } from '../../docx/word-document.ts';
import { OoxmlFault } from '../../ooxml/ooxml-fault.ts';
import type { FinishedRule } from '../rule.ts';

export const pendingRevision: FinishedRule = {
  id: 'pending-revision',
  stage: 'finished',
  severity: 'error',
  docs: {
    title: '没有处理的修订',
    why: '修订没有接受或拒绝，收到的人能看到改之前的话、是谁改的；打印出来有时还带着修订标记。',
    fix: '在 Word 里逐处接受或拒绝（审阅—接受、拒绝），再关掉修订。',
    basis: { source: '发出的文件是定稿', rank: '通常', proof: '文件里记着的修订' },
  },
  examples: [],
  check({ document }, report) {
    if (document.word === undefined) return;
    const { document: word, package: opened } = document.word;
    const found = placedParagraphs(document, word).filter(
      ({ paragraph }) => paragraphRevisions(paragraph).length > 0,
    );
    const [first, ...others] = found;
    const hint = '逐处接受或拒绝，再关掉修订。';
    if (first !== undefined) {
      const revisions = distinctRevisions(found.flatMap(({ paragraph }) => paragraphRevisions(paragraph)));
      report({
        at: { paragraph: first.at },
        message: `有${revisions.length}处修订没有接受或拒绝${byWhom(revisions)}`,
        hint,
        related: others.map(({ at }) => ({ message: '修订', at: { paragraph: at } })),
      });
      return;
    }
    const text = opened.text(word.part);
    if (!(text instanceof OoxmlFault) && OTHER_CHANGES.test(text.text))
      report({ at: { path: '' }, message: '有格式或表格的修订没有接受或拒绝', hint });
  },
};

function paragraphRevisions({ runs, markRevision }: WordParagraph): Revision[] {
  return [
    ...runs.flatMap(({ revisions }) => revisions),
    ...(markRevision === undefined ? [] : [markRevision]),
  ];
}

function distinctRevisions(revisions: readonly Revision[]): Revision[] {
  return [...new Map(revisions.map((each) => [`${each.kind} ${each.id} ${each.author}`, each])).values()];
}

function byWhom(revisions: readonly Revision[]): string {
  const counts = new Map<string, number>();
  for (const { author } of revisions) counts.set(author, (counts.get(author) ?? 0) + 1);
  const named = [...counts]
    .filter(([author]) => author !== '')
    .map(([author, count]) => `${author}${count}处`);
  return named.length === 0 ? '' : `（${named.slice(0, MOST_AUTHORS).join('、')}）`;
}

/** Authors in a message. */
const MOST_AUTHORS = 5;

/** Changes of formatting, of sections and of rows, which no run shows. */
const OTHER_CHANGES =
  /<\w{1,8}:(?:rPrChange|pPrChange|sectPrChange|tblPrChange|trPrChange|tcPrChange|tblGridChange|numberingChange|cellIns|cellDel|cellMerge)[\s/>]|<w:trPr>(?:<w:[^>]*>){0,6}?<w:(?:ins|del)\s/;
