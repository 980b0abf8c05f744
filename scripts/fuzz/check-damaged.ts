import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { collectInputs } from '../../src/cli/commands/check/check-inputs.ts';
import { checkOne } from '../../src/cli/commands/check/check-one.ts';
import { findConfiguration } from '../../src/config/find-configuration.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { formatJson } from '../../src/diagnostics/format-json.ts';
import { readMarkup } from '../../src/document/read-markup.ts';
import { BUILT_IN_TEMPLATES } from '../../src/template/precompiled.ts';
import { checkTemplate } from '../../src/template-check/check-template.ts';
import type { Sample } from './samples.ts';

/**
 * What `report check --format json` says of a file, or `report templates check` of a template, in this process. Throws where the program
 * would end as its own bug.
 */
export async function checkDamaged({ name, bytes }: Sample, folder: string): Promise<string> {
  const diagnostics = name.endsWith('.hbs') ? await template(bytes, folder) : await file(name, bytes, folder);
  const listing = formatJson({ diagnostics, files: 1, textOf: () => undefined });
  const read = JSON.parse(listing);
  if (read.diagnostics.some(isUnplaced)) throw new Error('a finding has no place');
  return listing;
}

function isUnplaced({ start, message }: Diagnostic): boolean {
  return !(start.line >= 1 && start.column >= 1) || message === '';
}

async function file(name: string, bytes: Uint8Array, folder: string): Promise<readonly Diagnostic[]> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const { inputs, failures } = await collectInputs([path], 'facts or reports');
  if (failures.length > 0 || inputs.length !== 1) throw new Error('a file was not found');
  const [input] = inputs;
  if (input === undefined) return [];
  return (await checkOne(input, await findConfiguration(folder), { isDraft: false, hasLayout: true }))
    .diagnostics;
}

async function template(bytes: Uint8Array, folder: string): Promise<readonly Diagnostic[]> {
  const body = join(folder, 'templates', 'x', 'report.hbs');
  mkdirSync(dirname(body), { recursive: true });
  writeFileSync(join(dirname(body), 'template.yaml'), 'name: 试\ntitle: 试\n');
  writeFileSync(body, bytes);
  const folders = [join(folder, 'templates'), BUILT_IN_TEMPLATES];
  const problemsIn = (markup: string) => readMarkup(markup, { isDraft: true }).problems;
  return checkTemplate({ id: 'x', kind: 'report', folders }, problemsIn);
}
