import type { Markup } from './markup.ts';

/** What a helper gives back: a string is escaped when it prints, markup is not; a truth value or number is for other helpers. */
export type HelperResult = string | number | boolean | Markup;

/** The block between a helper's opening and closing tags, and its named arguments. */
export interface HelperBlock {
  readonly hash: Readonly<Record<string, unknown>>;
  /** Whether the helper was called as {{#name}}…{{/name}}. */
  readonly isBlock: boolean;
  body(): string;
  /** What follows {{else}}. */
  otherwise(): string;
}

/** One helper of the template language; its example is its test and its documentation. */
export interface Helper {
  readonly name: string;
  /** One Chinese sentence: what it is for. */
  readonly summary: string;
  readonly signature: string;
  readonly takes: HelperArguments;
  /** Printed for the facts of `example-facts.ts`, figures' tags left out. */
  readonly example: { readonly template: string; readonly prints: string };
  run(args: readonly unknown[], block: HelperBlock): HelperResult;
}

/** How a helper is called; the template check holds every call against it. */
export interface HelperArguments {
  /** Those that must be there, in order, then those that may. */
  readonly args: readonly Argument[];
  readonly optional?: readonly Argument[];
  /** Any number of further ones. */
  readonly rest?: Argument;
  /** Arguments with names. */
  readonly named?: Readonly<Record<string, Argument>>;
  /** {{name …}}, {{#name …}}…{{/name}}, (name …). */
  readonly form: readonly ('inline' | 'block' | 'value')[];
  readonly gives: 'markup' | 'condition';
}

/** What an argument may be. */
export type Argument =
  /** Anything whose presence can be asked. */
  | 'fact'
  /** A fact that prints itself. */
  | 'scalar'
  | 'figure'
  | 'date'
  | 'list'
  | 'tally'
  /** A text that the template says. */
  | 'word'
  /** A text, or a fact that prints itself. */
  | 'printable'
  /** The name of an item's figure, in the list before it. */
  | 'member'
  /** A fact to compare, and what it may be. */
  | 'choosing'
  | 'choice'
  /** 1 to 4. */
  | 'level'
  | 'number'
  | 'flag';
