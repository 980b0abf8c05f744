import type { Diagnostic } from './diagnostic.ts';
import { printable } from './printable.ts';

/** What a run found, in numbers. */
export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  /** How many files were looked at, with and without findings. */
  readonly files: number;
}

export function summarize(diagnostics: readonly Diagnostic[], files: number): Summary {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error').length;
  return { errors, warnings: diagnostics.length - errors, files };
}

/** `检查了 3 个文件：1 个错误，2 个警告。`, and how many of them `--fix` would mend. */
export function describeSummary({ errors, warnings, files }: Summary, mendable = 0): string {
  const found = describeCounts({ errors, warnings });
  if (found === '') return `检查了 ${files} 个文件，没有发现问题。`;
  const advice = mendable > 0 ? `，其中 ${mendable} 处可以用 --fix 改正` : '';
  return `检查了 ${files} 个文件：${found}${advice}。`;
}

/** `1 个错误，2 个警告`; empty for none. */
export function describeCounts({ errors, warnings }: Pick<Summary, 'errors' | 'warnings'>): string {
  const counts = [errors > 0 ? `${errors} 个错误` : '', warnings > 0 ? `${warnings} 个警告` : ''];
  return counts.filter((count) => count !== '').join('，');
}

/** Which files the errors are in, in the order in which they come up: `甲.yaml 有 2 个错误，模板/report.hbs 有 1 个错误`. */
export function describeErrors(diagnostics: readonly Diagnostic[]): string {
  const counts = new Map<string, number>();
  for (const { severity, file } of diagnostics) {
    if (severity === 'error') counts.set(file, (counts.get(file) ?? 0) + 1);
  }
  return [...counts].map(([file, count]) => `${printable(file)} 有 ${count} 个错误`).join('，');
}

/** Findings by rule, the most frequent first, rules of equal number by their id. */
export function countByRule(
  diagnostics: readonly Diagnostic[],
): readonly (readonly [rule: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const { rule } of diagnostics) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}
