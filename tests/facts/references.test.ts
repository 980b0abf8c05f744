import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Passage, writtenSpan } from '../../src/facts/passages.ts';
import { passagesOf } from '../../src/facts/read-passages.ts';
import { resolveReference } from '../../src/facts/references.ts';
import { samples } from '../sample-size.ts';
import { factsOf, read } from './reading.ts';

const FACTS = `单位: {名称: 云溪镇}
报告: {日期: 2023-11-06}
党员: {总数: 300, 年龄: {35岁以下: 20, 3.5万: 1}}
集体经济: {收入: 1.10}
编制: [{类别: 行政, 核定: 20}]
指标: [{编号: dispatched, 名称: 劳务派遣, 数值: 7, 分类: {男: 3}}]
结语: 甲
`;

describe('a reference', () => {
  test.each([
    ['党员.总数', 'members.total'],
    ['members.total', 'members.total'],
    ['members.总数', 'members.total'],
    [' 党员 . 总数 ', 'members.total'],
    ['党员.女', 'members.female'],
    ['党员.年龄.35岁以下', 'members.byAge.35岁以下'],
    ['党员.年龄.3.5万', 'members.byAge.3.5万'],
    ['指标.劳务派遣', 'indicators.0.value'],
    ['indicators.dispatched', 'indicators.0.value'],
    ['指标.劳务派遣.分类.男', 'indicators.0.byKind.男'],
    ['编制.行政.核定', 'posts.0.authorized'],
    ['单位.名称', 'unit.name'],
    ['报告.日期', 'report.date'],
  ])('{{%s}} names %s', async (name, path) => {
    expect(resolveReference(name, await factsOf(FACTS))).toBe(path);
  });

  test.each([
    '',
    '党员',
    '党员.总人数',
    '党员.年龄',
    '党员.年龄.70岁以上',
    '指标',
    '指标.甲',
    '编制.事业.核定',
    '编制.行政',
    '结语',
    '党员.总数.甲',
    '__proto__',
    'constructor.name',
    '#if 党员',
    'total',
  ])('{{%s}} names nothing', async (name) => {
    expect(resolveReference(name, await factsOf(FACTS))).toBeUndefined();
  });
});

describe('passages', () => {
  test('print the figures of their references as written, in the order of the file', async () => {
    const { value } = await read(
      `${FACTS}前言: |\n  　　收入{{集体经济.收入}}万元。\n\n  {{党员.总数}}名\n问题: [{标题: 乙, 事例: [丙]}]\n应说明事项: [{事项: 丁, 情况: 无}]\n附件: [戊]\n`,
    );
    const { passages, unknown } = passagesOf(value?.facts ?? {}, value?.written ?? new Map());
    expect(unknown).toEqual([]);
    expect(passages.map(({ path, role, text }) => [path, role, text])).toEqual([
      ['closing', 'body', '甲'],
      ['preamble', 'body', '收入1.10万元。'],
      ['preamble', 'body', '300名'],
      ['problems.0.title', 'heading', '乙'],
      ['problems.0.cases.0', 'point', '丙'],
      ['compliance.0.item', 'cell', '丁'],
      ['compliance.0.answer', 'body', '无'],
      ['attachments.0', 'cell', '戊'],
    ]);
  });

  test.each([
    ['有{{党员.总人数}}名', '{{党员.总人数}}', '您要写的是不是“{{党员.总数}}”'],
    ['有{{{党员.总数}}}名', '{{{党员.总数}}}', ''],
    ['有{{党员.总数}}}名', '{{党员.总数}}}', '前后各两个花括号'],
    ['有{{{党员.总数}}名', '{{{党员.总数}}', '前后各两个花括号'],
    ['有{{#if 甲}}名', '{{#if 甲}}', ''],
    ['有{{党员.总数，名', '{{党员.总数', '前后各两个花括号'],
    ['有{{党员.总数}名{{党员.总数}}', '{{党员.总数}', '前后各两个花括号'],
  ])('say what %j does not name', async (text, under, hint) => {
    const { unknown } = passagesOf(await factsOf(`${FACTS}前言: ${text}\n`), new Map());
    expect(unknown).toHaveLength(1);
    expect(text.slice(...(unknown[0]?.at.span ?? []))).toBe(under);
    expect(unknown[0]?.hint).toContain(hint);
  });

  test('leave nothing of a reference that names nothing to the rules of prose', async () => {
    const { passages } = passagesOf(
      await factsOf(`${FACTS}前言: '有{{党员.总人数}}名、{{__x__'\n`),
      new Map(),
    );
    expect(passages.find(({ path }) => path === 'preamble')?.text).toBe('有若干名、若干');
  });

  test('say once that a fact is absent, where it is first referred to', async () => {
    const { unknown } = passagesOf(await factsOf(`${FACTS}前言: '{{党员.女}}、{{党员.女}}'\n`), new Map());
    expect(unknown.map(({ at }) => at)).toEqual([{ path: 'preamble', span: [0, 8] }]);
  });
});

test('a span of the printed text comes from a span as written that holds the same text', async () => {
  const facts = await factsOf(FACTS);
  const piece = fc.constantFrom('甲', '𠮷', ' ', '\n', '{{党员.总数}}', '{{集体经济.收入}}', '。');
  const passages = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(passages, fc.nat(), fc.nat(), (written, from, length) => {
      for (const passage of passagesOf({ ...facts, closing: written }, new Map()).passages) {
        const start = from % passage.text.length;
        const end = Math.min(passage.text.length, start + 1 + (length % 6));
        const [writtenStart, writtenEnd] = writtenSpan(passage, start, end);
        expect(written.slice(writtenStart, writtenEnd)).toBe(expectedWritten(passage, written, start, end));
      }
    }),
    { seed: 9704, numRuns: samples(200) },
  );
});

/** What was written for a stretch of a passage, worked out character by character. */
function expectedWritten(
  { offset, references, text }: Passage,
  written: string,
  start: number,
  end: number,
): string {
  const origins: (readonly [number, number])[] = [];
  let at = offset;
  for (let index = 0; index < text.length; index++) {
    const reference = references.find((one) => one.start <= index && index < one.end);
    origins.push(reference ? [reference.writtenStart, reference.writtenEnd] : [at, at + 1]);
    at = reference ? reference.writtenEnd : at + 1;
  }
  const covered = origins.slice(start, end);
  return covered.length === 0 ? '' : written.slice(covered[0]?.[0], covered.at(-1)?.[1]);
}
