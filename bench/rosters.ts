// Counts a roster of 20,000 rows and 15 columns and holds the time against read-excel-file's bare reading of it, in turns in one run, and says how
// much memory the count takes by itself: npm run bench:rosters
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import readExcelFile from 'read-excel-file/node';
import { closeArchive, EMPTY_HEAD, makeEntry } from '../src/ooxml/zip.ts';
import { countRosters } from '../src/rosters/count-rosters.ts';
import { readRosters } from '../src/rosters/read-rosters.ts';

const ROWS = 20_000;
const ROUNDS = 5;

async function compare(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'report-bench-'));
  const path = join(folder, '党员名册.xlsx');
  try {
    const bytes = makeRoster();
    writeFileSync(path, bytes);
    const best = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [index, task] of [() => readExcelFile(path), () => count(bytes)].entries()) {
        const start = performance.now();
        await task();
        best[index] = Math.min(best[index] ?? 0, performance.now() - start);
      }
    }
    const [other = 0, own = 0] = best;
    console.log(`read-excel-file reads ${Math.round(other)} ms, counting takes ${Math.round(own)} ms`);
    console.log(`count / bare reading: ${(own / other).toFixed(2)} (at most 1.6)`);
    const self = fileURLToPath(import.meta.url);
    process.stdout.write(
      execFileSync(process.execPath, ['--import', 'tsx', self, path], { encoding: 'utf8' }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** In a process of its own, whose peak is the count's. */
async function countAlone(path: string): Promise<void> {
  const before = process.resourceUsage().maxRSS;
  const total = await count(readFileSync(path));
  const peak = process.resourceUsage().maxRSS;
  console.log(
    `counted ${total}; peak memory ${Math.round(peak / 1024)} MB, ${Math.round(before / 1024)} of them before (at most 250)`,
  );
}

async function count(bytes: Uint8Array): Promise<number> {
  const { rosters } = await readRosters(bytes, { file: '党员名册.xlsx' });
  const asOf = { year: 2024, month: 10, day: 31 };
  const { figures } = countRosters(rosters, { asOf, period: { from: { year: 2024, month: 1 }, to: asOf } });
  const total = figures.find(({ path }) => path === 'members.total')?.value ?? 0;
  if (total !== ROWS) throw new Error(`counted ${total}`);
  return total;
}

/** Shared strings, as Excel writes them; people who do not exist, without identity numbers. */
function makeRoster(): Buffer {
  const strings = new Map<string, number>();
  const idOf = (text: string) => {
    const known = strings.get(text) ?? strings.size;
    strings.set(text, known);
    return known;
  };
  const rows = [HEAD, ...Array.from({ length: ROWS }, (_, index) => rowOf(index))].map((cells, index) => {
    const written = cells.map((cell, column) => {
      const reference = `${String.fromCharCode(65 + column)}${index + 1}`;
      return typeof cell === 'number'
        ? `<c r="${reference}"><v>${cell}</v></c>`
        : `<c r="${reference}" t="s"><v>${idOf(cell)}</v></c>`;
    });
    return `<row r="${index + 1}" spans="1:15">${written.join('')}</row>`;
  });
  const texts = [...strings.keys()].map((text) => `<si><t>${text}</t></si>`);
  const parts = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/_rels/workbook.xml.rels': relations([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/workbook.xml': part('workbook', '<sheets><sheet name="党员" sheetId="1" r:id="rId1"/></sheets>'),
    'xl/styles.xml': part('styleSheet', '<cellXfs count="1"><xf numFmtId="0"/></cellXfs>'),
    'xl/sharedStrings.xml': part('sst', texts.join('')),
    'xl/worksheets/sheet1.xml': part('worksheet', `<sheetData>${rows.join('')}</sheetData>`),
  };
  const entries = Object.entries(parts).map(([name, text]) => makeEntry(name, text, 'each'));
  return closeArchive(EMPTY_HEAD, entries, '');
}

const HEAD =
  '序号 姓名 性别 民族 出生日期 学历 人员类别 所在党支部 加入党组织日期 转为正式党员日期 是否流动党员 职务 联系村 备注 录入'.split(
    ' ',
  );

function rowOf(index: number): (string | number)[] {
  const year = 1945 + (index % 55);
  return [
    index + 1,
    `${'甲乙丙丁戊己庚辛壬癸'.charAt(index % 10)}${String.fromCodePoint(0x4e00 + (index % 5000))}`,
    index % 3 === 0 ? '女' : '男',
    index % 7 === 0 ? '苗族' : '汉族',
    `${year}-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`,
    ['研究生', '大学本科', '大学专科', '高中及中专', '初中及以下'][index % 5] ?? '',
    '正式党员',
    `第${index % 200}党支部`,
    `${year + 20}.07`,
    `${year + 21}.07`,
    index % 11 === 0 ? '是' : '否',
    '村民',
    `第${index % 40}村`,
    `备注${index % 900}`,
    index % 1000,
  ];
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function part(root: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><${root} xmlns="${MAIN}" xmlns:r="${OFFICE}">${content}</${root}>`;
}

function relations(all: readonly (readonly [type: string, target: string])[]): string {
  const each = all.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`;
}

const [given] = process.argv.slice(2);
if (given === undefined) await compare();
else await countAlone(given);
