import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Source } from '../facts/source.ts';
import { ignoreReason } from '../rules/reading/ignore-reason.ts';
import { unusedIgnore } from '../rules/reading/unused-ignore.ts';
import type { ReadingRule } from '../rules/rule.ts';
import { type IgnoreComment, mayHoldIgnores } from './ignore-comment.ts';
import { COLLECTION_RULES, FACTS_RULES, PRINTED_RULES, PROSE_RULES, READING_RULES } from './registry.ts';
import type { RuleSettings } from './run.ts';

/** Which rules were run: a facts file's own, those over a collection, or those over the printed pages. */
type RuleRun = 'own' | 'collection' | 'printed';

/**
 * Leaves out what a facts file's own comments ignore, and reports comments that ignore nothing; after its own rules also comments
 * without a reason or without a rule. A rule that is switched off, or that a draft is not held to, may still need its comment.
 */
export async function applyIgnores(
  diagnostics: readonly Diagnostic[],
  source: Source,
  settings: Pick<RuleSettings, 'severities' | 'isDraft'>,
  run: RuleRun = 'own',
): Promise<readonly Diagnostic[]> {
  if (!mayHoldIgnores(source.bytes)) return diagnostics;
  const { findIgnores } = await import('./find-ignores.ts');
  const ignores = findIgnores(new TextDecoder().decode(source.bytes));
  const reasoned = ignores.filter(({ reason }) => reason !== '');
  const used = new Set<string>();
  const kept = diagnostics.filter((diagnostic) => {
    const isHere = diagnostic.file === source.file;
    const ignoring = isHere ? reasoned.filter((ignore) => ignoreCovers(ignore, diagnostic)) : [];
    for (const { line } of ignoring) used.add(`${line} ${diagnostic.rule}`);
    return ignoring.length === 0;
  });
  const hasRun = (rule: string) =>
    RULES_BY_RUN[run].has(rule) &&
    settings.severities[rule] !== 'off' &&
    !(settings.isDraft && rule === 'pending-value');
  const idle = reasoned.flatMap((ignore) =>
    ignore.rules
      .filter((rule) => !used.has(`${ignore.line} ${rule}`) && hasRun(rule))
      .map((rule) => reportUnused(ignore, rule, source.file)),
  );
  return [
    ...kept,
    ...(run === 'own' ? ignores.flatMap((ignore) => reportUseless(ignore, source.file)) : []),
    ...idle,
  ];
}

const RULES_BY_RUN = {
  own: new Set([...FACTS_RULES, ...PROSE_RULES].map(({ id }) => id)),
  collection: new Set(COLLECTION_RULES.map(({ id }) => id)),
  printed: new Set(PRINTED_RULES.map(({ id }) => id)),
};

function isIgnorable(rule: string): boolean {
  return Object.values(RULES_BY_RUN).some((ids) => ids.has(rule));
}

function ignoreCovers({ rules, from, to }: IgnoreComment, { rule, start }: Diagnostic): boolean {
  return isIgnorable(rule) && rules.includes(rule) && from <= start.line && start.line <= to;
}

/** A comment that can ignore nothing: it gives no reason, or names what is no rule or one that cannot be ignored. */
function reportUseless(ignore: IgnoreComment, file: string): Diagnostic[] {
  if (ignore.reason === '') {
    const hint = `在规则后面写冒号和理由，例如 # 忽略 ${ignore.rules.join('、')}：以县委组织部台账为准`;
    return [diagnosticAt(ignore, file, ignoreReason, { message: '这条忽略没有写理由，不起作用', hint })];
  }
  return ignore.rules
    .filter((rule) => !isIgnorable(rule))
    .map((rule) => {
      const message = READING_RULES.some(({ id }) => id === rule)
        ? `规则 ${rule} 不能忽略`
        : `没有 ${rule} 这条规则，这条忽略不起作用`;
      const hint = '删去这条注释，或者改正规则的名字；全部规则见 report explain。';
      return diagnosticAt(ignore, file, unusedIgnore, { message, hint });
    });
}

function reportUnused(ignore: IgnoreComment, rule: string, file: string): Diagnostic {
  return diagnosticAt(ignore, file, unusedIgnore, {
    message: `这里没有 ${rule} 的问题，这条忽略用不着了`,
    hint: '删去这条注释；写错行的，移到有问题的那一行末尾或者上一行。',
  });
}

function diagnosticAt(
  { line, column, endColumn }: IgnoreComment,
  file: string,
  { id, severity }: Pick<ReadingRule, 'id' | 'severity'>,
  said: Pick<Diagnostic, 'message' | 'hint'>,
): Diagnostic {
  const range = { start: { line, column }, end: { line, column: endColumn } };
  return { rule: id, severity, ...said, file, path: '', ...range, related: [] };
}
