import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { Block, Document, Inline } from '../../src/document/tree.ts';
import { buildReport } from '../../src/use/build.ts';
import type { OutputFormat } from '../../src/write/writer.ts';
import { BUILT_IN } from '../built-in.ts';
import { samples } from '../sample-size.ts';

const TEMPLATES = [
  'self-review',
  'inspection-briefing',
  'half-year-summary',
  'special-report',
  'grassroots-briefing',
];

describe('whatever a fact says', () => {
  it('it cannot change the structure of the document', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...TEMPLATES), hostileText(), async (template, text) => {
        const hostile = await build(factsWith(text), template);
        const plain = await build(factsWith('甲乙丙'), template);
        expect(outline(hostile.document)).toEqual(outline(plain.document));
      }),
      { seed: 9704, numRuns: samples(30) },
    );
  });

  it('it comes out in every format as it went in', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText(), async (text) => {
        const { bytes } = await build(factsWith(text), 'self-review', 'txt');
        expect(new TextDecoder().decode(bytes)).toContain(text);
      }),
      { seed: 2012, numRuns: samples(15) },
    );
  });
});

describe('the same facts', () => {
  it.each([
    'docx',
    'html',
    'txt',
  ] as const)('give the same %s bytes, in whatever time zone', async (format) => {
    const facts = factsWith('建立台账');
    const before = process.env.TZ;
    process.env.TZ = 'America/Los_Angeles';
    const west = await build(facts, 'special-report', format);
    process.env.TZ = 'Pacific/Kiritimati';
    const east = await build(facts, 'special-report', format);
    process.env.TZ = before;
    expect(Buffer.compare(west.bytes, east.bytes)).toBe(0);
  });
});

/** Text that tries to be markup, a template, XML or a path, without white space at its ends. */
function hostileText(): fc.Arbitrary<string> {
  const pieces = fc.constantFrom(
    '<h1>',
    '</p>',
    '<script>',
    '&amp;',
    '&#60;',
    ']]>',
    '"',
    "'",
    '{',
    '}',
    '$(x)',
    '../..',
    '=1+1',
    '甲',
    'ab',
    '12',
    '𬭎',
    '—',
    '%',
  );
  return fc
    .array(pieces, { minLength: 1, maxLength: 8 })
    .map((list) => `甲${list.join('').replaceAll('{{', '{ {')}乙`);
}

function factsWith(text: string): string {
  return stringify({
    单位: { 名称: '白石乡', 类型: '乡' },
    报告: { 日期: '2025-03-05', 主送: text, 落款: text },
    指标: [{ 名称: text, 数值: 3, 计量单位: '个' }],
    工作: [
      { 标题: text, 内容: `${text}。` },
      { 标题: '统筹推进', 要点: [text, '其余按计划推进'] },
    ],
    问题: [{ 编号: 'P1', 标题: text, 表现: `${text}。`, 事例: [text] }],
    原因: [{ 标题: text, 对应问题: 'P1' }],
    措施: [{ 标题: text, 内容: `${text}。`, 对应问题: 'P1', 责任单位: text, 时限: '长期坚持' }],
    附件: [text],
  });
}

async function build(facts: string, template: string, format: OutputFormat = 'docx') {
  const source = { file: 'facts.yaml', bytes: new TextEncoder().encode(facts) };
  // A draft, so that what the prose rules think of such text stops nothing.
  const settings = { ...BUILT_IN.settings, isDraft: true };
  const outcome = await buildReport(source, { ...BUILT_IN, settings, isDraft: true, template, format });
  if (outcome.value === undefined) throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.value;
}

/** The document without its words. */
function outline(document: Document): unknown {
  return {
    lines: document.subtitle.length,
    hasAddressee: document.addressee !== undefined,
    blocks: document.body.map(outlineOf),
    attachments: document.attachments.length,
  };
}

function outlineOf(block: Block): unknown {
  if (block.type === 'table') return [block.type, block.rows.length];
  if (block.type === 'series') return [block.type, block.items.map(kinds)];
  const level = block.type === 'heading' ? block.level : block.runIn?.level;
  return [block.type, level, kinds(block.children)];
}

function kinds(inlines: readonly Inline[]): string[] {
  return inlines.map((inline) => (inline.type === 'series' ? `series ${inline.items.length}` : inline.type));
}
