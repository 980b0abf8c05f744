import { expect, it } from 'vitest';
import { checkReport } from '../../../src/use/build.ts';
import { BUILT_IN } from '../../built-in.ts';

const FACTS = `单位: {名称: 白石乡, 类型: 乡}
报告: {日期: 2025-03-05}
概况: {行政忖: 9}
工作:
  - {标题: 建强班子, 内容: "全乡{{概况.行政村}}个行政村按期换届。"}
问题:
  - {标题: 后备力量不足}
`;

it('a misspelt key is one finding, whatever the prose refers to', async () => {
  const source = { file: 'a.yaml', bytes: new TextEncoder().encode(FACTS) };
  const { diagnostics } = await checkReport(source, { settings: BUILT_IN.settings, isDraft: false });
  expect(diagnostics.map(({ rule }) => rule)).toEqual(['schema']);
});
