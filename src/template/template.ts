import type { LayoutVariations } from '../format/layout.ts';
import type { GapLog } from './gap.ts';
import type { Unmarked } from './mark-places.ts';
import type { View } from './view.ts';

/** What template.yaml says of a report's template, or table.yaml of an attached table's. */
export interface TemplateInfo {
  readonly id: string;
  /** 选人用人自查报告, 整改台账 */
  readonly name: string;
  /** Other names that a table may be called by: 编制表. */
  readonly aliases: readonly string[];
  /** What it is for, in one sentence. */
  readonly about: string;
  /** Who reports to whom. */
  readonly audience: string;
  /** The title's pattern, a template of its own; the facts' own title comes first. */
  readonly title: string;
  /** The addressee that `init` proposes; never printed by itself. */
  readonly recipient?: string;
  /** Paths of the facts that it cannot do without. */
  readonly needs: readonly string[];
  /** Paths of which at least one must be there, or it is no such report; empty where it asks for none. */
  readonly anyOf: readonly string[];
  /** How many months its period may cover; a longer one is warned of. */
  readonly longestMonths?: number;
  /** The wording of its headings, by the names under which it prints them. */
  readonly headings: Readonly<Record<string, string>>;
  /** How its reports differ from the standard's layout. */
  readonly layout?: LayoutVariations;
  /** 底稿: the .docx in its folder that reports are set into. */
  readonly stationery?: string;
  /** Its folder, and in it template.yaml or table.yaml, and the template itself. */
  readonly folder: string;
  readonly file: string;
  readonly body: string;
}

/** A template, ready to print views. */
export interface Template {
  readonly info: TemplateInfo;
  /** Whether it names facts in Chinese, so that its views carry those names too. */
  readonly isBilingual: boolean;
  print(view: View): string;
  /** Prints again so that each piece of the markup can be led back to its place; slow too. */
  mark(view: View): Promise<Unmarked | undefined>;
  /** Prints again and notes in the log where each gap stands: `file:line:column`; slow, for the path of errors. */
  trace(view: View, log: GapLog): Promise<string>;
}
