import { describe, expect, it } from 'vitest';
import { CountyRows } from '../../src/county/county-table.ts';
import { CountyRollUp } from '../../src/county/roll-up.ts';
import { extractUnit } from '../../src/county/unit-extract.ts';
import { writeWorkbook } from '../../src/county/write-workbook.ts';
import { readFacts } from '../../src/facts/read-facts.ts';
import { openArchive } from '../../src/ooxml/archive.ts';
import { OoxmlFault } from '../../src/ooxml/ooxml-fault.ts';

async function sheetOf(units: readonly string[], isByKind = false): Promise<string> {
  const rolled = new CountyRollUp({ isByKind });
  const rows = new CountyRows();
  for (const [index, text] of units.entries()) {
    const { value } = await readFacts({ file: `${index}.yaml`, bytes: Buffer.from(text) });
    if (value === undefined) throw new Error('cannot be read');
    const unit = extractUnit(value);
    rolled.add(`${index}.yaml`, unit);
    rows.add(unit);
  }
  const archive = openArchive(writeWorkbook([rows.table(rolled.finish())]));
  const sheet = archive instanceof OoxmlFault ? archive : archive.read('xl/worksheets/sheet1.xml');
  if (sheet instanceof OoxmlFault) throw new Error(sheet.kind);
  return sheet.toString();
}

describe('the table of units', () => {
  it('adds up by formulas whose values are exact, and weights averages', async () => {
    const sheet = await sheetOf([
      '单位: {名称: =1+1镇, 类型: 镇}\n集体经济: {收入: 0.1}\n村两委: {成员: 10, 平均年龄: 40}',
      '单位: {名称: 乙<b>乡, 类型: 乡}\n集体经济: {收入: 0.2}\n村两委: {成员: 30, 平均年龄: 50}',
      '单位: {名称: 丙镇, 类型: 镇}\n集体经济: {收入: 待补}\n村两委: {成员: 0}',
    ]);
    expect(sheet).toContain('<f>SUM(C3:C5)</f><v>40</v>');
    expect(sheet).toContain('s="6"><v>47.5</v>');
    expect(sheet).toContain('<f>SUM(E3:E5)</f><v>0.3</v>');
    expect(sheet).toContain('>待补</t>');
    expect(sheet).toContain('t="inlineStr"><is><t xml:space="preserve">=1+1镇</t>');
    expect(sheet).toContain('乙&lt;b&gt;乡');
    expect(sheet).toContain('state="frozen"');
    expect(sheet).toContain('<autoFilter ref="A2:E5"/>');
  });

  it('gives sub-totals by kind, each reckoned from the rows of its kind', async () => {
    const sheet = await sheetOf(
      [
        '单位: {名称: 甲镇, 类型: 镇}\n党员: {总数: 10}\n村两委: {成员: 10, 平均年龄: 40}',
        '单位: {名称: 乙乡, 类型: 乡}\n党员: {总数: 5}\n村两委: {成员: 10, 平均年龄: 30}',
        '单位: {名称: 丙镇, 类型: 镇}\n党员: {总数: 7}\n村两委: {成员: 30, 平均年龄: 50}',
      ],
      true,
    );
    expect(sheet).toContain('镇小计');
    expect(sheet).toContain('<f>SUMIF($B$3:$B$5,&quot;镇&quot;,C3:C5)</f><v>17</v>');
    expect(sheet).toContain('<f>SUMIF($B$3:$B$5,&quot;乡&quot;,C3:C5)</f><v>5</v>');
    expect(sheet).toContain('<f>SUM(C3:C5)</f><v>22</v>');
    expect(sheet).toContain('s="6"><v>47.5</v>');
  });
});
