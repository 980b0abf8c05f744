#!/usr/bin/env bash
# ECMA-376 Part 1, 18.8.30, gives the number formats 27–36 and 50–58 a meaning for each language; in Chinese 31 is 2020年5月2日
# and 57 is 2020年5月, and Chinese Excel and WPS write them for dates that a clerk types so. exceljs 4.4.0 lists them by
# language but looks them up as it does the others: a date of birth is read as the number 43953, without a format, where format
# 14 and a format of the file's own give a date. SheetJS 0.18.5 knows that they are dates and prints all of them as 5/2/20, and
# 32 (h时mm分) as 0:00:00. Seen with Node 20.20.2.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y >/dev/null
npm install --silent --ignore-scripts exceljs@4.4.0 xlsx@0.18.5 fflate@0.8.3 >/dev/null 2>&1
cat > seen.cjs <<'JS'
const { writeFileSync } = require('node:fs');
const { strToU8, zipSync } = require('fflate');
const ExcelJS = require('exceljs');
const XLSX = require('xlsx');

const FORMATS = [14, 27, 31, 32, 57];
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const link = (id, type, target) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
const links = (...all) => `<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
const part = (name, type) => `<Override PartName="/xl/${name}.xml" ContentType="${SHEET}.${type}+xml"/>`;
const cells = FORMATS.map((_, at) => `<c r="${'ABCDE'[at]}1" s="${at + 1}"><v>43953</v></c>`).join('');
const styles = [0, ...FORMATS].map((id) => `<xf numFmtId="${id}" applyNumberFormat="1" xfId="0"/>`).join('');
const parts = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part('workbook', 'sheet.main')}${part('worksheets/sheet1', 'worksheet')}${part('styles', 'styles')}</Types>`,
  '_rels/.rels': links(link('a', 'officeDocument', 'xl/workbook.xml')),
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="党员" sheetId="1" r:id="a"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': links(link('a', 'worksheet', 'worksheets/sheet1.xml'), link('b', 'styles', 'styles.xml')),
  'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6">${styles}</cellXfs></styleSheet>`,
  'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData><row r="1">${cells}</row></sheetData></worksheet>`,
};
const bytes = Object.entries(parts).map(([name, text]) => [name, strToU8(text)]);
writeFileSync('roster.xlsx', zipSync(Object.fromEntries(bytes)));

(async () => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile('roster.xlsx');
  const row = book.worksheets[0].getRow(1);
  const read = FORMATS.map((id, at) => {
    const { value } = row.getCell(at + 1);
    return `${id} ${value instanceof Date ? 'date' : value}`;
  });
  const sheet = XLSX.readFile('roster.xlsx').Sheets['党员'];
  const printed = FORMATS.map((id, at) => `${id} ${sheet[`${'ABCDE'[at]}1`].w}`);
  console.log(`exceljs 4.4.0 reads: ${read.join(', ')}\nSheetJS 0.18.5 prints: ${printed.join(', ')}`);
})();
JS
seen=$(node seen.cjs)
echo "$seen"
expected='exceljs 4.4.0 reads: 14 date, 27 43953, 31 43953, 32 43953, 57 43953
SheetJS 0.18.5 prints: 14 5/2/20, 27 5/2/20, 31 5/2/20, 32 0:00:00, 57 5/2/20'
[ "$seen" = "$expected" ] || { echo "changed; was: $expected"; exit 1; }
