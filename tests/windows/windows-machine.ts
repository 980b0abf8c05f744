import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fillFolder } from '../../scripts/offline/fill-folder.ts';
import { unpackProgram } from '../../scripts/offline/unpack-program.ts';
import type { CaseResult } from '../cli/run-case.ts';

/** Wine on this machine; undefined where there is none. `WINE` names another. */
export function findWine(): string | undefined {
  const places = [process.env.WINE ?? '', '/usr/bin/wine', '/usr/lib/wine/wine64'];
  return places.find((place) => place !== '' && existsSync(place));
}

/** The offline package for Windows, running under Wine. */
export interface WindowsMachine {
  /** The package, as Windows calls it. */
  readonly folder: string;
  /** Runs the program as a shell of this machine would. */
  readonly shim: string;
  /** Hands a line to cmd.exe. */
  cmd(line: string, cwd: string): Promise<CaseResult>;
  /** Runs the program with arguments as they are. */
  run(args: readonly string[], cwd: string): Promise<CaseResult>;
  stop(): Promise<void>;
}

/** Makes the package and a Wine of its own that says it is Windows 10: Node refuses to run on what Wine 8 is by itself. */
export function startWindows(wine: string): WindowsMachine {
  const scratch = mkdtempSync(join(tmpdir(), 'report-windows-'));
  const [folder, orders] = [join(scratch, 'report'), join(scratch, 'orders')];
  mkdirSync(orders);
  fillFolder(folder, { platform: 'win-x64', program: unpackProgram(scratch), scratch });
  const env = { ...process.env, WINEPREFIX: join(scratch, 'wine'), WINEDEBUG: '-all', DISPLAY: '' };
  const options = { env, stdio: 'ignore' } as const;
  execFileSync(wine, ['wineboot', '-i'], options);
  execFileSync(wine, ['reg', 'add', 'HKCU\\Software\\Wine', '/v', 'Version', '/d', 'win10', '/f'], options);
  for (const name of ['inside.cjs', 'report.cjs'])
    cpSync(join(import.meta.dirname, name), join(orders, name));
  const shim = join(orders, 'report.cjs');
  chmodSync(shim, 0o755);
  const program = windowsPath(join(folder, 'program', 'bin', 'report.js'));
  const server = spawn(
    wine,
    [join(folder, 'node', 'node.exe'), windowsPath(join(orders, 'inside.cjs')), windowsPath(orders), program],
    options,
  );
  const order = orderer(orders, server);
  return {
    folder: windowsPath(folder),
    shim,
    cmd: (line, cwd) => order({ line, cwd }),
    run: (args, cwd) => order({ args, cwd }),
    async stop() {
      writeFileSync(join(orders, 'stop'), '');
      while (server.exitCode === null) await setTimeout(50);
      execFileSync(join(dirname(wine), 'wineserver'), ['-w'], { ...options, timeout: 60_000 });
      rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Wine shows the whole file system as a drive. */
export function windowsPath(path: string): string {
  return `Z:${path.replaceAll('/', '\\')}`;
}

let count = 0;

function orderer(orders: string, server: ChildProcess) {
  return async (what: { line?: string; args?: readonly string[]; cwd: string }): Promise<CaseResult> => {
    count += 1;
    const id = `order-${count}`;
    const file = (ending: string) => join(orders, `${id}.${ending}`);
    writeFileSync(file('order.tmp'), JSON.stringify({ id, input: false, env: { TZ: 'UTC' }, ...what }));
    renameSync(file('order.tmp'), file('order'));
    while (!existsSync(file('status'))) {
      if (server.exitCode !== null) throw new Error('Node inside Wine has ended');
      await setTimeout(20);
    }
    const text = (ending: string) => readFileSync(file(ending), 'utf8');
    return { stdout: text('out'), stderr: text('err'), status: Number(text('status')) };
  };
}
