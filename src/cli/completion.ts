import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../package-root.ts';
import { EXIT } from './terminal/exit-code.ts';
import { printResult } from './terminal/streams.ts';

/**
 * What each shell loads. At every Tab it asks the program itself (`report __complete`), so that it knows the commands of the version that is
 * installed and the templates of the folder in which it stands. Names of files are left to the shell.
 */
const SCRIPTS = {
  bash: 'report.bash',
  zsh: 'report.zsh',
  fish: 'report.fish',
  powershell: 'report.ps1',
} as const;

/** Prints what a shell loads to complete our command lines. */
export function completion(shell: keyof typeof SCRIPTS): number {
  printResult(readFileSync(join(PACKAGE_ROOT, 'completions', SCRIPTS[shell]), 'utf8'));
  return EXIT.done;
}
