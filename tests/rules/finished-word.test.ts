import { strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { line, makeWord, p, r, type Snippets } from '../docx/make-word.ts';
import { judged } from '../layout/judged.ts';

const TITLE = line('关于有关情况的报告');

/** What is found of a file by the rules for what its reader does not see, as `rule message`. */
async function found(body: string, snippets: Snippets = {}): Promise<string[]> {
  return foundIn(makeWord(TITLE + body, snippets));
}

async function foundIn(bytes: Uint8Array): Promise<string[]> {
  const { findings } = await judged(bytes);
  const rules = ['hidden-text', 'pending-revision', 'leftover-comment', 'personal-metadata'];
  return findings.filter(({ rule }) => rules.includes(rule)).map(({ rule, message }) => `${rule} ${message}`);
}

const change = (kind: string, content: string, author = '张某') =>
  `<w:${kind} w:id="${content.length}" w:author="${author}" w:date="2025-04-01T00:00:00Z">${content}</w:${kind}>`;

test('what is hidden by itself, by a style or in white is found, with its words', async () => {
  const styles =
    '<w:style w:type="character" w:styleId="h"><w:name w:val="h"/><w:rPr><w:vanish/></w:rPr></w:style>';
  expect(await found(p(r('看得见。') + r('这句不要报', '<w:vanish/>')))).toEqual([
    'hidden-text 这里有隐藏的文字：“这句不要报”',
  ]);
  expect(await found(p(r('藏在样式里', '<w:rStyle w:val="h"/>')), { styles })).toEqual([
    'hidden-text 这里有隐藏的文字：“藏在样式里”',
  ]);
  expect(await found(p(r('白字', '<w:color w:val="FFFFFF"/>')))).toEqual([
    'hidden-text 这里有隐藏的文字：“白字”',
  ]);
});

test('white letters on a colour, field codes and deleted text are not hidden text', async () => {
  const white = '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="C00000"/>';
  const field = '<w:r><w:instrText> DATE </w:instrText></w:r>';
  expect(await found(p(r('红底白字', white)) + p(field + r('正文')))).toEqual([]);
});

test('revisions are told once, by whom; formatting and rows count', async () => {
  const inserted = change('ins', r('新增的话'));
  const deleted = change('del', '<w:r><w:delText>删去的</w:delText></w:r>', '李某');
  expect(await found(p(inserted) + p(deleted))).toEqual([
    'pending-revision 有2处修订没有接受或拒绝（张某1处、李某1处）',
  ]);
  const format = '<w:rPrChange w:id="1" w:author="张某"><w:rPr/></w:rPrChange>';
  expect(await found(p(r('改了格式', format)))).toEqual([
    'pending-revision 有格式或表格的修订没有接受或拒绝',
  ]);
});

test('each comment is told with its author and its words, where it is', async () => {
  const comments = `<w:comment w:id="7" w:author="张某" w:date="2025-04-01T00:00:00Z">${line('这里再核一下')}</w:comment>`;
  const body = p(`<w:commentRangeStart w:id="7"/>${r('有批注的话。')}<w:commentRangeEnd w:id="7"/>`);
  const { findings } = await judged(makeWord(TITLE + body, { comments }));
  const [comment] = findings.filter(({ rule }) => rule === 'leftover-comment');
  expect(comment).toMatchObject({ message: '这里有张某的批注：“这里再核一下”', at: { paragraph: 1 } });
});

function withProperties(properties: string, text = '正文。'): Uint8Array {
  const files = unzipSync(makeWord(TITLE + line(text)));
  const rels = new TextDecoder().decode(files['_rels/.rels']);
  const type = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';
  return zipSync({
    ...files,
    '_rels/.rels': strToU8(
      rels.replace(
        '</Relationships>',
        `<Relationship Id="c" Type="${type}" Target="docProps/core.xml"/></Relationships>`,
      ),
    ),
    'docProps/core.xml': strToU8(
      `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${properties}</cp:coreProperties>`,
    ),
  });
}

test('names in the properties are told; programs and the unit on the page are not', async () => {
  const named = '<dc:creator>张某某</dc:creator><cp:lastModifiedBy>李某</cp:lastModifiedBy>';
  expect(await foundIn(withProperties(named))).toEqual([
    'personal-metadata 文件属性里有作者“张某某”、最后修改的人“李某”',
  ]);
  const harmless =
    '<dc:creator>python-docx</dc:creator><cp:lastModifiedBy>望山镇人民政府</cp:lastModifiedBy>';
  expect(await foundIn(withProperties(harmless, '望山镇人民政府报告如下。'))).toEqual([]);
  expect(await foundIn(withProperties(harmless))).toEqual([
    'personal-metadata 文件属性里有最后修改的人“望山镇人民政府”',
  ]);
});
