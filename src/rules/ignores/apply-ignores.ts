import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { ignoreReason } from '../reading/ignore-reason.ts';
import { unusedIgnore } from '../reading/unused-ignore.ts';
import { COLLECTION_RULES, FACTS_RULES, PROSE_RULES, READING_RULES } from '../registry.ts';
import type { ReadingRule } from '../rule.ts';
import { type IgnoreComment, mayHoldIgnores } from './ignore-comment.ts';

/**
 * Leaves out what a facts file's own comments ignore, and reports comments without a reason and comments that ignore
 * nothing. `canIgnore` says which rules have run and may be switched off: only of those a comment can be unused.
 */
export async function applyIgnores(
  diagnostics: readonly Diagnostic[],
  { file, text }: { readonly file: string; readonly text: string },
  canIgnore: (rule: string) => boolean,
): Promise<Diagnostic[]> {
  if (!mayHoldIgnores(text)) return [...diagnostics];
  const { findIgnores } = await import('./find-ignores.ts');
  const ignores = findIgnores(text);
  const [reasoned, bare] = [
    ignores.filter(({ reason }) => reason !== ''),
    ignores.filter(({ reason }) => reason === ''),
  ];
  const used = new Set<string>();
  const kept = diagnostics.filter((diagnostic) => {
    const ignoring = reasoned.filter(
      (ignore) =>
        doesCover(ignore, diagnostic) && canIgnore(diagnostic.rule) && IGNORABLE.has(diagnostic.rule),
    );
    for (const { line } of ignoring) used.add(`${line} ${diagnostic.rule}`);
    return ignoring.length === 0;
  });
  return [
    ...kept,
    ...bare.map((ignore) => reportBare(ignore, file)),
    ...reasoned.flatMap((ignore) =>
      ignore.rules
        .filter((rule) => !used.has(`${ignore.line} ${rule}`))
        .flatMap((rule) => reportUnused(ignore, rule, file, canIgnore)),
    ),
  ];
}

function doesCover({ rules, from, to }: IgnoreComment, { rule, start }: Diagnostic): boolean {
  return rules.includes(rule) && from <= start.line && start.line <= to;
}

function reportBare(ignore: IgnoreComment, file: string): Diagnostic {
  return diagnosticAt(ignore, file, ignoreReason, {
    message: `这条忽略没有写理由，不起作用`,
    hint: `在规则后面写冒号和理由，例如 # 忽略 ${ignore.rules.join('、')}：以县委组织部台账为准`,
  });
}

/** A rule that has not run, in a draft or for want of other files, may still need its comment. */
function reportUnused(
  ignore: IgnoreComment,
  rule: string,
  file: string,
  canIgnore: (rule: string) => boolean,
): Diagnostic[] {
  if (!IGNORABLE.has(rule)) {
    const message = READING_RULES.some(({ id }) => id === rule)
      ? `规则 ${rule} 查的是文件能否读懂，不能忽略`
      : `没有 ${rule} 这条规则，这条忽略不起作用`;
    return [
      diagnosticAt(ignore, file, unusedIgnore, {
        message,
        hint: '删去这条注释；全部规则见 report explain。',
      }),
    ];
  }
  if (!canIgnore(rule)) return [];
  return [
    diagnosticAt(ignore, file, unusedIgnore, {
      message: `这里没有 ${rule} 的问题，这条忽略用不着了`,
      hint: '删去这条注释；写错行的，移到有问题的那一行末尾或者上一行。',
    }),
  ];
}

const IGNORABLE = new Set([...FACTS_RULES, ...PROSE_RULES, ...COLLECTION_RULES].map(({ id }) => id));

function diagnosticAt(
  { line, column, endColumn }: IgnoreComment,
  file: string,
  { id, severity }: Pick<ReadingRule, 'id' | 'severity'>,
  said: Pick<Diagnostic, 'message' | 'hint'>,
): Diagnostic {
  const range = { start: { line, column }, end: { line, column: endColumn } };
  return { rule: id, severity, ...said, file, path: '', ...range, related: [] };
}
