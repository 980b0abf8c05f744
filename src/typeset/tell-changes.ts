import { paragraphsIn } from '../docx/paragraphs-in.ts';
import type { Revision, WordDocument, WordParagraph, WordRun } from '../docx/word-document.ts';
import type { Arrangement } from './arrange.ts';
import { isColoured } from './run-writer.ts';
import type { SetParagraph } from './set-blocks.ts';
import type { Typesetting } from './typesetting.ts';

/** Tells what the new file has otherwise than the old one, or no longer: what people would miss, or be glad to know. */
export function tellTypesetChanges(arrangement: Arrangement, typesetting: Typesetting): void {
  const { changes, read, shown } = typesetting;
  const { document } = read;
  tellRevisions(typesetting);
  for (const { detail } of document.unread) if (!isCarried(detail)) typesetting.cannotCarry(detail);
  const numbers = shown.filter(
    ({ number, text }) => number !== undefined && number.text !== '' && text.trim() !== '',
  );
  changes.add('自动编号改成文字', '', numbers.length);
  const bullets = shown.filter(({ number, text }) => number?.format === 'bullet' && text.trim() !== '');
  changes.add('项目符号去掉了', '', bullets.length);
  changes.add('空行去掉了，该空的由程序空', '', arrangement.blanks);
  changes.add('目录去掉了，页码已经不对', '', arrangement.contents > 0 ? 1 : 0);
  changes.add('批注没有带过去', '', document.comments.length);
  tellRuns(arrangement, typesetting);
  const links = shown.flatMap(({ paragraphs, document: of }) =>
    paragraphs.map(({ part, start, end }) => linksIn(typesetting.xmlOf(part, of).slice(start, end))),
  );
  changes.add('超链接只留文字', '', addUp(links));
  const isMacro = read.package.archive.names.some((name) => /vbaProject\.bin$/i.test(name));
  changes.add('宏没有带过去', '', isMacro ? 1 : 0);
  changes.add('分栏改成不分栏', '', document.sections.filter(({ columns }) => columns > 1).length);
}

/** Charts and embedded objects are not read, and carried over as they are; lists that are wrong show no numbers. */
function isCarried(detail: string): boolean {
  return /^(?:图表|嵌入对象|编号)/.test(detail);
}

function tellRevisions(typesetting: Typesetting): void {
  const { read } = typesetting;
  const found = new Set<string>();
  let first: WordParagraph | undefined;
  const stories = [
    read.document.body,
    ...[...read.document.footnotes, ...read.document.endnotes, ...read.document.headers].map(
      ({ blocks }) => blocks,
    ),
  ];
  for (const { paragraph } of stories.flatMap((blocks) => [...paragraphsIn(blocks)])) {
    const revisions: Revision[] = paragraph.runs.flatMap((run) => run.revisions);
    if (paragraph.markRevision !== undefined) revisions.push(paragraph.markRevision);
    for (const { kind, id, author, date } of revisions) found.add(`${kind} ${id} ${author} ${date}`);
    if (revisions.length > 0) first ??= paragraph;
  }
  if (first !== undefined) typesetting.meetRevisions(found.size, first);
}

/** Colours and the like are the author's; hidden words are not the page's. */
function tellRuns({ blocks }: Arrangement, { read: { document }, changes, shown }: Typesetting): void {
  const { formatting } = document;
  for (const { paragraph } of paragraphsIn(document.body)) {
    const visible = paragraph.runs.filter(({ isCode, text }) => !isCode && text.trim() !== '');
    const [first] = visible.filter((run) => formatting.isHidden(paragraph, run));
    if (first !== undefined) changes.add('隐藏的文字没有带过去');
  }
  const isHead = (block: Arrangement['blocks'][number]): block is SetParagraph =>
    block.kind === 'paragraph' && block.part === 'letterhead';
  const kept = new Set(blocks.filter(isHead).map(({ whole }) => whole.paragraph));
  const has = (is: (run: WordRun, paragraph: WordParagraph) => boolean) =>
    shown.filter(
      ({ story, pieces, paragraph: own }) =>
        story === 'body' &&
        !kept.has(own) &&
        pieces.some(({ run, paragraph }) => run.text.trim() !== '' && is(run, paragraph)),
    ).length;
  const looks = (run: WordRun, paragraph: WordParagraph) => formatting.run(paragraph, run);
  changes.add(
    '彩色文字改成黑色',
    '',
    has((run, paragraph) => isColoured(looks(run, paragraph).color)),
  );
  changes.add(
    '突出显示去掉了',
    '',
    has((run, paragraph) => (looks(run, paragraph).highlight ?? 'none') !== 'none'),
  );
}

function linksIn(xml: string): number {
  return xml.match(/<(?:[\w.-]+:)?hyperlink[\s>]/g)?.length ?? 0;
}

export function addUp(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

/** Pictures, drawings and objects that show in the body. */
export function picturesIn(document: WordDocument): number {
  let pictures = 0;
  for (const { paragraph } of paragraphsIn(document.body)) {
    pictures += paragraph.runs.filter(({ kind, isCode }) => kind === 'picture' && !isCode).length;
  }
  return pictures;
}
