import { statSync } from 'node:fs';
import { cachedDataVersionTag } from 'node:v8';
import { crc32 } from 'node:zlib';

/**
 * Everything that code compiled by V8 is bound to, as one text: the exact release and build of Node, machine, flags, and the script. V8's
 * own check compares less: it takes code of another Node 20 for its own and then runs wrong instructions.
 */
export function describeRuntime(script: Uint8Array, { execPath, execArgv, env }: Process = process): string {
  const { version, versions, arch, platform } = process;
  const binary = statSync(execPath);
  return JSON.stringify([
    version,
    versions.v8,
    cachedDataVersionTag(),
    arch,
    platform,
    [binary.size, binary.mtimeMs],
    execArgv,
    env.NODE_OPTIONS ?? '',
    // Code that counts its blocks is other code.
    env.NODE_V8_COVERAGE !== undefined,
    [script.length, crc32(script)],
  ]);
}

type Process = Pick<NodeJS.Process, 'execPath' | 'execArgv' | 'env'>;
