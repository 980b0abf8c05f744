import { openTables } from '../../src/rosters/open-tables.ts';
import { makeWorkbook, type TestCell, type TestSheet } from '../xlsx/make-workbook.ts';

/** What to write beside what the form calls a fact. */
export type Answers = Readonly<Record<string, TestCell>>;

/** A form as another program would save it, with answers by the labels. */
export async function fillForm(bytes: Uint8Array, answers: Answers): Promise<Buffer> {
  const tables = await openTables(bytes, { file: '' });
  if ('rule' in tables) throw new Error(tables.message);
  const sheets: Record<string, TestSheet> = {};
  for (const { name = '', rows } of tables) {
    const lines: TestCell[][] = [];
    for (const { number, values } of rows) {
      const texts = Array.from(values, (value) => (typeof value === 'string' ? value : undefined));
      const cells: TestCell[] = [...texts];
      const [, label = ''] = texts;
      if (label in answers) cells[2] = answers[label];
      lines[number - 1] = cells;
    }
    sheets[name] = { rows: Array.from(lines, (cells) => cells ?? []) };
  }
  return makeWorkbook({ sheets, formats: ['yyyy"年"m"月"d"日"', 'yyyy"年"m"月"'] });
}
