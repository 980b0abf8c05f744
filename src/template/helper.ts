import type { Markup } from './markup.ts';

/** What a helper gives back: a string is escaped when it prints, markup is not; a truth value or number is for other helpers. */
export type Printed = string | number | boolean | Markup;

/** The block between a helper's opening and closing tags, and its named arguments. */
export interface Block {
  readonly hash: Readonly<Record<string, unknown>>;
  /** Whether the helper was called as {{#name}}…{{/name}}. */
  readonly isBlock: boolean;
  body(): string;
  /** What stands behind {{else}}. */
  otherwise(): string;
}

/** One helper of the template language; its example is its test and its documentation. */
export interface Helper {
  readonly name: string;
  /** One Chinese sentence: what it is for. */
  readonly summary: string;
  readonly signature: string;
  /** Printed for the facts of `example-facts.ts`, figures' tags left out. */
  readonly example: { readonly template: string; readonly prints: string };
  run(args: readonly unknown[], block: Block): Printed;
}
