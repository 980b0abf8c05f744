import { describe, expect, it } from 'vitest';
import type { Facts } from '../../src/facts/facts.ts';
import { headings, print, textOf } from './print.ts';
import { MINIMAL } from './sample-facts.ts';

const MEASURE = { title: '加强储备', problems: ['后备力量不足'], owner: '丁一' };
const FIRST_HALF = { date: { year: 2024, month: 7, day: 8 }, from: { year: 2024, month: 1 } };

async function markupOf(id: string, facts: Facts): Promise<string> {
  return print(id, { ...MINIMAL, ...facts });
}

async function say(id: string, facts: Facts): Promise<string> {
  return textOf(await markupOf(id, facts));
}

describe('a heading or title promises nothing that is absent', () => {
  it('causes in an inspection briefing', async () => {
    const causes = [{ title: '谋划不够长远' }];
    expect(headings(await markupOf('inspection-briefing', {}), 1)).toContain('不足之处');
    expect(headings(await markupOf('inspection-briefing', { causes }), 1)).toContain('不足之处及原因分析');
  });

  it('plans in a half-year summary', async () => {
    const title = async (facts: Facts) =>
      /<title>(.*?)<\/title>/.exec(
        await markupOf('half-year-summary', { report: FIRST_HALF, ...facts }),
      )?.[1];
    expect(await title({})).toBe('青禾县云溪镇2024年上半年工作总结');
    expect(await title({ measures: [MEASURE] })).toBe('青禾县云溪镇2024年上半年工作总结和下半年工作思路');
  });

  it('a second part of a half-year summary', async () => {
    const work = [{ title: '建强班子', body: '换届完成。' }, { title: '抓好培训' }];
    const alone = await markupOf('half-year-summary', { work });
    expect(headings(alone, 1)).toEqual(['建强班子', '抓好培训']);
    const whole = await markupOf('half-year-summary', { work, plans: [{ title: '配齐干部' }] });
    expect(headings(whole, 1)).toEqual(['主要工作', '下一步工作思路']);
  });
});

it('every work title of a grassroots briefing is a heading', async () => {
  const work = [{ title: '建强班子' }, { title: '抓好培训', body: '办班三期。' }];
  const found = headings(await markupOf('grassroots-briefing', { work }), 1);
  expect(found.slice(0, 2)).toEqual(['建强班子', '抓好培训']);
});

describe('sentences', () => {
  it('say no period where the facts give none, and join an end alone to what it ends', async () => {
    const appointments = { promoted: 3 };
    expect(await say('special-report', { appointments })).toContain('提拔干部3名。');
    expect(await say('special-report', { appointments })).not.toContain('报告期内');
    const report = { ...MINIMAL.report, to: { year: 2023, month: 10 } };
    expect(await say('special-report', { report })).toContain('截至2023年10月的选人用人专项工作情况');
  });

  it('say 等 of several measures only', async () => {
    const plans = async (...measures: NonNullable<Facts['measures']>) =>
      say('rectification-report', { measures });
    expect(await plans(MEASURE)).toContain('对“加强储备”这项措施');
    expect(await plans(MEASURE, { ...MEASURE, title: '补齐台账' })).toContain('对“加强储备”“补齐台账”等措施');
  });

  it.each(['无', '没有', '没有。', '暂无', '不存在此类情况'])('take %s for none', async (answer) => {
    const compliance = [{ item: '任职回避', answer }];
    expect(await say('self-review', { compliance })).toContain('任职回避方面没有需要说明的问题。');
  });

  it('of lead-ins that stand together are one paragraph, and none ends with a comma', async () => {
    const leadIns = { work: '工作如下：', problems: '主要有，', causes: '究其原因：' };
    for (const id of ['inspection-briefing', 'rectification-report']) {
      const markup = await markupOf(id, { leadIns, closing: '抓好落实，' });
      expect(markup).toContain('<p>主要有。究其原因。</p>');
      expect(markup).toContain('<p>工作如下：</p>');
      expect(markup).toContain('<p>抓好落实。</p>');
    }
  });
});
