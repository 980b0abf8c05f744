import { EXIT } from './exit-code.ts';
import { explainFailure } from './explain-failure.ts';
import { createProgram } from './program.ts';
import { exitOnSignals } from './signals.ts';
import { tolerateClosedPipes } from './streams.ts';

/** Runs the program on its arguments; the promise holds the exit status and is never rejected. */
export async function main(argv: readonly string[]): Promise<number> {
  tolerateClosedPipes();
  exitOnSignals();
  let status: number = EXIT.done;
  const program = createProgram((code) => {
    status = Math.max(status, code);
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    status = Math.max(status, explainFailure(error));
  }
  return status;
}
