import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCode, keepCode } from '../../src/code-cache/code-cache.ts';
import { describeRuntime } from '../../src/code-cache/runtime.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const CODE = Buffer.from('what V8 compiled');
const SCRIPT = Buffer.from('(function () {})');

describe('the cache of compiled code', () => {
  it('gives back what was kept, and how many runs it knows', () => {
    const place = placeIn(temporaryFolder());
    expect(findCode(place)).toBeUndefined();
    keepCode(place, 1, () => CODE);
    expect(findCode(place)).toMatchObject({ runs: 1, code: CODE });
    keepCode(place, 2, () => CODE);
    expect(findCode(place)).toMatchObject({ runs: 2, code: CODE });
  });

  it('is bound to the flags, the binary and the script', () => {
    const folder = temporaryFolder();
    const other = join(folder, 'node');
    writeFileSync(other, 'another build');
    const { execPath, execArgv, env } = process;
    const here = { execPath, execArgv, env };
    const described = [
      describeRuntime(SCRIPT, here),
      describeRuntime(Buffer.from('(function () {;})'), here),
      describeRuntime(Buffer.from('(function () {,})'), here),
      describeRuntime(SCRIPT, { ...here, execPath: other }),
      describeRuntime(SCRIPT, { ...here, execArgv: ['--no-opt'] }),
      describeRuntime(SCRIPT, { ...here, env: { ...env, NODE_OPTIONS: '--stack-size=900' } }),
      describeRuntime(SCRIPT, { ...here, env: { ...env, NODE_V8_COVERAGE: folder } }),
    ];
    expect(new Set(described).size).toBe(described.length);
    const [first = ''] = described;
    for (const said of [process.version, process.versions.v8, process.arch, process.platform]) {
      expect(first).toContain(JSON.stringify(said));
    }
  });

  it('keeps one a runtime and a command, none of which another takes for its own', () => {
    const folder = temporaryFolder();
    const places = ['a', 'b'].flatMap((runtime) =>
      ['build', 'check'].map((command) => ({ folders: [folder], part: 'program', command, runtime })),
    );
    for (const [index, place] of places.entries()) keepCode(place, 1, () => Buffer.from([index]));
    expect(places.map((place) => findCode(place)?.code[0])).toEqual([0, 1, 2, 3]);
    // Even under the name of another.
    const [a = '', b = ''] = readdirSync(folder)
      .filter((name) => name.includes('build'))
      .map((name) => join(folder, name));
    writeFileSync(a, readFileSync(b));
    expect(
      places
        .slice(0, 3)
        .filter((place) => place.command === 'build')
        .map((place) => findCode(place) !== undefined)
        .sort(),
    ).toEqual([false, true]);
  });

  it('takes nothing that is damaged, wherever the damage is', () => {
    const folder = temporaryFolder();
    const place = placeIn(folder);
    keepCode(place, 1, () => CODE);
    const path = onlyFile(folder);
    const whole = readFileSync(path);
    const damage = fc.oneof(
      fc.nat(whole.length - 1).map((length) => whole.subarray(0, length)),
      fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 })).map(([at, change]) => {
        const copy = Buffer.from(whole);
        copy[at] = (copy[at] ?? 0) ^ change;
        return copy;
      }),
      fc.uint8Array({ maxLength: 64 }).map((bytes) => Buffer.from(bytes)),
    );
    fc.assert(
      fc.property(damage, (bytes) => {
        writeFileSync(path, bytes);
        expect(findCode(place)).toBeUndefined();
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it.skipIf(process.platform === 'win32')('takes nothing that somebody else could have written', () => {
    const folder = temporaryFolder();
    const place = placeIn(folder);
    keepCode(place, 1, () => CODE);
    const path = onlyFile(folder);
    expect(statSync(path).mode & 0o022).toBe(0);
    for (const mode of [0o646, 0o664, 0o666]) {
      chmodSync(path, mode);
      expect(findCode(place)).toBeUndefined();
    }
    chmodSync(path, 0o644);
    expect(findCode(place)).toBeDefined();
    const linked = { ...place, folders: [join(folder, 'linked')] };
    mkdirSync(join(folder, 'linked'));
    symlinkSync(path, join(folder, 'linked', path.slice(folder.length)));
    expect(findCode(linked)).toBeUndefined();
    if (process.getuid?.() !== 0) return;
    chownSync(path, 12_345, 12_345);
    expect(findCode(place)).toBeUndefined();
  });

  it('goes to the next folder where the first cannot be written, and is done without where none can', () => {
    const folder = temporaryFolder();
    const file = join(folder, 'no-folder');
    writeFileSync(file, '');
    const second = join(folder, 'deep', 'cache');
    const place = { ...placeIn(file), folders: [file, second] };
    keepCode(place, 1, () => CODE);
    expect(findCode(place)?.code).toEqual(CODE);
    expect(readdirSync(second)).toHaveLength(1);
    keepCode(placeIn(file), 1, () => {
      throw new Error('asked for code that nobody can keep');
    });
    expect(findCode(placeIn(file))).toBeUndefined();
  });

  it('leaves nothing half written behind, and the old one as it was, where compiling fails', () => {
    const folder = temporaryFolder();
    const place = placeIn(folder);
    keepCode(place, 1, () => CODE);
    keepCode(place, 2, () => {
      throw new Error('no more memory');
    });
    expect(readdirSync(folder)).toHaveLength(1);
    expect(findCode(place)).toMatchObject({ runs: 1 });
  });

  it('does not pile up: the oldest of a command go, those of other commands stay', () => {
    const folder = temporaryFolder();
    keepCode({ folders: [folder], part: 'program', command: 'check', runtime: 'old' }, 1, () => CODE);
    for (let release = 0; release < 12; release += 1) {
      keepCode(
        { folders: [folder], part: 'program', command: 'build', runtime: `${release}` },
        1,
        () => CODE,
      );
      for (const name of readdirSync(folder).filter((name) => name.includes('build'))) {
        const { mtimeMs } = statSync(join(folder, name));
        utimesSync(join(folder, name), mtimeMs / 1000 - 10, mtimeMs / 1000 - 10);
      }
    }
    const kept = Array.from(
      { length: 12 },
      (_, release) =>
        findCode({ folders: [folder], part: 'program', command: 'build', runtime: `${release}` }) !==
        undefined,
    );
    expect(kept).toEqual(Array.from({ length: 12 }, (_, release) => release >= 4));
    expect(findCode({ folders: [folder], part: 'program', command: 'check', runtime: 'old' })).toBeDefined();
  });
});

function placeIn(folder: string) {
  return { folders: [folder], part: 'program', command: 'build', runtime: describeRuntime(SCRIPT) };
}

function onlyFile(folder: string): string {
  const [name = ''] = readdirSync(folder);
  return join(folder, name);
}
