import { chmodSync, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NODE_RELEASE, type Platform } from './platforms.ts';
import { unpack } from './unpack.ts';
import type { UnpackedProgram } from './unpack-program.ts';

interface Filling {
  readonly platform: Platform;
  readonly program: UnpackedProgram;
  readonly scratch: string;
}

/** `program/`, `node/` with its licence, what starts the program, and a word on how. V8's cache is made by the first starts there. */
export function fillFolder(folder: string, { platform, program, scratch }: Filling): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'node'), { recursive: true });
  cpSync(program.folder, join(folder, 'program'), { recursive: true });
  const file = platform.startsWith('win') ? 'node.exe' : 'node';
  const binary = join(folder, 'node', file);
  cpSync(join(nodeFor(platform, scratch), 'bin', file), binary);
  chmodSync(binary, 0o755);
  // The package for Windows holds no licence; it is the same one.
  cpSync(join(nodeFor('linux-x64', scratch), 'LICENSE'), join(folder, 'node', 'LICENSE'));
  for (const [name, content] of Object.entries(platform.startsWith('win') ? WINDOWS : LINUX)) {
    writeFileSync(join(folder, name), content);
    chmodSync(join(folder, name), 0o755);
  }
}

function nodeFor(platform: Platform, scratch: string): string {
  const folder = join(scratch, platform);
  if (existsSync(join(folder, 'package'))) return join(folder, 'package');
  return unpack(`node-${platform}@${NODE_RELEASE}`, folder);
}

/** Without any program from the PATH, unless it was started through a link. */
const START = `#!/bin/sh
case "$0" in */*) here=\${0%/*} ;; *) here=. ;; esac
if [ -h "$0" ]; then here=$(readlink -f "$0"); here=\${here%/*}; fi
if [ ! -x "$here/node/node" ]; then
  echo "错误：这个文件夹里的 node/node 不见了，或者不能运行（$here/node/node）。" >&2
  echo "  请把离线包整个重新解开，不要只拷 report 这一个文件。" >&2
  exit 2
fi
exec "$here/node/node" "$here/program/bin/report.js" "$@"
`;

/** Its words are told in UTF-8, which a Chinese Windows takes only after `chcp`. */
const START_WINDOWS = `@echo off
if exist "%~dp0node\\node.exe" goto start
echo node\\node.exe is missing in %~dp0 1>&2
chcp 65001 >nul
echo 错误：这个文件夹里的 node\\node.exe 不见了（%~dp0）。请把离线包整个重新解开，不要只拷 report.cmd。 1>&2
exit /b 2
:start
"%~dp0node\\node.exe" "%~dp0program\\bin\\report.js" %*
`.replaceAll('\n', '\r\n');

const LINUX = {
  report: START,
  '使用说明.txt': `解开以后不用安装，也不用联网。在这个文件夹里打开终端，输入：

  ./report build 我镇.yaml

要在别处也能用，把它链接到一个在 PATH 里的文件夹，例如：

  ln -s "$PWD/report" ~/.local/bin/report
`,
};

const WINDOWS = {
  'report.cmd': START_WINDOWS,
  '使用说明.txt': `解开以后不用安装，也不用联网。在这个文件夹里打开“命令提示符”，输入：

  report build 我镇.yaml

要在别处也能用，把这个文件夹加进 PATH。
`.replaceAll('\n', '\r\n'),
};
