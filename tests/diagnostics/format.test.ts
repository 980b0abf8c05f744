import { describe, expect, it } from 'vitest';
import type { Diagnostic, Position } from '../../src/diagnostics/diagnostic.ts';
import { formatGithub } from '../../src/diagnostics/format-github.ts';
import { formatJson } from '../../src/diagnostics/format-json.ts';
import { formatShort } from '../../src/diagnostics/format-short.ts';
import { formatText } from '../../src/diagnostics/format-text.ts';
import { PLAIN_STYLE } from '../../src/diagnostics/style.ts';
import { DIAGNOSTICS, FINDINGS } from './sample-findings.ts';

describe('the formats of findings', () => {
  it('text shows both places of a contradiction, each with its line', () => {
    expect(formatText(FINDINGS, PLAIN_STYLE)).toBe(
      [
        'a,b:c.yaml:1:1 警告 支部过大：100%,␊应设总支: 见条例。 [branch-size]',
        '',
        '云溪镇.yaml:2:7 错误 党员总数300名，正式和预备相加是298名。 [tally-sum]',
        '    2 |   总数: 300',
        '      |         ^^^',
        '  相关 云溪镇.yaml:3:7 正式290名',
        '    3 |   正式: 290',
        '      |         ^^^',
        '  改法 核对总数与分项。',
        '',
      ].join('\n'),
    );
  });

  it('text says places in a finished document as the document says them, and numbers no paragraph of Word', () => {
    const describe = ({ line, column }: Position) => (column === 1 ? '' : `开头第${line}段`);
    const textOf = () => ({ text: '第一段\n这是这个文档的第二段', describe, isNumbered: false });
    const lines = formatText({ ...FINDINGS, textOf }, PLAIN_STYLE).split('\n');
    expect(lines[0]).toBe('a,b:c.yaml 警告 支部过大：100%,␊应设总支: 见条例。 [branch-size]');
    expect(lines).toContain('云溪镇.yaml 开头第2段 错误 党员总数300名，正式和预备相加是298名。 [tally-sum]');
    expect(lines).toContain('      | 这是这个文档的第二段');
  });

  it.each([
    [10, undefined, 10, 0],
    [298, undefined, 298, 0],
    [10, { shownBy: '--all' }, 10, 0],
    [298, { shownBy: '--all' }, 10, 288],
  ])('text shows of %i findings of one rule in one file, shortened by %j, %i and counts %i', (count, how, shown, rest) => {
    const findings = { ...FINDINGS, diagnostics: [...many('a.yaml', count), ...many('b.yaml', 1)] };
    const text = formatText(findings, PLAIN_STYLE, how);
    expect(text.match(/^a\.yaml:.*\[tally-sum\]$/gm)).toHaveLength(shown);
    expect(text.match(/^b\.yaml:.*\[tally-sum\]$/gm)).toHaveLength(1);
    const remarks = rest === 0 ? null : [`a.yaml 还有${rest}处同样的问题，用 --all 全部列出 [tally-sum]`];
    expect(text.match(/^.*还有.*$/gm)).toEqual(remarks);
  });

  it('short is one line a finding, however many and whatever its message', () => {
    expect(formatShort(FINDINGS, PLAIN_STYLE)).toBe(
      [
        'a,b:c.yaml:1:1 警告 支部过大：100%,␊应设总支: 见条例。 [branch-size]',
        '云溪镇.yaml:2:7 错误 党员总数300名，正式和预备相加是298名。 [tally-sum]',
        '',
      ].join('\n'),
    );
    expect(
      formatShort({ ...FINDINGS, diagnostics: many('a.yaml', 298) }, PLAIN_STYLE).match(/\n/g),
    ).toHaveLength(298);
  });

  it('json has exactly the promised keys, sorted by file', () => {
    const listing = JSON.parse(formatJson(FINDINGS));
    expect(Object.keys(listing)).toEqual(['version', 'diagnostics', 'summary']);
    expect(listing.summary).toEqual({ errors: 1, warnings: 1, files: 3 });
    expect(listing.diagnostics.map((each: { file: string }) => each.file)).toEqual([
      'a,b:c.yaml',
      '云溪镇.yaml',
    ]);
    expect(Object.keys(listing.diagnostics[1])).toEqual([
      'rule',
      'severity',
      'message',
      'file',
      'path',
      'start',
      'end',
      'hint',
      'related',
    ]);
    expect(listing.diagnostics[1].related).toEqual([
      {
        message: '正式290名',
        file: '云溪镇.yaml',
        start: { line: 3, column: 7 },
        end: { line: 3, column: 10 },
      },
    ]);
  });

  it('github escapes what would end a command', () => {
    expect(formatGithub(FINDINGS).split('\n')[0]).toBe(
      '::warning file=a%2Cb%3Ac.yaml,line=1,endLine=1,col=1,endColumn=1,title=branch-size::支部过大：100%25,␊应设总支: 见条例。',
    );
  });
});

/** Findings of one rule on as many lines. */
function many(file: string, count: number): Diagnostic[] {
  const [like] = DIAGNOSTICS.filter(({ rule }) => rule === 'tally-sum');
  if (like === undefined) throw new Error('no sample');
  return Array.from({ length: count }, (_, index) => {
    const start = { line: index + 1, column: 1 };
    return { ...like, file, start, end: start, related: [] };
  });
}
