import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/diagnostics/budget.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { formatGithub } from '../../src/diagnostics/format-github.ts';
import { formatJson } from '../../src/diagnostics/format-json.ts';
import { formatSarif } from '../../src/diagnostics/format-sarif.ts';
import { formatText } from '../../src/diagnostics/format-text.ts';
import { PLAIN_STYLE } from '../../src/diagnostics/style.ts';

const textOf = () => ({ text: '党员,'.repeat(5_000) });

function finding(rule: string, column: number, others = 0): Diagnostic {
  const range = { start: { line: 1, column }, end: { line: 1, column: column + 1 } };
  const related = Array.from({ length: others }, (_, at) => ({
    message: `第${at}处`,
    file: 'a.yaml',
    ...range,
  }));
  return {
    rule,
    severity: 'warning',
    message: '半角',
    file: 'a.yaml',
    path: '',
    ...range,
    hint: '',
    related,
  };
}

const MANY = [
  ...Array.from({ length: 3_000 }, (_, at) => finding('halfwidth-punctuation', 3_000 - at)),
  ...Array.from({ length: 1_000 }, (_, at) => finding('heading-period', at + 1)),
];
const findings = { diagnostics: MANY, files: 1, textOf };

interface Listing {
  readonly diagnostics: readonly Diagnostic[];
  readonly summary: { readonly warnings: number };
}

describe('findings for other programs', () => {
  const listing = JSON.parse(formatJson(findings)) as Listing;

  it('are the first thousand of each rule and file, and one that counts the rest where it begins', () => {
    const half = listing.diagnostics.filter(({ rule }) => rule === 'halfwidth-punctuation');
    expect(half).toHaveLength(LIMITS.findings + 1);
    expect(half.map(({ start }) => start.column)).toEqual(Array.from({ length: 1_001 }, (_, at) => at + 1));
    expect(half.at(-1)?.message).toBe('从这里起还有2000处同样的问题，没有一一列出');
    expect(listing.diagnostics.filter(({ rule }) => rule === 'heading-period')).toHaveLength(1_000);
  });

  it('are counted whole in the summary', () => {
    expect(listing.summary.warnings).toBe(4_000);
  });

  it('are the same in SARIF and for GitHub', () => {
    const tool = { version: '0', titleOf: () => undefined };
    const log = JSON.parse(formatSarif(findings, tool)) as { runs: { results: unknown[] }[] };
    expect(log.runs[0]?.results).toHaveLength(listing.diagnostics.length);
    expect(formatGithub(findings).trimEnd().split('\n')).toHaveLength(listing.diagnostics.length);
  });

  it('are all there where all are wanted', () => {
    const whole = JSON.parse(formatJson(findings, Number.POSITIVE_INFINITY)) as Listing;
    expect(whole.diagnostics).toHaveLength(4_000);
  });
});

describe('a finding that speaks of very many places', () => {
  const one = { diagnostics: [finding('tally-sum', 1, 300)], files: 1, textOf };

  it('shows people five and says how many more there are', () => {
    const said = formatText(one, PLAIN_STYLE);
    expect(said.match(/第\d+处/g)).toEqual(['第0处', '第1处', '第2处', '第3处', '第4处']);
    expect(said).toContain('其余295项');
  });

  it('tells programs forty', () => {
    expect((JSON.parse(formatJson(one)) as Listing).diagnostics[0]?.related).toHaveLength(40);
  });
});
