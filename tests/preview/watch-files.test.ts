import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FileWatcher } from '../../src/preview/watch-files.ts';
import { temporaryFolder } from '../temporary-folder.ts';

it('misses no file that comes as soon as it watches', async () => {
  const above = temporaryFolder();
  const folders = Array.from({ length: 20 }, () => mkdtempSync(join(above, 'unit-')));
  for (const folder of folders) {
    const facts = join(folder, 'a.yaml');
    const settings = join(folder, 'report.config.yaml');
    writeFileSync(facts, '');
    const seen: string[] = [];
    const watcher = new FileWatcher((paths) => seen.push(...paths));
    await watcher.watch({ files: [facts, settings, join(above, 'report.config.yaml')], folders: [] });
    writeFileSync(settings, '模板: self-review\n');
    await expect.poll(() => seen).toContain(settings);
    await watcher.close();
  }
});
