import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { A4 } from '../../src/format/gb9704.ts';
import { STANDARD_LAYOUT } from '../../src/format/layout.ts';
import { breakTitle } from '../../src/write/break-title.ts';
import { textWidth } from '../../src/write/measure.ts';

describe('breakTitle', () => {
  it.each([
    '云溪镇选人用人自查报告',
    '关于云溪镇选人用人工作的自查报告',
    '中共云溪镇委员会/关于2023年选人用人工作情况的自查报告',
    '中共青禾县云溪镇委员会/关于选人用人工作情况的自查报告',
    '云溪镇2023年上半年/组织工作总结和下半年工作思路',
    '中共云溪镇委员会/2023年半年工作总结和下半年工作思路',
    '中共云溪镇委员会关于贯彻落实/《党政领导干部选拔任用工作条例》/情况的专项报告',
    '青禾县发展和改革局党组关于2022年以来/选人用人工作情况的自查报告',
    '中共青禾县青山街道工作委员会/关于巡察反馈意见整改落实情况的报告',
    '关于云溪镇党委2023年上半年/组织人事工作情况及下半年工作打算的报告',
    '青禾经济开发区党工委关于2021—2023年/选人用人和基层党组织建设工作情况的报告',
    '青禾县白石河街道党工委/关于选人用人专项检查情况的自查报告',
    '柳荫街道/2026年上半年基层组织建设工作汇报',
    '中共青禾县云岭布依族苗族乡委员会/关于贯彻落实/《党政领导干部选拔任用工作条例》和加强/村级后备力量建设情况的报告',
    '关于云溪镇2023年1月至2024年10月/学习贯彻《党政领导干部选拔任用工作条/例》和《干部选拔任用工作监督检查和责任/追究办法》情况的自查报告',
    '云溪镇关于学习贯彻《关于进一步激励广/大干部新时代新担当新作为的意见》/情况的报告',
    '中共青禾县委组织部/关于2023年度全县干部选拔任用/“一报告两评议”工作情况的报告',
  ])('%s', (title) => {
    expect(breakTitle(title.replaceAll('/', '')).join('/')).toBe(title);
  });

  const anyTitle = fc
    .array(
      fc.constantFrom(
        ...'云溪镇 党委 关于 2023年 的 和 、 《条例》 选人用人 工作 情况 报告 青禾县 A 𬭎 “四个”'.split(' '),
      ),
      {
        minLength: 1,
        maxLength: 40,
      },
    )
    .map((pieces) => pieces.join(''));

  it('loses nothing and fills no line beyond 19 characters', () => {
    fc.assert(
      fc.property(anyTitle, (title) => {
        const lines = breakTitle(title);
        expect(lines.join('')).toBe(title);
        for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(19);
      }),
      { seed: 9704 },
    );
  });

  it('never begins a line of a title of three lines with 的 or 和, nor breaks a 《》 or a year', () => {
    fc.assert(
      fc.property(anyTitle, (title) => {
        const lines = breakTitle(title);
        if (lines.length > 3) return;
        for (const line of lines.slice(1)) expect(line).not.toMatch(/^[的和、》年]/);
        for (const line of lines) expect(line.split('《').length).toBe(line.split('》').length);
      }),
      { seed: 9704 },
    );
  });

  it.each([
    [7300, '中共云溪镇委员会/关于选人用人工作情况的自查报告'],
    [5600, '中共云溪镇委员会/关于选人用人工作/情况的自查报告'],
  ])('breaks by what a narrower page holds: %d twips', (width, title) => {
    const margins = { ...STANDARD_LAYOUT.margins, right: A4.width - A4.left - width };
    const broken = breakTitle(title.replaceAll('/', ''), { ...STANDARD_LAYOUT, margins });
    expect(broken.join('/')).toBe(title);
  });

  it('keeps a text that is no title whole', () => {
    const long = '选人用人工作情况的'.repeat(3000);
    expect(breakTitle(long).join('')).toBe(long);
  });
});
