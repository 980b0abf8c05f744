import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { runCase } from '../cli/run-case.ts';
import { findWine, startWindows, type WindowsMachine, windowsPath } from './windows-machine.ts';

const CASES = fileURLToPath(new URL('../cli/cases', import.meta.url));
const SAMPLE = fileURLToPath(new URL('../../data-samples/yunxi-town.yaml', import.meta.url));
const wine = findWine();
if (wine === undefined)
  console.log('没有试：这台机器没有 Wine（apt-get install -y --no-install-recommends wine wine64）');

const UNTRIED: Readonly<Record<string, string>> = {
  'build-refused-outputs': 'Wine shows a symbolic link as what it leads to',
  'check-folder': 'Wine shows a symbolic link as what it leads to',
  'check-quiet': 'Wine shows a symbolic link as what it leads to',
  'full-disk': 'what a command prints goes through a file',
  'hostile-names': 'Windows has no such names',
  'init-from-refused': 'Wine shows a symbolic link as what it leads to',
  interrupted: 'a signal ends what stands for the program, not the program',
  'old-node': 'the package has its own Node',
  'outside-template-files': 'Windows has no pipes among files',
  'rollup-again': 'looks into the cache folder of Linux',
  'to-pdf': 'its LibreOffice is a script for sh',
  'unportable-names': 'a: is a drive, which is not there: refused in other words',
};
if (wine !== undefined)
  for (const [name, why] of Object.entries(UNTRIED)) console.log(`not tried: ${name}, ${why}`);
console.log('not tried: PowerShell, of which Wine has none');

let windows: WindowsMachine;

beforeAll(() => {
  if (wine !== undefined) windows = startWindows(wine);
});

afterAll(() => windows?.stop());

describe.skipIf(wine === undefined)('the Windows package', () => {
  it('is started by cmd.exe, with its ways of writing a path', async ({ expect }) => {
    const place = mkdtempSync(join(tmpdir(), 'report-cmd-'));
    cpSync(SAMPLE, join(place, '云溪镇.yaml'));
    mkdirSync(join(place, '乡 镇'));
    writeFileSync(join(place, '乡 镇', 'a b.yaml'), readFileSync(SAMPLE, 'utf8').replaceAll('\n', '\r\n'));
    const here = windowsPath(place);
    const program = `${windows.folder}\\report.cmd`;
    const statusOf = async (words: string) => (await windows.cmd(`${program} ${words}`, place)).status;
    for (const words of [
      'build .\\云溪镇.yaml -o 出\\甲.docx',
      `build ${here}\\云溪镇.yaml -o Z:${place}/乙.docx`,
      `build \\\\?\\${here}\\云溪镇.yaml -o \\\\?\\${here}\\丙.docx`,
      'build Z:云溪镇.yaml -o Z:丁.docx',
      'check "乡 镇\\a b.yaml"',
      'check 乡*\\*.yaml',
    ])
      expect(await statusOf(words), words).toBe(0);
    for (const name of [
      'nul',
      'NUL.docx',
      'aux.docx',
      'con\\a.docx',
      '\\\\.\\nul',
      '甲.docx:流',
      '末尾.',
      '"末尾. "',
    ])
      expect(await statusOf(`build 云溪镇.yaml -o ${name}`), name).toBe(2);
    expect(await statusOf('build 云溪镇.yaml -o 云溪镇.YAML')).toBe(2);
    expect(await statusOf('init con.yaml')).toBe(2);
    expect(readdirSync(place).sort()).toEqual(
      ['丁.docx', '丙.docx', '乙.docx', '乡 镇', '云溪镇.yaml', '出'].sort(),
    );
    rmSync(place, { recursive: true });
  });

  describe.concurrent('the command line', () => {
    it.for(
      readdirSync(CASES)
        .filter((name) => UNTRIED[name] === undefined)
        .sort(),
    )('%s', async (name, { expect }) => {
      const folder = join(CASES, name);
      const kept = (file: string) => comparable(readFileSync(join(folder, file), 'utf8'));
      const { stdout, stderr, status } = await runCase(folder, windows.shim);
      expect(comparable(stdout)).toBe(kept('stdout.txt'));
      expect(comparable(stderr)).toBe(kept('stderr.txt'));
      expect(`${status}\n`).toBe(kept('status.txt'));
    });
  });
});

/** Paths are told as the system writes them, in JSON with twice as many backslashes. */
function comparable(text: string): string {
  return text.replace(/\\+/g, '/').replace(/\bZ:(?=\/)/g, '');
}
