import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { recogniseOwn } from '../../src/bytes/recognise.ts';
import type { Facts } from '../../src/facts/facts.ts';
import { ledgerOf } from '../../src/sheets/ledger.ts';
import { ledgerSheet } from '../../src/sheets/ledger-sheet.ts';

const FACTS: Facts = {
  unit: { name: '青禾县云溪镇' },
  report: { date: { year: 2023, month: 11, day: 6 } },
  problems: [{ id: 'a', title: '=1+1 & <b>' }],
  measures: [
    { title: '甲', problems: ['a'], status: '推进中', deadline: { year: 2023, month: 11, day: 30 } },
    { title: '乙', problems: ['a'], status: '推进中', deadline: { year: 2023, month: 12 } },
  ],
};

const sheetOf = (facts: Facts) => ledgerSheet(ledgerOf([{ facts, written: new Map() }]));

async function partOf(name: string): Promise<string> {
  const part = unzipSync(await sheetOf(FACTS))[name];
  return part === undefined ? '' : strFromU8(part);
}

it('holds dates as dates, a month as its last day', async () => {
  const sheet = await partOf('xl/worksheets/sheet1.xml');
  expect(sheet).toMatch(/<c r="H4" s="\d+"><v>45260<\/v>/);
  expect(sheet).toMatch(/<c r="H5" s="\d+"><v>45291<\/v>/);
  expect(await partOf('xl/styles.xml')).toContain('yyyy&quot;年&quot;m&quot;月&quot;"');
});

it('repeats the problem in every row, so that rows can be filtered', async () => {
  const sheet = await partOf('xl/worksheets/sheet1.xml');
  const texts: readonly string[] = (await partOf('xl/sharedStrings.xml')).match(/<t[ >].*?<\/t>/g) ?? [];
  const at = texts.indexOf('<t>=1+1 &amp; &lt;b&gt;</t>');
  for (const cell of ['B4', 'B5']) expect(sheet).toMatch(new RegExp(`r="${cell}"[^>]* t="s"><v>${at}<`));
});

it('is set up for filtering, scrolling and printing', async () => {
  const sheet = await partOf('xl/worksheets/sheet1.xml');
  expect(sheet).toContain('<autoFilter ref="A3:P5"/>');
  expect(sheet).toContain('ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"');
  expect(sheet).toContain('<pageSetup paperSize="9" fitToHeight="0" orientation="landscape"/>');
  const workbook = await partOf('xl/workbook.xml');
  expect(workbook).toContain(`<definedName name="_xlnm.Print_Area" localSheetId="0">'整改台账'!$A$1:$P$7<`);
  expect(workbook).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="0">'整改台账'!$3:$3<`);
});

it('is the same for the same facts, and known for ours until somebody edits it', async () => {
  const [first, second] = [await sheetOf(FACTS), await sheetOf(structuredClone(FACTS))];
  expect(second).toEqual(first);
  expect(recogniseOwn(first)).toBe('final');
  expect(recogniseOwn(Buffer.concat([first, Buffer.from('x')]))).toBeUndefined();
});

it('offers the states to choose from, and hides what only the program reads', async () => {
  const sheet = await partOf('xl/worksheets/sheet1.xml');
  expect(sheet).toContain(' sqref="I4:I5"><formula1>"未开始,推进中,已完成,长期坚持"</formula1>');
  expect(sheet).toContain(' sqref="N4:N5"><formula1>"是,否"</formula1>');
  expect(sheet).toContain('<col hidden="1" min="15" max="15"');
});
