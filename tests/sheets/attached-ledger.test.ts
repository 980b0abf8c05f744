import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { generateLedgerHead, LEDGER_HEAD } from '../../scripts/generate-ledger-head.ts';
import type { Block, Inline } from '../../src/document/tree.ts';
import { ledgerOf } from '../../src/sheets/ledger.ts';
import { LEDGER_COLUMNS } from '../../src/sheets/ledger-columns.ts';
import { ledgerDocument } from '../../src/sheets/ledger-document.ts';
import { renderReport } from '../../src/use/build.ts';
import { BUILT_IN } from '../built-in.ts';

it('has the columns of the ledger of many units', () => {
  expect(readFileSync(LEDGER_HEAD, 'utf8')).toBe(generateLedgerHead());
});

it.each([
  'yunxi-town',
  'rectification-qingyanxi-town',
  'shiquan-township',
  'binhe-development-zone',
])('says of %s what `report ledger` says', async (name) => {
  const file = new URL(`../../data-samples/${name}.yaml`, import.meta.url);
  const source = { file: name, bytes: readFileSync(file) };
  const { value } = await renderReport(source, { ...BUILT_IN, isDraft: false, attach: ['整改台账'] });
  if (value === undefined) throw new Error(`${name} does not print`);
  const { facts, written } = value.reading;
  const ledger = ledgerDocument(ledgerOf([{ facts, written }]));
  const own = rowsOf(ledger.body).slice(0, -1);
  expect(rowsOf(value.document.attachments.at(-1)?.blocks ?? [])).toEqual(own);
});

/** Each row's cells with the rows that they span. The report leads in its examples (比如，… 再如，…), the ledger does not. */
function rowsOf(blocks: readonly Block[]): string[] {
  const tables = blocks.filter((block) => block.type === 'table');
  expect(tables.map(({ columns }) => columns.length)).toEqual([LEDGER_COLUMNS.length]);
  return tables.flatMap(({ rows }) =>
    rows.map(({ cells }) =>
      cells
        .map(
          ({ children, rowSpan }) =>
            `${rowSpan} ${textOf(children).replace(/(?<=。)(?:比如|再如|又如)，/g, '')}`,
        )
        .join('|'),
    ),
  );
}

function textOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => ('text' in inline ? inline.text : textOf('children' in inline ? inline.children : [])))
    .join('');
}
