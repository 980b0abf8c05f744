import { describe, expect, it } from 'vitest';
import { UserError } from '../src/diagnostics/user-error.ts';
import type { Block } from '../src/document/tree.ts';
import { renderReport } from '../src/use/build.ts';
import { BUILT_IN } from './built-in.ts';

const FACTS = `单位: {名称: 青禾县云溪镇, 类型: 镇}
报告: {日期: 2023-11-06}
编制:
  - {类别: 行政, 核定: 25, 实有: 23}
  - {类别: 事业编制, 核定: 30, 实有: 32, 空缺: -2}
工作: [{标题: 抓实学习, 内容: 逐村走访}]
问题: [{编号: a, 标题: 督办不到位}]
措施:
  - {标题: 建台账, 对应问题: a, 责任单位: 党建办, 时限: 2023-12, 状态: 推进中}
`;

async function render(facts: string, attach?: readonly string[], defaults?: { attach: readonly string[] }) {
  const source = { file: 'facts.yaml', bytes: new TextEncoder().encode(facts) };
  const options = { ...BUILT_IN, isDraft: false, ...(attach && { attach }), ...(defaults && { defaults }) };
  const { value, diagnostics } = await renderReport(source, options);
  const attachments = (value?.document.attachments ?? []).map(({ title, blocks, orientation }) => ({
    title: textOf(title),
    rows: blocks.flatMap(rowsOf),
    orientation,
  }));
  return { attachments, errors: diagnostics.filter(({ severity }) => severity === 'error') };
}

function textOf(inlines: readonly object[]): string {
  return inlines.map((inline) => ('text' in inline ? String(inline.text) : '')).join('');
}

function rowsOf(block: Block): string[] {
  if (block.type !== 'table') return [];
  return block.rows.map(({ cells }) => cells.map(({ children }) => textOf(children)).join('|'));
}

describe('attached tables', () => {
  it('hold the facts, with totals that add up', async () => {
    const { attachments, errors } = await render(FACTS, ['编制表']);
    expect(errors).toEqual([]);
    expect(attachments).toEqual([
      {
        title: '编制和职数配备情况表',
        orientation: 'portrait',
        rows: [
          '序号|编制类别|核定数|实有数|空缺数|超编数',
          '1|行政编制|25|23|2|0',
          '2|事业编制|30|32|0|2',
          '合计|55|55|2|2',
        ],
      },
    ]);
  });

  it('take over a total that the facts have', async () => {
    const total = '  - {类别: 合计, 核定: 55, 实有: 55, 空缺: 0}\n工作:';
    const { attachments, errors } = await render(FACTS.replace('工作:', total), ['编制表']);
    expect(errors).toEqual([]);
    expect(attachments[0]?.rows.slice(2)).toEqual(['2|事业编制|30|32|0|2', '3|合计|55|55|2|2']);
  });

  it('are named by the facts too, in one text or several', async () => {
    const named = (text: string) => FACTS.replace('2023-11-06}', `2023-11-06, 附表: ${text}}`);
    for (const text of ['[编制表, 台账]', '编制表、台账', '[staffing, rectification-ledger, 台账]']) {
      const { attachments } = await render(named(text));
      expect(attachments.map(({ title }) => title)).toEqual(['编制和职数配备情况表', '整改台账']);
    }
    expect((await render(named('[编制表]'), ['台账'])).attachments.map(({ title }) => title)).toEqual([
      '整改台账',
    ]);
  });

  it('are named by the configuration where nothing else names any', async () => {
    const configured = { attach: ['问题清单'] };
    expect((await render(FACTS, undefined, configured)).attachments).toMatchObject([{ title: '问题清单' }]);
    expect((await render(FACTS, ['台账'], configured)).attachments).toMatchObject([{ title: '整改台账' }]);
    await expect(render(FACTS, undefined, { attach: ['没有的表'] })).rejects.toThrow(UserError);
  });

  it('stand behind the facts’ own attachments, but not twice', async () => {
    const { attachments } = await render(`${FACTS}附件: [整改台账, 会议记录]\n`, ['问题清单', '台账']);
    expect(attachments.map(({ title, rows }) => `${title} ${rows.length > 0}`)).toEqual([
      '整改台账 true',
      '会议记录 false',
      '问题清单 true',
    ]);
  });

  it('repeat a measure under every problem that it answers', async () => {
    const facts = FACTS.replace(
      '标题: 督办不到位}]',
      '标题: 督办不到位}, {编号: b, 标题: 学习不深入}]',
    ).replace('对应问题: a', '对应问题: [a, b]');
    const { attachments } = await render(facts, ['责任清单']);
    expect(attachments[0]?.rows).toEqual([
      '序号|问题|整改措施|责任领导|责任单位|责任人|整改时限',
      '1|督办不到位|建台账||党建办||2023年12月',
      '2|学习不深入|建台账||党建办||2023年12月',
    ]);
  });

  it('need what they are about', async () => {
    const { errors } = await render(FACTS, ['党员表']);
    expect(errors.map(({ rule, message }) => `${rule} ${message}`)).toEqual([
      'pending-value 缺少“党员总数”，模板要用到它',
    ]);
    expect((await render(FACTS.replace(/编制:\n.*\n.*\n/, ''), ['编制表'])).errors).toHaveLength(1);
  });

  it('that nobody knows are an error at their place, or of the command line', async () => {
    const { errors } = await render(FACTS.replace('2023-11-06}', '2023-11-06, 附表: [问题清单, 整改台帐]}'));
    expect(errors).toMatchObject([{ rule: 'schema', path: 'report.attach.1', start: { line: 2 } }]);
    expect(errors[0]?.hint).toContain('您要写的是不是 整改台账？');
    await expect(render(FACTS, ['没有的表'])).rejects.toThrow(UserError);
  });
});
