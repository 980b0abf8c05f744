import { expect, it } from 'vitest';
import { buildReport } from '../src/use/build.ts';
import { BUILT_IN } from './built-in.ts';

const FACTS = `单位: {名称: 云溪镇, 类型: 镇}
报告: {日期: 2024-11-08}
工作:
  - {标题: 一、抓学习, 要点: [一是逐村走访, 二是按月例会]}
  - {标题: （二）抓培训, 要点: ["（1）分类办班；", 2.跟踪问效]}
  - {标题: 3.抓考核, 要点: 一是一线考察干部}
  - {标题: 一、二线干部结对, 内容: 3.5万元经费已到位}
问题:
  - {编号: P1, 标题: 一是储备不足, 事例: 如柳湾村没有人选}
  - {编号: P2, 标题: 二是台账不全, 事例: 如期完成的没有销号}
原因: [{标题: 第一，谋划不够长远}, {标题: ②检查不够经常}]
附件: [附件1：干部名册, 2.整改台账]
打算: [{标题: 1.建好后备库}, {标题: 2.补齐台账}]
`;

it('a number that a clerk set is neither printed twice nor a finding', async () => {
  const source = { file: 'a.yaml', bytes: new TextEncoder().encode(FACTS) };
  const built = await buildReport(source, { ...BUILT_IN, format: 'txt', isDraft: false });
  expect(built.diagnostics).toEqual([]);
  const text = new TextDecoder().decode(built.value?.bytes);
  for (const words of [
    '（一）抓学习。一是逐村走访；二是按月例会。\n',
    '（二）抓培训。一是分类办班；二是跟踪问效。\n',
    '（三）抓考核。一线考察干部。\n',
    '（四）一、二线干部结对。3.5万元经费已到位。\n',
    '一是储备不足。比如，柳湾村没有人选。二是台账不全。比如，如期完成的没有销号。\n',
    '\n一是谋划不够长远。\n二是检查不够经常。\n',
    '附件：1.干部名册\n2.整改台账\n',
    '（一）建好后备库。\n（二）补齐台账。\n',
  ]) {
    expect(text).toContain(words);
  }
});
