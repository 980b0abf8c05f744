import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { Findings } from '../../src/diagnostics/findings.ts';

const TEXT = '党员:\n  总数: 300\n  正式: 290\n  预备: 8\n';

const range = (line: number, from: number, to: number) => ({
  start: { line, column: from },
  end: { line, column: to },
});

/** A contradiction with its other side in a second place, and a warning in another file that nobody can quote. */
export const DIAGNOSTICS: readonly Diagnostic[] = [
  {
    rule: 'tally-sum',
    severity: 'error',
    message: '党员总数300名，正式和预备相加是298名。',
    file: '云溪镇.yaml',
    path: 'members.total',
    ...range(2, 7, 10),
    hint: '核对总数与分项。',
    related: [{ message: '正式290名', file: '云溪镇.yaml', ...range(3, 7, 10) }],
  },
  {
    rule: 'branch-size',
    severity: 'warning',
    message: '支部过大：100%,\n应设总支: 见条例。',
    file: 'a,b:c.yaml',
    path: '',
    ...range(1, 1, 1),
    hint: '',
    related: [],
  },
];

export const FINDINGS: Findings = {
  diagnostics: DIAGNOSTICS,
  files: 3,
  textOf: (file) => (file === '云溪镇.yaml' ? { text: TEXT } : undefined),
};
