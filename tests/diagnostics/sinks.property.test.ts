import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BatchSummary } from '../../src/batch/show/batch-summary.ts';
import { formatHtml } from '../../src/batch/show/html.ts';
import { formatMarkdown } from '../../src/batch/show/markdown.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { formatGithub } from '../../src/diagnostics/format-github.ts';
import { formatJson } from '../../src/diagnostics/format-json.ts';
import { formatSarif } from '../../src/diagnostics/format-sarif.ts';
import { formatShort } from '../../src/diagnostics/format-short.ts';
import { formatText } from '../../src/diagnostics/format-text.ts';
import { jsonText } from '../../src/diagnostics/json-text.ts';
import { PLAIN_STYLE } from '../../src/diagnostics/style.ts';

/** What a name, a fact or a message could hold to be more than what is shown. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom('甲', 'a', ' ', '：', '.yaml'),
      fc.constantFrom(
        '\n',
        '\r',
        '\t',
        '\0',
        '\x07',
        '\x1b[31m',
        '\x1b]0;x\x07',
        '\x7f',
        '\x9b2J',
        '\u2028',
        '\u0085',
      ),
      fc.constantFrom('\u202e', '\u2066', '\u200f', '\u061c', '\u200b', '\ufeff', '\ud800'),
      fc.constantFrom(
        '::error::',
        '::stop-commands::x',
        '##[error]',
        '##vso[task.setvariable]',
        '##teamcity[',
      ),
      fc.constantFrom(
        '# ',
        '- ',
        '1. ',
        '> ',
        '](http://a.b)',
        '<script>',
        '<!--',
        '&lt;',
        '`',
        '|',
        '%0A',
        '@all',
        '"',
      ),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((pieces) => pieces.join(''));

const diagnostic = fc
  .record({ file: hostile, message: hostile, hint: hostile, path: hostile, related: hostile })
  .map(({ related, ...texts }): Diagnostic => {
    const at = { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
    return {
      ...texts,
      ...at,
      rule: 'tally-sum',
      severity: 'error',
      related: [{ message: related, file: related, ...at }],
    };
  });

/** Tab and line feed are not among them. */
const RAW = new RegExp(
  '[\\0-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u061c\\u180e\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff]' +
    '|[\\ud800-\\udbff](?![\\udc00-\\udfff])',
);

function check(property: fc.IProperty<unknown>): void {
  fc.assert(property as fc.IProperty<[unknown]>, { seed: 9704, numRuns: 300 });
}

describe('no text from outside is more than what is shown of it', () => {
  it.each([
    [
      'text',
      (found: Diagnostic, text: string) =>
        formatText({ diagnostics: [found], files: 1, textOf: () => ({ text }) }, PLAIN_STYLE),
    ],
    [
      'short',
      (found: Diagnostic) =>
        formatShort({ diagnostics: [found], files: 1, textOf: () => undefined }, PLAIN_STYLE),
    ],
  ])('%s', (_, format) => {
    const lines = (found: Diagnostic, text: string) => format(found, text).split('\n');
    check(
      fc.property(diagnostic, hostile, (found, text) => {
        const shown = lines(found, `甲${text}`);
        for (const line of shown) {
          expect(line).not.toMatch(RAW);
          expect(line).not.toMatch(/^\s*::|##(?:\[|vso\[|teamcity\[)/);
        }
        const harmless = {
          ...found,
          file: 'a',
          message: 'a',
          hint: 'a',
          related: [{ ...found.related[0], message: 'a', file: 'a' }],
        };
        expect(shown).toHaveLength(lines(harmless as Diagnostic, '甲').length);
      }),
    );
  });

  it('github: one command a finding', () => {
    check(
      fc.property(diagnostic, (found) => {
        const text = formatGithub({ diagnostics: [found], files: 1, textOf: () => undefined });
        expect(text).not.toMatch(RAW);
        expect(text.match(/\n/g)).toHaveLength(1);
        expect(text).toMatch(/^::error file=[^:,\n]*,line=1,[^:\n]*::[^\n]*\n$/);
      }),
    );
  });

  it('json says the very text, and sarif a line of it, both without a raw sign', () => {
    check(
      fc.property(diagnostic, (found) => {
        const findings = { diagnostics: [found], files: 1, textOf: () => undefined };
        const json = formatJson(findings);
        expect(json).not.toMatch(RAW);
        expect(JSON.parse(json).diagnostics[0]).toMatchObject({ file: found.file, message: found.message });
        const sarif = formatSarif(findings, { version: '1', titleOf: () => undefined });
        const { text } = JSON.parse(sarif).runs[0].results[0].message;
        expect(sarif).not.toMatch(RAW);
        expect(text.split('\n')).toHaveLength(2);
        expect(text).not.toContain('](');
        expect(text).not.toMatch(RAW);
      }),
    );
  });

  it('a summary as JSON, Markdown or a page', () => {
    check(
      fc.property(hostile, hostile, hostile, (facts, reason, problem) => {
        const summary = summaryOf(facts, reason, problem);
        expect(jsonText(summary)).not.toMatch(RAW);
        const markdown = formatMarkdown(summary);
        expect(markdown).not.toMatch(RAW);
        expect(markdown.split('\n')).toHaveLength(
          formatMarkdown(summaryOf('a', 'a', 'a')).split('\n').length,
        );
        expect(markdown).not.toMatch(/(?<!\\)(?:<script|\]\(|`)|^ *- (?:#|>|- |\d+\. )/m);
        const html = formatHtml(summary);
        expect(html.replaceAll('\n', '')).not.toMatch(RAW);
        expect(html).not.toContain('<script');
      }),
    );
  });
});

function summaryOf(facts: string, reason: string, problem: string): BatchSummary {
  return {
    isDryRun: false,
    totals: {},
    units: [{ facts, output: facts, status: 'kept', reason, pending: [], problem }],
    passedOver: [{ path: facts, why: 'link' }],
    problems: [problem],
    diagnostics: [],
  } as unknown as BatchSummary;
}
