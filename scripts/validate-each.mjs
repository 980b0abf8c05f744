// Started by check-ooxml.ts, under an npx that puts ooxml-validator on the path. Exit: 1 if a file is invalid, 2 if the
// validator itself does not run.
import { spawnSync } from 'node:child_process';

const files = process.argv.slice(2);
let invalid = 0;
for (const file of files) {
  const { status, stdout, stderr } = spawnSync('ooxml-validator', [file], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0 && status !== 1) {
    console.error(`验证器无法运行：${stderr}`);
    process.exit(2);
  }
  if (status === 1) {
    invalid += 1;
    console.error(stdout);
  }
}
console.log(`${files.length} 份 .docx，${invalid} 份不合规范`);
process.exitCode = invalid > 0 ? 1 : 0;
