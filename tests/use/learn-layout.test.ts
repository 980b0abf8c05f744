import { describe, expect, it } from 'vitest';
import { readFinished } from '../../src/document/read-finished.ts';
import { type LayoutVariations, layoutOf } from '../../src/format/layout.ts';
import { judgeLayout } from '../../src/layout/judge-layout.ts';
import { type LearnedLayout, learnLayout } from '../../src/use/learn-layout.ts';
import { writeDocx } from '../../src/write/docx/write-docx.ts';
import { makeReport } from '../layout/make-report.ts';
import { documentOf, PROPERTIES } from '../write/sample-document.ts';

const REPORT = documentOf(
  `<title>关于干部教育培训情况的报告</title><address>中共望山县委组织部</address><h1>情况</h1><p><h2>队伍稳定</h2>干部队伍总体稳定，结构有所改善。</p>
<h2>人员情况</h2><p>人员配备符合规定，职责分工明确。</p><h3>培训</h3><p>培训按照计划组织实施，效果良好。</p>
<footer><p>望山镇党委组织办公室</p><time>2025年4月1日</time></footer>`,
);

function learned(bytes: Uint8Array): LearnedLayout {
  const { value } = readFinished('a.docx', bytes);
  if (value === undefined) throw new Error('unread');
  const found = learnLayout(value);
  if (typeof found === 'string') throw new Error(found);
  return found;
}

function deviations(bytes: Uint8Array): string[] {
  const { value } = readFinished('a.docx', bytes);
  if (value?.word === undefined) throw new Error('unread');
  return judgeLayout(value, value.word.document).flatMap(({ item, deviations: all }) =>
    all.map(({ found }) => `${item} ${found}`),
  );
}

const print = (layout: LayoutVariations) => writeDocx(REPORT, PROPERTIES, layoutOf(layout));

describe('a report of our own with a layout of its own', () => {
  const LAYOUTS: Readonly<Record<string, LayoutVariations>> = {
    standard: {},
    margins: { margins: { top: 1440, bottom: 1440, left: 1800, right: 1800 } },
    sizes: { sizes: { title: 36, body: 28, heading1: 32, pageNumber: 21 } },
    fonts: { fonts: { title: '宋体', body: '宋体', heading1: '宋体', heading2: '黑体' } },
    'fixed lines': { lineSpacing: { exact: 500 } },
    'lines of the font': { lineSpacing: { multiple: 1.5 } },
    'a centred number': { pageNumber: { text: '第1页', place: 'center' } },
    'a number on the right': { pageNumber: { text: '1', place: 'right' } },
    'a bold title': { isTitleBold: true },
    everything: {
      fonts: { body: '宋体' },
      sizes: { body: 24 },
      margins: { left: 1440, right: 1440 },
      lineSpacing: { exact: 440 },
      pageNumber: { text: '- 1 -', place: 'center' },
      isTitleBold: true,
    },
  };

  it.each(Object.entries(LAYOUTS))('%s is learned, and its reports deviate alike', (_, layout) => {
    const sample = print(layout);
    const { variations, lost } = learned(sample);
    expect(lost).toEqual([]);
    expect(deviations(print(variations)).sort()).toEqual(deviations(sample).sort());
    if (Object.keys(layout).length > 0) expect(Object.keys(variations)).not.toEqual([]);
  });
});

describe("an office's report with direct formatting", () => {
  it('teaches what a layout can say', () => {
    const { said, lost } = learned(makeReport('上边距：25.4毫米\n正文字号：14磅\n页码字号：10.5磅'));
    expect(said).toEqual({ margins: { top: '25.4' }, sizes: { body: '四号', pageNumber: '五号' } });
    expect(lost).toEqual([]);
  });

  it('tells what it cannot', () => {
    const { lost } = learned(makeReport('首行缩进：0字\n段后：10磅'));
    expect(lost.map(({ item }) => item)).toEqual(['段落间距', '正文缩进']);
  });
});

it('teaches nothing without a body', () => {
  const { value } = readFinished('a.docx', writeDocx(documentOf('<title>题</title>'), PROPERTIES));
  if (value === undefined) throw new Error('unread');
  expect(learnLayout(value)).toBe('no-body');
});
