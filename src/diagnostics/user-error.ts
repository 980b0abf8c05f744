/**
 * Wrong usage, configuration or input and output: something outside the facts stops the work. Caught once, in
 * `cli/main.ts`, which prints the message without a stack and exits with 2.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly hint: string;
  /** What is on a line of its own each, after the first. */
  readonly details: readonly string[];
  readonly headline: string;

  constructor(
    headline: string,
    hint = '',
    { details = [], ...options }: ErrorOptions & { readonly details?: readonly string[] } = {},
  ) {
    super([headline, ...details].join('\n  '), options);
    this.headline = headline;
    this.details = details;
    this.hint = hint;
  }
}
