/** The program's exit statuses. A graver one is a greater number, so the gravest that happened is the maximum. */
export const EXIT = {
  done: 0,
  /** The facts, a document or a template have errors. */
  findings: 1,
  /** Usage, configuration, input and output. */
  usage: 2,
  /** Our own bug. */
  bug: 70,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
