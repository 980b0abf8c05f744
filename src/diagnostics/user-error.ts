/**
 * Wrong usage, configuration or input and output: something outside the facts stops the work. Caught once, in
 * `cli/main.ts`, which prints the message without a stack and exits with 2.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly hint: string;

  constructor(message: string, hint = '', options?: ErrorOptions) {
    super(message, options);
    this.hint = hint;
  }
}
