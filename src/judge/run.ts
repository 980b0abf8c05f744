import { Account } from '../account/account.ts';
import type { Severity } from '../diagnostics/diagnostic.ts';
import type { Finding } from '../diagnostics/finding.ts';
import type { CollectedUnit } from '../prose/collected-unit.ts';
import { Prose } from '../prose/prose.ts';
import { wholeText } from '../prose/whole-text.ts';
import type { WordLists } from '../prose/word-lists.ts';
import type {
  FactsSubject,
  FinishedSubject,
  LayoutSubject,
  LengthLimits,
  PrintedSubject,
  ProseRule,
  ProseSubject,
  Report,
  Reported,
} from '../rules/rule.ts';
import {
  COLLECTION_RULES,
  FACTS_RULES,
  FINISHED_RULES,
  LAYOUT_RULES,
  PRINTED_RULES,
  PROSE_RULES,
} from './registry.ts';

/** What a unit's configuration says of the rules. */
export interface RuleSettings {
  /** By rule id: another severity than the rule's own, or `off`. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  readonly lists: WordLists;
  readonly limits?: LengthLimits;
  /** A draft may hold 待补. */
  readonly isDraft: boolean;
}

/** Every facts rule over one township's facts; findings come in the order of the rules. */
export function runFactsRules(
  subject: Omit<FactsSubject, 'lists' | 'isDraft' | 'unread' | 'prose' | 'account'> &
    Partial<Pick<FactsSubject, 'unread'>>,
  settings: RuleSettings,
): Finding[] {
  const { lists, isDraft } = settings;
  return runRules(
    FACTS_RULES,
    {
      unread: new Set(),
      ...subject,
      account: new Account(subject.facts),
      prose: new Prose(subject.passages),
      lists,
      isDraft,
    },
    settings,
  );
}

/** Every prose rule over the paragraphs of a facts file or of a finished document. */
export function runProseRules(text: ProseText, settings: RuleSettings): Finding[] {
  const prose = new Prose(text.passages);
  const { lists, limits } = settings;
  const subject = {
    ...{ ...text, prose, candidates: text.passages, lists },
    ...(limits !== undefined && { limits }),
  };
  const rules = PROSE_RULES.map((rule) => ({
    id: rule.id,
    severity: rule.severity,
    check: (each: ProseSubject, report: Report) => checkProse(rule, each, report),
  }));
  return runRules(rules, subject, settings);
}

/** What is judged as prose. */
export type ProseText = Pick<ProseSubject, 'passages' | 'plainTexts' | 'date'>;

/** One rule over the passages that may hold what it looks for. */
export function checkProse(rule: ProseRule, subject: ProseSubject, report: Report): void {
  const { looksFor } = rule;
  if (looksFor === undefined) {
    rule.check(subject, report);
    return;
  }
  const candidates = wholeText(subject.prose).passagesWith(...looksFor);
  if (candidates.length > 0) rule.check({ ...subject, candidates }, report);
}

/** What is wrong with a finished report as a file, and with its tables. */
export function runFinishedRules(subject: FinishedSubject, settings: RuleSettings): Finding[] {
  return runRules(FINISHED_RULES, subject, settings);
}

/** What of a Word file is otherwise than the standard says. */
export function runLayoutRules(subject: LayoutSubject, settings: RuleSettings): Finding[] {
  return runRules(LAYOUT_RULES, subject, settings);
}

/** What is wrong with a report's pages as they are printed. */
export function runPrintedRules(subject: PrintedSubject, settings: RuleSettings): Finding[] {
  return runRules(PRINTED_RULES, subject, settings);
}

/** The collection rules over several townships together: every one, or only the one that is named. Their anchors say in which file. */
export function runCollectionRules(
  units: readonly CollectedUnit[],
  settings: RuleSettings,
  only?: string,
): Finding[] {
  const rules = COLLECTION_RULES.filter(({ id }) => only === undefined || id === only);
  return runRules(rules, { units, lists: settings.lists }, settings);
}

interface RunnableRule<Subject> {
  readonly id: string;
  readonly severity: Severity;
  check(subject: Subject, report: Report): void;
}

function runRules<Subject>(
  rules: readonly RunnableRule<Subject>[],
  subject: Subject,
  { severities }: RuleSettings,
): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    const override = Object.hasOwn(severities, rule.id) ? severities[rule.id] : undefined;
    if (override === 'off') continue;
    rule.check(subject, (reported) => findings.push(findingOf(rule, reported, override)));
  }
  return findings;
}

/** A key is shown whole, and mended by hand. An override from the configuration goes before what a rule says of one finding. */
function findingOf(
  rule: Pick<RunnableRule<never>, 'id' | 'severity'>,
  { at, message, severity, hint = '', related, inSheets, replacement }: Reported,
  override: Severity | undefined,
): Finding {
  // A text may have a hundred thousand of them: a copy of what was reported would take several times as long.
  const finding: { -readonly [Key in keyof Finding]: Finding[Key] } = {
    rule: rule.id,
    severity: override ?? severity ?? rule.severity,
    message,
    hint,
    at,
  };
  if (related !== undefined) finding.related = related;
  if (inSheets !== undefined) finding.inSheets = inSheets;
  if (replacement !== undefined && at.part !== 'key') finding.replacement = replacement;
  return finding;
}
