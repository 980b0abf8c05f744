import type { GapLog } from './gap.ts';
import type { View } from './view.ts';

/** What template.yaml says. */
export interface TemplateInfo {
  readonly id: string;
  /** 选人用人自查报告 */
  readonly name: string;
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
  /** Its folder, and template.yaml in it. */
  readonly folder: string;
  readonly file: string;
}

/** A template, ready to print views. */
export interface Template {
  readonly info: TemplateInfo;
  /** Whether it names facts in Chinese, so that its views carry those names too. */
  readonly isBilingual: boolean;
  print(view: View): string;
  /** Prints again and notes in the log where each gap stands: `file:line:column`; slow, for the path of errors. */
  trace(view: View, log: GapLog): Promise<string>;
}
