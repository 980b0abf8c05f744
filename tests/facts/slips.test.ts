import { describe, expect, test } from 'vitest';
import { read, summary } from './reading.ts';

const said = async (text: string) => (await read(text)).diagnostics.map(summary);

describe('plain data only', () => {
  test.each([
    ['前言: &a 甲', ['1:5 yaml-syntax 不能用锚点']],
    ['前言: *a', ['1:5 yaml-syntax 不能用别名']],
    ['前言: !include /etc/passwd', ['1:5 yaml-syntax 不能用标签']],
    ['党员: !!map {总数: 3}', ['1:5 yaml-syntax 不能用标签']],
    ['党员:\n  <<: {总数: 3}', ['2:3 yaml-syntax 不能用合并键']],
    ['工作:\n  - <<: {标题: 甲}', ['2:5 yaml-syntax 不能用合并键']],
    ['%YAML 1.2\n---\n前言: 甲', ['1:1 yaml-syntax 不能用 YAML 指令']],
    ['前言: 甲\n---\n前言: 乙', ['2:1 yaml-syntax 文件里有第二个文档']],
    ['前言: 甲\n...\n前言: 乙', ['3:1 yaml-syntax 文件里有第二个文档']],
    ['? [甲]\n: 乙', ['1:3 yaml-syntax 键只能是文字']],
    [': 乙', ['1:1 yaml-syntax 冒号前面没有键']],
    ['- '.repeat(33), ['1:65 yaml-syntax 嵌套超过 32 层']],
    [`前言: ${'['.repeat(100000)}`, ['1:36 yaml-syntax 嵌套超过 32 层']],
    [
      `a: &a [x]\n${'b: [*a, *a]\n'.repeat(2)}`,
      [
        '1:1 schema',
        '1:4 yaml-syntax 不能用锚点',
        '2:1 schema',
        '2:5 yaml-syntax',
        '2:9 yaml-syntax',
        '3:1 schema',
        '3:5 yaml-syntax',
        '3:9 yaml-syntax',
      ],
    ],
  ])('%j', expectSaid);

  test('---, comments and a byte order mark ahead are fine', async () => {
    expect(await said('\ufeff# 注\n---\n前言: 甲\n')).toEqual([]);
  });
});

describe('slips of the hand', () => {
  test.each([
    ['党员:\n  总数: 3\n  总数: 4', ['3:3 yaml-syntax “党员.总数”写了两次']],
    ['党员: {总数: 3}\nmembers: {total: 3}', ['2:1 yaml-syntax “党员”写了两次']],
    ['党员: {年龄: {甲: 1, 甲: 2}}', ['1:17 yaml-syntax “党员.年龄.甲”写了两次']],
    ['党员：\n  总数：3', ['1:3 yaml-syntax “党员”后面是全角冒号', '2:5 yaml-syntax “总数”后面是全角冒号']],
    ['党员:\n  年龄:\n    35岁以下：3', ['3:10 yaml-syntax “35岁以下”后面是全角冒号']],
    [
      '工作:\n  - 标题：甲\n    内容：|\n      一是：乙',
      ['2:7 yaml-syntax “标题”后面是全角冒号', '3:7 yaml-syntax “内容”后面是全角冒号'],
    ],
    [
      '党员：{总数: 3, 女：三}',
      ['1:3 yaml-syntax “党员”后面是全角冒号', '1:13 yaml-syntax “女”', '1:14 schema'],
    ],
    ['附件：[甲]', ['1:3 yaml-syntax “附件”后面是全角冒号']],
    ['党员:\n  总数:3', ['2:5 yaml-syntax “总数”的冒号后面少了空格']],
    ['工作:\n  -标题: 甲', ['2:3 yaml-syntax “-”后面少了空格']],
    ['党员:\n  总数:　3', ['2:6 yaml-syntax 冒号后面有全角空格']],
    ['党员:\n  总数: 　3', ['2:7 yaml-syntax 冒号后面有全角空格']],
    ['党员　: {总数: 3}', ['1:3 yaml-syntax 冒号前面有全角空格']],
    ['党员:\n　　总数: 3', ['2:1 yaml-syntax 缩进里有全角空格']],
    ['党员:\n\t总数: 3', ['2:1 yaml-syntax 缩进里有制表符']],
    ['前言: |\n\t甲', ['2:1 yaml-syntax 缩进里有制表符']],
    [
      '前言: {{党员.总数}}名党员: 甲 # 注\n党员: {总: 3}',
      ['1:5 yaml-syntax 以“{{”开头的文字没有加引号', '2:6 schema “党员”下面没有“总”'],
    ],
    [
      '工作: [{标题: 甲, 要点: [{{党员.总数}}名, 乙], 内容: {{党员.女}}}]',
      ['1:19 yaml-syntax', '1:39 yaml-syntax'],
    ],
    ['工作: [{标题: 甲, 内容: 共有{{党员.总数}}名}]\n结语: 完', ['1:18 yaml-syntax 括号里带“{{…}}”的文字']],
    [
      '工作:\n  - { 标题: 甲, 内容: 共有 {{党员.男}}名、{{党员.女}}名 , 要点: [{{党员.男}}和{{党员.女}}]}\n党元: 3',
      ['2:18 yaml-syntax', '2:48 yaml-syntax', '3:1 schema'],
    ],
    ['附件:\n  - {{党员.总数}}名', ['2:5 yaml-syntax 以“{{”开头的文字没有加引号']],
    ['附件:\n  - {{党员', ['2:5 yaml-syntax 以“{{”开头的文字没有加引号']],
    ['党员:\n  总数:\t3', ['2:6 yaml-syntax 冒号后面有制表符']],
  ])('%j', expectSaid);

  test.each([
    '前言: |\n  　　甲\n  单位：乙\n',
    '附件:\n  - 措施：甲\n',
    '前言: “甲”：乙\n',
    '前言: 8:30开会\n',
    '前言: a\tb\n',
    '前言: \t\n  甲\n',
  ])('are not seen in prose: %j', async (text) => {
    expect(await said(text)).toEqual([]);
  });

  test('do not hide what else is wrong, and what was meant is read', async () => {
    const { value, diagnostics } = await read(
      '党员：\n\t总数：三百\n  女:　 20\n前言: &a 甲\u200b乙\n党元: {}\n',
    );
    expect(diagnostics.map(({ rule }) => rule)).toEqual([
      'yaml-syntax',
      'yaml-syntax',
      'yaml-syntax',
      'schema',
      'yaml-syntax',
      'yaml-syntax',
      'illegal-character',
      'schema',
    ]);
    expect(value?.facts).toEqual({ members: { female: 20 }, preamble: '甲乙' });
  });
});

describe('breaches of the grammar', () => {
  test.each([
    ['前言: "甲\n结语: 乙', ['1:5 yaml-syntax 引号没有配对']],
    ['前言: "\\q"', ['1:6 yaml-syntax 双引号里的反斜杠写法不对']],
    ['党员: {总数: 3', ['1:11 yaml-syntax 括号没有配对']],
    ['党员', ['1:1 schema']],
    ['前言: 甲\n党员', ['2:1 yaml-syntax 这一行缺少冒号']],
    ['前言: 一是: 甲', ['1:5 yaml-syntax 一行里有两个“键: 值”']],
    ['前言: @甲', ['1:5 yaml-syntax 文字不能以这个符号开头']],
    ['附件: - 甲', ['1:5 yaml-syntax “-”不能和键写在同一行']],
    ['党员:\n    总数: 3\n  女: 2', ['3:1 yaml-syntax 这一行的缩进']],
    ['前言: | 甲', ['1:7 yaml-syntax “|”或“>”后面不能直接写文字']],
    ['前言: "甲" 乙', ['1:9 yaml-syntax 引号或括号后面还有文字']],
  ])('%j', expectSaid);
});

async function expectSaid(text: string, expected: readonly string[]): Promise<void> {
  const found = await said(text);
  expect(found).toHaveLength(expected.length);
  for (const [index, beginning] of expected.entries()) expect(found[index]).toContain(beginning);
}
