import { LIMITS } from './budget.ts';
import { compareDiagnostics, type Diagnostic } from './diagnostic.ts';

/**
 * Findings for other programs, in order: so many of one rule in one file, and after them one that is at the first of the rest and
 * counts them. A file that is wrong a hundred thousand times over fills no disk, and nothing is left out unsaid.
 */
export function capFindings(
  diagnostics: readonly Diagnostic[],
  most: number = LIMITS.findings,
): Diagnostic[] {
  const counts = new Map<string, number>();
  const firsts = new Map<string, number>();
  const kept: Diagnostic[] = [];
  for (const diagnostic of [...diagnostics].sort(compareDiagnostics)) {
    const kind = `${diagnostic.rule}\n${diagnostic.file}`;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    if (count === most + 1) firsts.set(kind, kept.length);
    if (count <= most + 1) kept.push(diagnostic);
  }
  for (const [kind, at] of firsts) {
    const first = kept[at];
    if (first !== undefined) kept[at] = countRest(first, (counts.get(kind) ?? 0) - most);
  }
  return kept;
}

function countRest(first: Diagnostic, count: number): Diagnostic {
  const { isMendable: _, ...rest } = first;
  return {
    ...rest,
    message: `从这里起还有${count}处同样的问题，没有一一列出`,
    hint: '改正列出的以后再检查一次。',
    related: [],
  };
}
