import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { LAYOUT_RULES } from '../../src/judge/registry.ts';
import { judged } from './judged.ts';
import { makeReport } from './make-report.ts';

describe.each(LAYOUT_RULES)('$id', ({ id, examples }) => {
  test.each(examples)('$input', async ({ input, reports }) => {
    const { layout, sheet } = await judged(makeReport(input));
    const found = layout.map(({ rule, message }) => `${rule} ${message}`);
    expect(found).toEqual(reports.map((message) => expect.stringMatching(`^${id} ${message}`)));
    const broken = sheet.filter(({ verdict }) => verdict === '不合');
    expect(broken.length).toBe(new Set(reports).size);
    expect(broken.every(({ rule }) => rule === id)).toBe(true);
  });

  test('has an example that reports and one that does not', () => {
    expect(examples.some(({ reports }) => reports.length > 0)).toBe(true);
    expect(examples.some(({ reports }) => reports.length === 0)).toBe(true);
  });
});

test('a right report is right throughout', async () => {
  const { layout, sheet } = await judged(makeReport(''));
  expect(layout).toEqual([]);
  expect(sheet.filter(({ verdict }) => verdict === '不合' || verdict === '需人看')).toEqual([]);
});

test.each([
  ['<w:tab w:val="center" w:pos="4422"/>', '\t', '居中'],
  ['<w:tab w:val="center" w:pos="4422"/><w:tab w:val="right" w:pos="8565"/>', '\t\t', undefined],
  ['<w:tab w:val="right" w:pos="8845"/>', '\t', '单页码空0字'],
  ['<w:tab w:val="left" w:pos="280"/>', '\t', '单页码居左'],
])('a page number stands where its tab stop is: %s', async (stops, tabs, found) => {
  const files = unzipSync(makeReport(''));
  const footer = strFromU8(files['word/footer.xml'] ?? new Uint8Array());
  const placed = footer
    .replace(/<w:ind [^>]*\/><w:jc [^>]*\/>/, '')
    .replace('<w:pPr>', `<w:pPr><w:tabs>${stops}</w:tabs>`)
    .replace('</w:pPr>', `</w:pPr>${'<w:r><w:tab/></w:r>'.repeat(tabs.length)}`);
  const { sheet } = await judged(zipSync({ ...files, 'word/footer.xml': strToU8(placed) }));
  const verdict = sheet.find(({ item }) => item === '页码位置');
  expect(verdict?.verdict).toBe(found === undefined ? '合' : '不合');
  if (found !== undefined) expect(verdict?.found).toBe(found);
});

test('a width that a table and its columns say differently is for the eye', async () => {
  const { sheet } = await judged(makeReport('表格设宽：170毫米'));
  expect(sheet.find(({ item }) => item === '表格宽度')).toMatchObject({ verdict: '需人看' });
});

test('what stands above the red line is the letterhead', async () => {
  const files = unzipSync(makeReport(''));
  const text = strFromU8(files['word/document.xml'] ?? new Uint8Array());
  const head = (line: string) =>
    `<w:p><w:pPr><w:pStyle w:val="cell"/></w:pPr><w:r><w:t>望山镇人民政府</w:t></w:r></w:p><w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="18" w:space="1" w:color="${line}"/></w:pBdr></w:pPr></w:p>`;
  const brokenBelow = async (line: string) => {
    const headed = text.replace('<w:body>', `<w:body>${head(line)}`);
    const { sheet } = await judged(zipSync({ ...files, 'word/document.xml': strToU8(headed) }));
    return sheet.filter(({ verdict }) => verdict === '不合').map(({ item }) => item);
  };
  expect(await brokenBelow('FF0000')).toEqual([]);
  expect(await brokenBelow('000000')).toContain('标题字号');
});

test('a page number that a tab puts in its place is for the eye', async () => {
  const files = unzipSync(makeReport(''));
  const footer = strFromU8(files['word/footer.xml'] ?? new Uint8Array());
  const tabbed = strToU8(footer.replace('<w:fldSimple', '<w:r><w:tab/></w:r><w:fldSimple'));
  const { sheet } = await judged(zipSync({ ...files, 'word/footer.xml': tabbed }));
  expect(sheet.find(({ item }) => item === '页码位置')).toMatchObject({
    verdict: '需人看',
    found: '页码用制表位排的，位置请看版面',
  });
});
