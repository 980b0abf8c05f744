import { describe, expect, it } from 'vitest';
import { formatGithub } from '../../src/diagnostics/format/github.ts';
import { formatJson } from '../../src/diagnostics/format/json.ts';
import { PLAIN } from '../../src/diagnostics/format/style.ts';
import { formatText } from '../../src/diagnostics/format/text.ts';
import { FINDINGS } from './sample-findings.ts';

describe('the formats of findings', () => {
  it('text shows both places of a contradiction, each with its line', () => {
    expect(formatText(FINDINGS, PLAIN)).toBe(
      [
        'a,b:c.yaml:1:1 警告 支部过大：100%,',
        '应设总支: 见条例。 [branch-size]',
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

  it('text names paragraphs of a finished document', () => {
    const findings = { ...FINDINGS, textOf: () => ({ text: '一\n二', lineName: '段' as const }) };
    expect(formatText(findings, PLAIN)).toContain('云溪镇.yaml 第2段第7字 错误');
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
      '::warning file=a%2Cb%3Ac.yaml,line=1,endLine=1,col=1,endColumn=1,title=branch-size::支部过大：100%25,%0A应设总支: 见条例。',
    );
  });
});
