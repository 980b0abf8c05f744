#!/usr/bin/env node
const { loadProgram } = require('../dist/start.cjs');

loadProgram()
  .main(process.argv.slice(2))
  .then((status) => {
    process.exitCode = status;
  });
