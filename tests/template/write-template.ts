import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../temporary-folder.ts';

/** Writes a template of one's own into a new folder, and gives that folder back. */
export function writeTemplate(id: string, report: string, info = 'name: 自己的模板\ntitle: 报告'): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, id));
  writeFileSync(join(folder, id, 'template.yaml'), info);
  writeFileSync(join(folder, id, 'report.hbs'), report);
  return folder;
}
