import type { Account } from '../account/account.ts';
import type { Severity } from '../diagnostics/diagnostic.ts';
import type { Anchor, Finding } from '../diagnostics/finding.ts';
import type { FinishedDocument } from '../document/finished-document.ts';
import type { CalendarDate } from '../facts/dates.ts';
import type { Facts } from '../facts/facts.ts';
import type { Passage } from '../facts/passages.ts';
import type { PlainText } from '../facts/texts-of.ts';
import type { ClauseVerdict } from '../layout/judgement.ts';
import type { CollectedUnit } from '../prose/collected-unit.ts';
import type { Prose } from '../prose/prose.ts';
import type { WordLists } from '../prose/word-lists.ts';
import type { SourceCount } from '../rosters/source-count.ts';

/** Why a rule exists and how a finding is mended; printed by `report explain` and in docs/rules. Chinese. */
export interface RuleDocs {
  readonly title: string;
  readonly why: string;
  readonly fix: string;
  readonly basis: Basis;
}

/** On what a rule rests. An error rests on a 规定, or the text or the facts alone prove it. */
export interface Basis {
  /** The standard, regulation or practice by its name and number. */
  readonly source: string;
  readonly clause?: string;
  /** The clause's number is from common knowledge of the standard and was not held against its text. */
  readonly isUnchecked?: boolean;
  readonly rank: Rank;
  /** What in the text or the facts proves it to anybody, whatever the source says. */
  readonly proof?: string;
}

/** 规定 is laid down, 通常 is what offices do, 建议 is advice. */
export type Rank = '规定' | '通常' | '建议';

/** One case of a rule: the input and what is reported, `[]` where nothing is. The examples are tests and documentation. */
export interface RuleExample {
  /** Facts rules: a facts file's YAML (needed facts may be left out). Template rules: a template. Prose and finished rules: plain paragraphs, one a line (a table's row `| a | b |`).
   * Layout rules: what is found, in words. Printed rules: a page a line, signed 中共云溪镇委员会 on 2023年10月20日. */
  readonly input: string;
  /** The text under each finding, or the message's beginning where there is no text. */
  readonly reports: readonly string[];
  /** Collection rules: further files of the collection. */
  readonly others?: readonly string[];
  /** Rosters in CSV that the facts name, by their paths. */
  readonly files?: Readonly<Record<string, string>>;
  /** Prose rules: what the configuration limits. */
  readonly limits?: LengthLimits;
}

interface RuleBase<Stage extends string, Subject> {
  readonly id: string;
  readonly stage: Stage;
  readonly severity: Severity;
  readonly docs: RuleDocs;
  readonly examples: readonly RuleExample[];
  check(subject: Subject, report: Report): void;
}

/** What a rule says of one finding; the runner adds the rule's id and its severity. */
export interface Reported {
  readonly at: Anchor;
  readonly message: string;
  readonly hint?: string;
  readonly related?: NonNullable<Finding['related']>;
  readonly inSheets?: NonNullable<Finding['inSheets']>;
  readonly severity?: Severity;
  /** A safe replacement of the text at `at.span`; only what `--fix` may do without asking. */
  readonly replacement?: string;
}

export type Report = (reported: Reported) => void;

/** The facts of last time, or why they could not be had. */
export type Previous =
  | { readonly file: string; readonly facts: Facts }
  | { readonly message: string; readonly hint: string };

export interface FactsSubject {
  readonly facts: Facts;
  /** What follows from the facts. */
  readonly account: Account;
  /** The facts' prose, in the order in which the file has it. */
  readonly passages: readonly Passage[];
  /** The same, with what is asked of it. */
  readonly prose: Prose;
  /** References in the prose that name no figure, as reading the prose found them. */
  readonly unknown: readonly (Pick<Finding, 'at' | 'message' | 'hint'> & { readonly target?: string })[];
  /** Paths that reading refused and reported; what they lack is no second finding. */
  readonly unread: ReadonlySet<string>;
  readonly lists: WordLists;
  readonly isDraft: boolean;
  /** What the rosters say that the facts name; absent where they name none. */
  readonly sources?: SourceCount;
  /** What last time said; absent where the facts name none. */
  readonly previous?: Previous;
}

export interface ProseSubject {
  readonly prose: Prose;
  readonly passages: readonly Passage[];
  /** The passages with a character of each group of the rule's `looksFor`; all where it declares none. */
  readonly candidates: readonly Passage[];
  /** Texts of a facts file that are printed and are no prose; a finished document has none. */
  readonly plainTexts?: readonly PlainText[];
  /** The report's date; absent for a bare text that states none. */
  readonly date?: CalendarDate;
  readonly lists: WordLists;
  /** What the configuration limits the length of; nothing where it says nothing. */
  readonly limits?: LengthLimits;
}

/** The most characters, without spaces, that a report and its pieces may have. */
export interface LengthLimits {
  readonly text?: number;
  readonly title?: number;
  readonly paragraph?: number;
  readonly sentence?: number;
}

/** Several townships together. */
export interface CollectionSubject {
  readonly units: readonly CollectedUnit[];
  readonly lists: WordLists;
}

/** A report that is already written, as a file: what a reader of the page does not see, and its tables. */
export interface FinishedSubject {
  readonly document: FinishedDocument;
  readonly passages: readonly Passage[];
}

/** A Word file held against the clauses of the standard. */
export interface LayoutSubject {
  readonly sheet: readonly ClauseVerdict[];
}

/** A report as it is printed: what is on its pages, each without white space. */
export interface PrintedSubject {
  readonly pages: readonly string[];
  /** As printed, without white space; empty where there is none. */
  readonly signatory: string;
  readonly date: string;
}

export type FactsRule = RuleBase<'facts', FactsSubject>;
export interface ProseRule extends RuleBase<'prose', ProseSubject> {
  /** Groups of characters (`SIGN`) without one of which, of each, a passage holds nothing for this rule; the runner passes over such passages. */
  readonly looksFor?: readonly [sign: number, other?: number];
}
/** A collection rule's anchors name the file that they are in. */
export type CollectionRule = RuleBase<'collection', CollectionSubject>;
export type FinishedRule = RuleBase<'finished', FinishedSubject>;
export type LayoutRule = RuleBase<'layout', LayoutSubject>;
export type PrintedRule = RuleBase<'printed', PrintedSubject>;
/** Reading finds these itself; they are listed so that they can be explained, and cannot be switched off. */
export type ReadingRule = Omit<RuleBase<'reading', never>, 'check'>;
/** What is wrong with a template is found by the template check; listed for the same reason. */
export type TemplateRule = Omit<RuleBase<'template', never>, 'check'>;
export type Rule =
  | FactsRule
  | ProseRule
  | FinishedRule
  | LayoutRule
  | PrintedRule
  | CollectionRule
  | ReadingRule
  | TemplateRule;
