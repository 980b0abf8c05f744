import { describe, expect, test } from 'vitest';
import { read } from './reading.ts';

describe('where a number is expected', () => {
  test.each([
    ['0512', 'lossy-value', '写成 512'],
    ['0x1F', 'lossy-value', '十进制'],
    ['0o17', 'lossy-value', '十进制'],
    ['1e3', 'lossy-value', '科学记数法'],
    ['1_000', 'lossy-value', '写成 1000'],
    ['20231106123456789012', 'lossy-value', '多写了几位'],
    ['.inf', 'lossy-value', '待补'],
    ['300人', 'schema', '只写 300'],
    ['"1,234"', 'schema', '写成 1234'],
    ['1，234', 'schema', '写成 1234'],
    ['３００', 'schema', '写成 300'],
    ['-3', 'schema', '负数'],
    ['+3', 'schema', '写成 3'],
    ['3.0', 'schema', '写成 3'],
    ['3.5', 'schema', '小数'],
    ['三百', 'schema', '阿拉伯数字'],
    ['约300', 'schema', '待补'],
    ['300余', 'schema', '待补'],
    ['2.2万', 'schema', '完整的数'],
    ['3-5', 'schema', '确切的数'],
    ['无', 'schema', '写 0'],
    ['不详', 'schema', '待补'],
    ['no', 'schema', '待补'],
    ['是', 'schema', '待补'],
  ])('%s is %s: %s', async (written, rule, hint) => {
    const { value, diagnostics } = await read(`党员:\n  总数: ${written}\n  女: 3\n`);
    expect(diagnostics.map((one) => [one.rule, one.path, one.start.line, one.start.column])).toEqual([
      [rule, 'members.total', 2, 7],
    ]);
    expect(diagnostics[0]?.hint).toContain(hint);
    expect(value?.facts.members).toEqual({ female: 3 });
  });
});

describe('where something else is expected', () => {
  test.each([
    ['报告: {日期: 2023-02-30}', 'report.date', '不存在'],
    ['报告: {日期: 2023-13}', 'report.date', '不存在'],
    ['报告: {日期: 20231106}', 'report.date', '2023-11-06'],
    ['报告: {日期: 2023年}', 'report.date', '至少要到月'],
    ['报告: {日期: 11月6日}', 'report.date', '缺少年份'],
    ['单位: {类型: 村}', 'unit.kind', '“乡”“镇”'],
    ['措施: [{标题: 甲, 状态: 完成}]', 'measures.0.status', '您是不是想写“已完成”'],
    ['措施: [{标题: 甲, 时限: 长期}]', 'measures.0.deadline', '长期坚持'],
    ['党员: {不完整: yes}', 'members.partial', '“是”或“否”'],
    ['版本: 2', 'version', '只能是 1'],
    ['单位: 云溪镇', 'unit', '分行写'],
    ['党员: [甲]', 'members', '分行写'],
    ['工作: {标题: 甲}', 'work', '列表'],
    ['工作: [甲]', 'work.0', '分行写'],
    ['附件: [甲, {乙: 丙}]', 'attachments.1', '英文冒号'],
    ['附件:\n  - 甲\n  -\n', 'attachments.1', '是空的'],
    ['党员: {年龄: 3}', 'members.byAge', '名称: 数'],
    ['党元: {}', '党元', '您是不是想写“党员”'],
    ['memebrs: {}', 'memebrs', '您是不是想写“members”'],
    ['人口: 3', '人口', '“人口”要写在“概况”下面'],
    ['党员: {标题: 甲}', 'members.标题', '“标题”要写在'],
    ['问题: [{标题: 甲, 内容: 乙}]', 'problems.0.内容', '这里把它叫作“表现”，请改成“表现”'],
    ['原因: [{标题: 甲, 表现: 乙}]', 'causes.0.表现', '请改成“分析”'],
    ['__proto__: {甲: 乙}', '__proto__', '没有“__proto__”这个键'],
    ['党员: {constructor: 3}', 'members.constructor', '没有“constructor”这个键'],
  ])('%j', async (text, path, said) => {
    const { diagnostics } = await read(text);
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ rule: 'schema', path });
    expect(`${diagnostics[0]?.message} ${diagnostics[0]?.hint}`).toContain(said);
  });
});
