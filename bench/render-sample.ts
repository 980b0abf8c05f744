import { readFileSync } from 'node:fs';
import type { Document } from '../src/document/tree.ts';
import { DEFAULT_SETTINGS } from '../src/judge/default-settings.ts';
import { renderReport } from '../src/use/build.ts';

const SETTINGS = { ...DEFAULT_SETTINGS, isDraft: true };

/** The document of a facts file, with the default template. */
export async function renderSample(file: string): Promise<Document> {
  const source = { file, bytes: readFileSync(file) };
  const { value, diagnostics } = await renderReport(source, {
    isDraft: true,
    settings: SETTINGS,
    templateFolders: [],
  });
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return value.document;
}
