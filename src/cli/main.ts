import { CommanderError } from 'commander';
import { createProgram } from './program.ts';
import { EXIT } from './terminal/exit-code.ts';
import { exitOnSignals } from './terminal/signals.ts';
import { watchStreams } from './terminal/streams.ts';

/** Runs the program on its arguments; the promise holds the exit status and is never rejected. */
export async function main(argv: readonly string[]): Promise<number> {
  watchStreams();
  exitOnSignals();
  process.on('uncaughtException', async (error) => process.exit(await failureOf(error)));
  let status: number = EXIT.done;
  const program = createProgram(argv, (code) => {
    status = Math.max(status, code);
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    status = Math.max(status, await failureOf(error));
  }
  return status;
}

/** Help and version end as errors that are none; what explains the real ones is loaded for them. */
async function failureOf(error: unknown): Promise<number> {
  if (error instanceof CommanderError && error.exitCode === 0) return EXIT.done;
  const { explainFailure } = await import('./terminal/explain-failure.ts');
  return explainFailure(error);
}
