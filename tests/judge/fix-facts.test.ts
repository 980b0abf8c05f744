import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFacts } from '../../src/facts/read-facts.ts';
import { DEFAULT_SETTINGS } from '../../src/judge/default-settings.ts';
import { fixFacts } from '../../src/judge/fix-facts.ts';
import { showFixes } from '../../src/judge/show-fixes.ts';
import { samples } from '../sample-size.ts';

const HEAD = '单位: {名称: 青禾县云溪镇, 类型: 镇}\n报告: {日期: 2023-11-06}\n党员: {总数: 300}\n';

describe('fixFacts changes only the slips', () => {
  test.each([
    ['前言: 党员300名,干部15名', '前言: 党员300名，干部15名'],
    ['前言: "党员300名,干部15名" # 原文,照录', '前言: "党员300名，干部15名" # 原文,照录'],
    ['前言: |\n  截止目前,共有\n  党员 {{党员.总数}} 名', '前言: |\n  截至目前，共有\n  党员{{党员.总数}}名'],
    ['前言: 1、按照镇发[2024]9号文件', '前言: 1.按照镇发〔2024〕9号文件'],
    ['前言: 推行\'双联\'和"三个一"', '前言: 推行‘双联’和“三个一”'],
    ['前言:  保持   原样   # 注', '前言:  保持   原样   # 注'],
    ['前言: 𬭎村,共有 10 个组', '前言: 𬭎村，共有10个组'],
  ])('%j', async (body, expected) => {
    expect(await fix(HEAD + body)).toBe(HEAD + expected);
  });

  test('full-width colons behind keys, but not in prose', async () => {
    const text = '单位：\n  名称： 青禾县云溪镇\n  类型：镇 # 类型：注\n前言: |\n  标题：一件事\n';
    expect(await fix(text)).toBe(
      '单位:\n  名称: 青禾县云溪镇\n  类型: 镇 # 类型：注\n前言: |\n  标题：一件事\n',
    );
  });

  test('nothing behind an escape, on an ignored line, or under a rule that is off', async () => {
    const escaped = `${HEAD}前言: "推行\\"双联\\"做法"\n`;
    expect(await fix(escaped)).toBe(escaped);
    const ignored = `${HEAD}前言: 党员,干部 # 忽略 halfwidth-punctuation：照录原文\n`;
    expect(await fix(ignored)).toBe(ignored);
    const off = { ...DEFAULT_SETTINGS, severities: { 'halfwidth-punctuation': 'off' as const } };
    expect((await fixFacts(sourceOf(`${HEAD}前言: 党员,干部`), off)).after).toBe(`${HEAD}前言: 党员,干部`);
  });

  test('a second run finds nothing left', async () => {
    const once = await fix(`${HEAD}前言: 截止目前, 共有 10 个(含社区)\n`);
    expect(await fix(once)).toBe(once);
  });

  test('whatever the prose, figures and other texts read as before', async () => {
    const piece = fc.constantFrom(
      '党员',
      ',',
      ' ',
      '12',
      '(',
      ')',
      '"',
      '台帐',
      '{{党员.总数}}',
      '。',
      '镇发(2024)9号',
      ':',
      '#',
      "'",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
        const text = `${HEAD}前言: ${JSON.stringify(pieces.join(''))}\n结语: 完成,了\n`;
        const fixed = await readFacts(sourceOf(await fix(text)));
        expect(fixed.diagnostics).toEqual([]);
        expect(fixed.value?.facts.members?.total).toBe(300);
        expect(fixed.value?.facts.closing).toBe('完成，了');
      }),
      { seed: 9704, numRuns: samples(30) },
    );
  });
});

test('showFixes is a unified diff of the lines that change', async () => {
  const fixed = await fixFacts(sourceOf(`${HEAD}前言: 党员,干部\n`), DEFAULT_SETTINGS);
  expect(showFixes('云溪镇.yaml', fixed)).toBe(
    '--- 云溪镇.yaml\n+++ 云溪镇.yaml\n@@ -3,2 +3,2 @@\n 党员: {总数: 300}\n-前言: 党员,干部\n+前言: 党员，干部\n',
  );
});

async function fix(text: string): Promise<string> {
  return (await fixFacts(sourceOf(text), DEFAULT_SETTINGS)).after;
}

function sourceOf(text: string) {
  return { file: '云溪镇.yaml', bytes: new TextEncoder().encode(text) };
}
