#!/usr/bin/env node
// These lines any Node can read, so that an old one is told of in words.
const LEAST = [20, 19];
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < LEAST[0] || (major === LEAST[0] && minor < LEAST[1])) {
  console.error(`错误：要 Node ${LEAST.join('.')} 以上，这台电脑上的是 ${process.versions.node}（${process.execPath}）。
  请升级 Node；不能升级、不能安装的，用带着 Node 的离线包：在能联网的电脑上运行 npm run pack:offline，把 offline 里的包拷过来解开。`);
  process.exit(2);
}

const { startProgram } = require('../dist/start.cjs');

const argv = process.argv.slice(2);
const { program, keepCode } = startProgram(argv);
program.main(argv).then((status) => {
  process.exitCode = status;
  if (status === 0) keepCode();
});
