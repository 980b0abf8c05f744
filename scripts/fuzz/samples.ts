import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { readFacts } from '../../src/facts/read-facts.ts';
import { DEFAULT_SETTINGS } from '../../src/judge/default-settings.ts';
import { ledgerOf } from '../../src/sheets/ledger.ts';
import { ledgerSheet } from '../../src/sheets/ledger-sheet.ts';
import { buildReport } from '../../src/use/build.ts';

/** A file that is right, to make wrong ones of. */
export interface Sample {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Some twenty files of every kind that is read, made from the townships and templates of this project. */
export async function makeSamples(): Promise<Sample[]> {
  const facts = readdirSync(join(ROOT, 'data-samples'))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .slice(0, 5)
    .map((name) => ({ name, bytes: read('data-samples', name) }));
  const [first] = facts;
  if (first === undefined) throw new Error('no samples');
  const text = await report(first.bytes, 'txt');
  return [
    ...facts,
    ...(await Promise.all(
      facts.map(async ({ bytes }, at) => ({ name: `报告${at}.docx`, bytes: await report(bytes, 'docx') })),
    )),
    { name: '编号.docx', bytes: wordWith(NUMBERED) },
    { name: '表格.docx', bytes: wordWith(TABLES) },
    { name: '台账.xlsx', bytes: await sheet(first.bytes) },
    { name: '名册.csv', bytes: strToU8('姓名,性别,出生日期\n甲,男,1979.05\n乙,女,197905\n') },
    {
      name: '名册.yaml',
      bytes: strToU8('单位: {名称: 甲镇, 类型: 镇}\n工作:\n- 标题: "甲"\n  要点: [甲, "乙"]\n'),
    },
    { name: '报告.txt', bytes: text },
    { name: '宽.txt', bytes: Buffer.from(`\ufeff${Buffer.from(text).toString().slice(0, 2000)}`, 'utf16le') },
    ...['self-review', 'special-report', 'rectification-report'].map((id) => ({
      name: `${id}.hbs`,
      bytes: read('templates', id, 'report.hbs'),
    })),
  ];
}

function read(...names: string[]): Uint8Array {
  return readFileSync(join(ROOT, ...names));
}

async function report(bytes: Uint8Array, format: 'docx' | 'txt'): Promise<Uint8Array> {
  const options = { isDraft: true, settings: DEFAULT_SETTINGS, templateFolders: [], format };
  const { value } = await buildReport({ file: '样例.yaml', bytes }, options);
  if (value === undefined) throw new Error('a sample builds no report');
  return value.bytes;
}

async function sheet(bytes: Uint8Array): Promise<Uint8Array> {
  const { value } = await readFacts({ file: '样例.yaml', bytes });
  if (value === undefined) throw new Error('a sample cannot be read');
  return ledgerSheet(ledgerOf([value], undefined));
}

const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

function wordWith(parts: Readonly<Record<string, string>>): Uint8Array {
  const files = Object.entries({ ...PACKAGE, ...parts }).map(([name, text]) => [name, strToU8(text)]);
  return zipSync(Object.fromEntries(files));
}

const PACKAGE = {
  '[Content_Types].xml':
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>',
  '_rels/.rels':
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
};

const NUMBERED = {
  'word/_rels/document.xml.rels':
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
  'word/numbering.xml': `<w:numbering ${NAMESPACE}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="7"/></w:lvlOverride></w:num></w:numbering>`,
  'word/styles.xml': `<w:styles ${NAMESPACE}><w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>`,
  'word/document.xml': `<w:document ${NAMESPACE}><w:body>${['a', 'b', 'a']
    .map(
      (style) =>
        `<w:p><w:pPr><w:pStyle w:val="${style}"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>工作情况</w:t></w:r><w:ins w:id="1"><w:r><w:t>，新增</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>删去</w:delText></w:r></w:del></w:p>`,
    )
    .join('')}</w:body></w:document>`,
};

const TABLES = {
  'word/document.xml': `<w:document ${NAMESPACE}><w:body><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>目录</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>党员300名,其中女100名。</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:sdt><w:sdtContent><w:p><w:r><w:t xml:space="preserve"> 一是甲；二是乙。</w:t><w:tab/><w:br/><w:sym w:font="Wingdings" w:char="F0A7"/></w:r></w:p></w:sdtContent></w:sdt></w:body></w:document>`,
};
