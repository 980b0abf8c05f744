#!/usr/bin/env node
// Stands for `report` in a case's shell: has the order carried out inside (inside.cjs, which takes orders from the folder that this file lies in).
const fs = require('node:fs');
const path = require('node:path');

const folder = path.dirname(fs.realpathSync(process.argv[1]));
const id = `${process.pid}-${process.hrtime.bigint()}`;
const file = (ending) => path.join(folder, `${id}.${ending}`);
const HANDED_OVER = /^(?:REPORT_.*|SOURCE_DATE_EPOCH|NO_COLOR|FORCE_COLOR|COLUMNS|TZ|LANG|CI|GITHUB_.*)$/;
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => HANDED_OVER.test(name)));

fs.writeFileSync(file('in'), fs.readFileSync(0));
const order = { id, cwd: process.cwd(), args: process.argv.slice(2), input: true };
order.env = { ...env, LOCALAPPDATA: path.join(process.env.HOME, '.cache'), USERPROFILE: process.env.HOME };
fs.writeFileSync(file('order.tmp'), JSON.stringify(order));
fs.renameSync(file('order.tmp'), file('order'));
const lock = new Int32Array(new SharedArrayBuffer(4));
while (!fs.existsSync(file('status'))) Atomics.wait(lock, 0, 0, 20);
fs.writeSync(1, fs.readFileSync(file('out')));
fs.writeSync(2, fs.readFileSync(file('err')));
const status = Number(fs.readFileSync(file('status'), 'utf8'));
for (const ending of ['in', 'out', 'err', 'status']) fs.unlinkSync(file(ending));
process.exitCode = Number.isNaN(status) ? 99 : status;
