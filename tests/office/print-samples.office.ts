import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { recogniseOwn } from '../../src/bytes/recognise.ts';
import { DEFAULT_SETTINGS } from '../../src/judge/default-settings.ts';
import { judgePrinted } from '../../src/judge/judge-printed.ts';
import { findOffice, THIS_MACHINE } from '../../src/office/find-office.ts';
import { printDocuments } from '../../src/office/print-documents.ts';
import type { Pdf } from '../../src/office/read-pdf.ts';
import { buildReport } from '../../src/use/build.ts';
import { toPrint } from '../../src/use/to-print.ts';

const SAMPLES = fileURLToPath(new URL('../../data-samples/', import.meta.url));
const program = findOffice({ ...THIS_MACHINE, env: process.env });
const OPTIONS = {
  isDraft: false,
  settings: DEFAULT_SETTINGS,
  templateFolders: [],
  format: 'docx',
} as const;
/** GB/T 9704 5.2.3 */
const CHARACTERS_OF_LINE = 28;

interface Source {
  readonly file: string;
  readonly bytes: Uint8Array;
}

if (program === undefined)
  console.log(
    '没有试：这台机器没有 LibreOffice（apt-get install -y --no-install-recommends libreoffice-writer）',
  );

async function printReports(sources: readonly Source[]) {
  const built = [];
  for (const source of sources) {
    const { value } = await buildReport(source, OPTIONS);
    if (value === undefined) throw new Error(`not built: ${source.file}`);
    built.push(value);
  }
  const papers = built.map(({ document, bytes }) => toPrint(document, bytes));
  const printables = papers.map(({ docx, characters }) => ({ docx: () => docx, characters }));
  const press = { program: program ?? '', standing: 'final' } as const;
  const all = new Map<number, { readonly bytes: Uint8Array; readonly pdf: Pdf }>();
  for await (const { index, printed } of printDocuments(printables, press)) {
    if ('why' in printed) throw new Error(`${sources[index]?.file}: ${printed.why}`);
    all.set(index, printed);
  }
  return built.flatMap((value, index) => {
    const [paper, printed] = [papers[index], all.get(index)];
    return paper === undefined || printed === undefined ? [] : [{ ...value, paper, printed }];
  });
}

it.skipIf(program === undefined)('prints every sample whole, with its date and our fingerprint', async () => {
  const names = readdirSync(SAMPLES).filter((name) => name.endsWith('.yaml'));
  const reports = await printReports(names.map((file) => ({ file, bytes: readFileSync(SAMPLES + file) })));
  expect(reports).toHaveLength(names.length);
  for (const { printed, paper } of reports) {
    expect(recogniseOwn(printed.bytes)).toBe('final');
    expect(printed.pdf.pages.length).toBeGreaterThan(1);
    expect(printed.pdf.fonts.length).toBeGreaterThan(2);
    expect(printed.pdf.pages.map(({ text }) => text).join('')).toContain(paper.date);
  }
});

/** A last paragraph that fills a page cannot go with the signature to the next one, as a shorter one does. */
it.skipIf(program === undefined)(
  'tells of a signature alone on the last page, and only of that',
  async () => {
    const reports = await printReports([18, 19, 20, 21, 22, 23, 24, 25].map(closingOfLines));
    const alone = [];
    for (const { printed, paper, reading } of reports) {
      const pages = printed.pdf.pages.map(({ text }) => text);
      const found = await judgePrinted({ ...paper, pages }, DEFAULT_SETTINGS, async () => reading);
      const isAlone = !/[逐调度]/.test(pages.at(-1) ?? '');
      expect(found.map(({ rule }) => rule)).toEqual(isAlone ? ['page-end'] : []);
      alone.push(isAlone);
    }
    expect(alone).toContain(true);
    expect(alone).toContain(false);
  },
);

function closingOfLines(lines: number): Source {
  const text = '逐月调度'.repeat(lines * (CHARACTERS_OF_LINE / 4)).slice(0, -1);
  const facts = `版本: 1
单位: {名称: 青禾县云溪镇, 类型: 镇}
报告: {日期: 2024-11-08, 落款: 中共云溪镇委员会}
工作: [{标题: 抓实基础, 内容: 按期办完。}]
问题: [{编号: P1, 标题: 后备力量不足, 表现: 人手少。}]
措施: [{标题: 补充人手, 对应问题: P1, 责任单位: 党建办, 时限: 2024-12, 状态: 推进中}]
结语: ${text}。
`;
  return { file: `${lines}行.yaml`, bytes: Buffer.from(facts) };
}
