// Reads a Word file of 12,000 paragraphs and holds the time against unzipping it and scanning its XML, in one run: npm run bench:word
import { writeFileSync } from 'node:fs';
import { readFinished } from '../src/document/read-finished.ts';
import { readWord } from '../src/docx/read/read-word.ts';
import { shownParagraphs } from '../src/docx/shown-paragraphs.ts';
import { OoxmlFault } from '../src/ooxml/ooxml-fault.ts';
import { openPackage } from '../src/ooxml/package.ts';
import { XmlScanner } from '../src/ooxml/xml-scanner.ts';
import { closeArchive, EMPTY_HEAD, makeEntry } from '../src/ooxml/zip.ts';

const PARAGRAPHS = 12_000;
const ROUNDS = 15;

const file = makeFile();
if (process.argv[2] !== undefined) writeFileSync(process.argv[2], file);
const size = documentText().length;
const [scan = 0, read = 0, whole = 0] = inTurn([scanFile, readFile, () => readFinished('a.docx', file)]);
print('unzip and scan', scan);
print('read Word document and what it shows', read);
print('paragraphs with roles', whole);
console.log(`read / scan: ${(read / scan).toFixed(2)} (at most 1.5)`);
console.log(`kept / document.xml: ${keptMemory().toFixed(1)} (at most 12; document.xml is ${mb(size)})`);

/** The best of each, taken in turns: what slows the machine down slows all of them. */
function inTurn(tasks: readonly (() => unknown)[]): readonly number[] {
  const best = tasks.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, task] of tasks.entries()) {
      const start = performance.now();
      task();
      best[index] = Math.min(best[index] ?? 0, performance.now() - start);
    }
  }
  return best;
}

/** As any reader must: every name, attribute and text once. */
function scanFile(): number {
  let seen = 0;
  const scanner = new XmlScanner(documentText());
  while (scanner.next()) {
    if (scanner.event === 'open') seen += scanner.allAttributes().size;
    else if (scanner.event === 'text') seen += scanner.text().length;
  }
  return seen;
}

function readFile(): number {
  const word = readWord(file);
  if (word instanceof OoxmlFault) throw new Error(word.kind);
  return shownParagraphs(word.document).paragraphs.length;
}

function documentText(): string {
  const opened = openPackage(file);
  const part = opened instanceof OoxmlFault ? opened : opened.text('word/document.xml');
  if (part instanceof OoxmlFault) throw new Error(part.kind);
  return part.text;
}

/** Heap that the read document keeps, beside the bytes of its XML. */
function keptMemory(): number {
  global.gc?.();
  const before = process.memoryUsage();
  const word = readWord(file);
  const shown = word instanceof OoxmlFault ? [] : shownParagraphs(word.document).paragraphs;
  global.gc?.();
  const after = process.memoryUsage();
  if (shown.length < PARAGRAPHS) throw new Error('not all was read');
  return (
    (after.heapUsed + after.external - before.heapUsed - before.external) / Buffer.byteLength(documentText())
  );
}

function makeFile(): Buffer {
  const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const body = [...Array(PARAGRAPHS).keys()].map(paragraphXml).join('');
  const document = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document xmlns:w="${w}"><w:body>${body}</w:body></w:document>`;
  return closeArchive(EMPTY_HEAD, [makeEntry('word/document.xml', document, 'each')], '');
}

/** As Word writes them: ids, a style or a list, several runs that look nearly alike, a bookmark here and there. */
function paragraphXml(_: unknown, index: number): string {
  const fonts =
    '<w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:hAnsi="仿宋_GB2312" w:hint="eastAsia"/>';
  const run = (text: string, more = '') =>
    `<w:r w:rsidRPr="00${(index % 977).toString(16)}A1"><w:rPr>${fonts}${more}<w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr><w:t>${text}</w:t></w:r>`;
  const spacing = `<w:spacing w:line="${540 + (index % 3) * 20}" w:lineRule="exact"/>`;
  return `<w:p w:rsidR="00A77B3E" w:rsidRDefault="00${(index % 977).toString(16)}A1"><w:pPr>${spacing}<w:ind w:firstLineChars="200" w:firstLine="640"/><w:rPr>${fonts}<w:sz w:val="32"/></w:rPr></w:pPr>${run(`第${index}村共有党员`)}${run(`${(index * 7) % 500}`, '<w:b/>')}${run('名，其中预备党员', '<w:color w:val="000000"/>')}<w:bookmarkStart w:id="${index}" w:name="_GoBack${index}"/><w:bookmarkEnd w:id="${index}"/>${run('6名，台账齐全，逐户核对，按月通报。')}</w:p>`;
}

function print(what: string, milliseconds: number | undefined): void {
  console.log(`${what}: ${(milliseconds ?? 0).toFixed(0)} ms`);
}

function mb(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} M characters`;
}
