import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { errorCode, ioError } from '../disk/io-error.ts';

/** One process of LibreOffice that makes a PDF of each of some files. */
export interface OfficeRun {
  readonly program: string;
  /** A folder of its own for its settings: one that runs for somebody else is not asked, nor disturbed. */
  readonly profile: string;
  /** Paths. */
  readonly files: readonly string[];
  /** Where `<name>.pdf` of each goes. */
  readonly outputs: string;
  /** Milliseconds without a new file after which it counts as stuck. */
  readonly patience: number;
}

/**
 * Runs LibreOffice to its end; false where it had to be stopped. Its exit status says nothing (7.4.7 answers 0 whatever happened): what was made
 * is to be looked at. UserError where it cannot be started.
 */
export async function runOffice({ program, profile, files, outputs, patience }: OfficeRun): Promise<boolean> {
  const child = spawn(
    program,
    [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      ...['--headless', '--invisible', '--norestore', '--nologo', '--nofirststartwizard'],
      ...['--convert-to', 'pdf', '--outdir', outputs, ...files],
    ],
    // A group of its own, so that what it starts can be ended with it.
    { stdio: 'ignore', detached: process.platform !== 'win32', windowsHide: true },
  );
  const end = () => endWithChildren(child);
  process.once('exit', end);
  const watch = watchFolder(outputs, patience, end);
  try {
    await new Promise<void>((settle, refuse) => {
      child.once('error', (error) => refuse(ioError('运行', program, error)));
      child.once('exit', () => settle());
    });
    return !watch.isStuck();
  } finally {
    watch.stop();
    process.off('exit', end);
  }
}

/** Ends what makes no new file for too long. */
function watchFolder(folder: string, patience: number, end: () => void) {
  let files = -1;
  let idle = 0;
  let isStuck = false;
  const timer = setInterval(() => {
    const now = readdirSync(folder).length;
    idle = now === files ? idle + LOOK : 0;
    files = now;
    if (idle < patience || isStuck) return;
    isStuck = true;
    end();
  }, LOOK);
  return { isStuck: () => isStuck, stop: () => clearInterval(timer) };
}

/** Milliseconds between two looks. */
const LOOK = 500;

function endWithChildren({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    if (process.platform === 'win32')
      spawn('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' });
    else process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // It has ended by itself.
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}
