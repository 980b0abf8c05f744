/**
 * How much one run makes and tells at most. Whoever reaches a limit learns of it by a diagnostic that names it; what people write stays
 * far below. The limits on Office files are `ooxml/budget.ts`'s.
 */
export const LIMITS = {
  /** Findings of one rule in one file that other programs get; one more counts the rest. */
  findings: 1_000,
  /** Other places that one finding speaks of. */
  related: 40,
  /** Of these, those that people are shown. */
  relatedShown: 5,
  /** Characters of markup that a template prints. */
  markup: 4_000_000,
  /** Elements in them: paragraphs, cells, figures. */
  elements: 200_000,
  /** Rows of one unit in a ledger: a measure has one with every problem that it answers. */
  ledgerRows: 5_000,
  /** Blocks and partials that a template prints, each as often as it is printed. */
  steps: 1_000_000,
  /** The same where a template is only tried, with few facts but hundreds of times. */
  trialSteps: 20_000,
  /** Blocks and partials within one another. */
  depth: 100,
  /** Statements of a template with all its partials, each as often as it is called. */
  statements: 20_000,
} as const;

/** Thrown in the middle of work that has reached a limit, which the message names; who began the work makes a diagnostic of it. */
export class LimitReached extends Error {}
