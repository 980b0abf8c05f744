#!/usr/bin/env node
const { startProgram } = require('../dist/start.cjs');

const argv = process.argv.slice(2);
const { program, keepCode } = startProgram(argv);
program.main(argv).then((status) => {
  process.exitCode = status;
  if (status === 0) keepCode();
});
