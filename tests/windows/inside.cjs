// Runs inside the Windows build of Node: takes orders out of a folder and answers them there. Whatever a command prints goes to files that are opened
// here, because what Linux hands over as a stream ends in EBADF. An order is {id, cwd, env, input, args} or, for cmd.exe, {…, line}.
const fs = require('node:fs');
const path = require('node:path');
const { spawn } = require('node:child_process');

const [folder, program] = process.argv.slice(2);
const AT_ONCE = 2;
let running = 0;

setInterval(() => {
  if (fs.existsSync(path.join(folder, 'stop'))) process.exit();
  if (running >= AT_ONCE) return;
  const name = fs.readdirSync(folder).find((each) => each.endsWith('.order'));
  if (name === undefined) return;
  const order = JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'));
  fs.unlinkSync(path.join(folder, name));
  carryOut(order);
}, 20);

function carryOut({ id, cwd, env, input, args, line }) {
  running += 1;
  const file = (ending) => path.join(folder, `${id}.${ending}`);
  const stdio = [
    input ? fs.openSync(file('in'), 'r') : 'ignore',
    fs.openSync(file('out'), 'w'),
    fs.openSync(file('err'), 'w'),
  ];
  const options = { cwd, env: { ...process.env, ...env }, stdio };
  const child =
    line === undefined
      ? spawn(process.execPath, [program, ...args], options)
      : spawn('cmd.exe', ['/d', '/s', '/c', `"${line}"`], { ...options, windowsVerbatimArguments: true });
  let isOver = false;
  const end = (status) => {
    if (isOver) return;
    isOver = true;
    for (const each of stdio) if (typeof each === 'number') fs.closeSync(each);
    fs.writeFileSync(file('status.tmp'), String(status));
    fs.renameSync(file('status.tmp'), file('status'));
    running -= 1;
  };
  child.on('error', (error) => end(`not started: ${error.message}`));
  child.on('close', (code, signal) => end(code ?? signal));
}
