import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/document/tree.ts';
import { readWord } from '../../src/docx/read/read-word.ts';
import type { WordBlock, WordDocument, WordParagraph } from '../../src/docx/word-document.ts';
import { OoxmlFault } from '../../src/ooxml/ooxml-fault.ts';
import { buildReport } from '../../src/use/build.ts';
import { ROLE_STYLES } from '../../src/write/docx/styles.ts';
import { printDocument } from '../../src/write/print-document.ts';
import type { PrintedBlock, PrintedTable, Span } from '../../src/write/printed.ts';
import { WRITERS } from '../../src/write/writers.ts';
import { BUILT_IN } from '../built-in.ts';
import { samples } from '../sample-size.ts';
import { documents, PROPERTIES, tables } from '../write/sample-document.ts';

/** What a document and the .docx made of it both know: each block's part in the document, its text, a heading's level, a table's cells. */
type Node = TextNode | TableNode;

interface TextNode {
  /** `heading2`: alone in its paragraph; `runIn2`: at the head of one. */
  readonly role: string;
  readonly text: string;
}

interface TableNode {
  readonly role: 'table';
  readonly rows: readonly { readonly isHeader: boolean; readonly cells: readonly Cell[] }[];
}

interface Cell {
  readonly text: string;
  readonly columnSpan: number;
  readonly rowSpan: number;
}

const ROOT = join(import.meta.dirname, '..', '..');
const SAMPLES = readdirSync(join(ROOT, 'data-samples')).filter((name) => name.endsWith('.yaml'));
/** The county's has a special case of its own: no sample lists units. */
const TEMPLATES = readdirSync(join(ROOT, 'templates')).filter(
  (name) => name !== 'county-summary' && existsSync(join(ROOT, 'templates', name, 'template.yaml')),
);
const SPECIAL = join(ROOT, 'tests/cases/special');

describe('what is written as .docx and read again', () => {
  it('is the same tree, for any document', () => {
    const property = fc.property(documents, (document) => expectSame(document));
    fc.assert(property, { seed: 9704, numRuns: samples(100) });
  });

  it('is the same tree, for any table', () => {
    const property = fc.property(tables, (document) => expectSame(document));
    fc.assert(property, { seed: 9704, numRuns: samples(100) });
  });

  it.each(TEMPLATES)('is the same tree, for every sample with %s and with tables', async (template) => {
    const made = [];
    for (const name of SAMPLES) {
      const options = { template, attach: ['编制表', '问题清单', '台账'] };
      made.push(await documentOf(join(ROOT, 'data-samples', name), options));
    }
    expect(made).toContain(true);
  });

  it.each(readdirSync(SPECIAL))('is the same tree, for the special case %s', async (name) => {
    const isDraft = name.startsWith('draft');
    expect(await documentOf(join(SPECIAL, name, 'facts.yaml'), { isDraft })).toBe(true);
  });
});

/** False where the facts do not fit the template. */
async function documentOf(path: string, options: object): Promise<boolean> {
  const source = { file: path, bytes: readFileSync(path) };
  const { value } = await buildReport(source, { ...BUILT_IN, format: 'docx', isDraft: false, ...options });
  if (value === undefined) return false;
  const read = readNodes(value.bytes);
  expect(read.length).toBeGreaterThan(3);
  expect(read).toEqual(writtenNodes(value.document));
  return true;
}

function expectSame(document: Document): void {
  expect(readNodes(WRITERS.docx(document, PROPERTIES))).toEqual(writtenNodes(document));
}

function writtenNodes(document: Document): Node[] {
  const printed = printDocument(document);
  const nodes: Node[] = [
    node('title', printed.title),
    ...printed.subtitle.map((line) => node('subtitle', line)),
    node('addressee', printed.addressee),
    ...printed.body.flatMap(blockNodes),
    ...printed.attachmentsNote.map(({ label, name }) => ({
      role: 'attachmentsNote',
      text: label + textOf(name),
    })),
    node('signatory', printed.signatory),
    node('date', printed.date),
    ...printed.attachments.flatMap(({ mark, title, blocks }) => [
      { role: 'attachmentMark', text: mark },
      node('attachmentTitle', title),
      ...blocks.flatMap(blockNodes),
    ]),
  ];
  return nodes.filter(isSeen);
}

function blockNodes(block: PrintedBlock): Node[] {
  if (block.type === 'table') return tableNodes(block);
  const { level, isHeading, spans } = block;
  return [node(level === 0 ? 'body' : `${isHeading ? 'heading' : 'runIn'}${level}`, spans)];
}

function tableNodes({ caption, legend, rows }: PrintedTable): Node[] {
  return [
    node('caption', caption),
    { role: 'legend', text: legend.map(textOf).join('\t') },
    {
      role: 'table',
      rows: rows.map(({ isHeader, cells }) => ({
        isHeader,
        cells: cells.map(({ spans, columnSpan, rowSpan }) => ({ text: textOf(spans), columnSpan, rowSpan })),
      })),
    },
  ];
}

function node(role: string, spans: readonly Span[]): TextNode {
  return { role, text: textOf(spans) };
}

function textOf(spans: readonly Span[]): string {
  return spans.map(({ text }) => text).join('');
}

/** An empty paragraph is a line that is left blank. */
function isSeen(each: Node): boolean {
  return 'rows' in each || each.text !== '';
}

function readNodes(bytes: Uint8Array): Node[] {
  const read = readWord(bytes);
  if (read instanceof OoxmlFault) throw new Error(read.kind);
  const { document } = read;
  return document.body.map((block) => nodeOf(block, document)).filter(isSeen);
}

function nodeOf(block: WordBlock, document: WordDocument): Node {
  if (block.kind === 'chunk') throw new Error('nothing is brought in');
  if (block.kind === 'paragraph') return { role: roleOf(block, document), text: textIn(block) };
  return {
    role: 'table',
    rows: block.rows.map(({ isHeader, cells }) => ({
      isHeader,
      cells: cells
        .filter(({ isContinued }) => !isContinued)
        .map(({ blocks, columnSpan, rowSpan }) => ({
          text: blocks.map((each) => (each.kind === 'paragraph' ? textIn(each) : '?')).join('\n'),
          columnSpan,
          rowSpan,
        })),
    })),
  };
}

/** By its style; that a heading is one has to follow from its outline level as well. */
function roleOf(paragraph: WordParagraph, { formatting }: WordDocument): string {
  const role = ROLES.get(paragraph.properties.style ?? '') ?? 'none';
  const level = /^heading(\d)$/.exec(role)?.[1];
  if (level !== undefined) expect(formatting.paragraph(paragraph).outlineLevel).toBe(Number(level) - 1);
  return role;
}

const ROLES = new Map<string, string>(Object.entries(ROLE_STYLES).map(([role, { id }]) => [id, role]));

/** A title is broken into lines by its meaning. */
function textIn({ runs }: WordParagraph): string {
  return runs.map(({ kind, text }) => (kind === 'break' ? '' : text)).join('');
}
