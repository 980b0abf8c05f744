import type { Diagnostic, RelatedPlace } from '../diagnostics/diagnostic.ts';
import { type Finding, locate, type Places } from '../diagnostics/finding.ts';
import { chinesePath } from '../facts/fact-path.ts';
import type { Gap } from './gap.ts';

/** One `pending-value` a fact, at its place in the facts file and with the place in the template that prints it. */
export function gapDiagnostics(gaps: readonly Gap[], places: Places): Diagnostic[] {
  const firsts = new Map(gaps.toReversed().map((gap) => [gap.path, gap]));
  return [...firsts.values()]
    .reverse()
    .flatMap((gap) =>
      locate([gapFinding(gap)], places).map((diagnostic) => ({ ...diagnostic, related: relatedPlaces(gap) })),
    );
}

function gapFinding({ path, label }: Gap): Finding {
  return {
    rule: 'pending-value',
    severity: 'error',
    message: `缺少“${label}”，模板要用到它`,
    hint: `在事实文件里补上 “${chinesePath(path)}”；还拿不到的，用 --draft 先出草稿。`,
    at: { path },
  };
}

function relatedPlaces({ place }: Gap): RelatedPlace[] {
  const [, file, line, column] = /^(.*):(\d+):(\d+)$/s.exec(place ?? '') ?? [];
  if (file === undefined) return [];
  const start = { line: Number(line), column: Number(column) };
  const end = { line: start.line, column: start.column + 1 };
  return [{ message: '模板在这里要输出它', file, start, end }];
}
