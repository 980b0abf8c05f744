import { mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileIdentity } from '../../src/disk/file-identity.ts';
import { temporaryFolder } from '../temporary-folder.ts';

describe('the identity of a file', () => {
  it('is the same as long as nobody changes it', () => {
    const identity = fileIdentity('package.json');
    expect(identity).toBeDefined();
    expect(fileIdentity('package.json')).toBe(identity);
    expect(fileIdentity('tsconfig.json')).not.toBe(identity);
  });

  it('is none for what was changed just now, whatever its times say, for a link, a folder, or nothing', () => {
    const folder = temporaryFolder();
    const file = join(folder, 'a.yaml');
    writeFileSync(file, '版本: 1\n');
    utimesSync(file, 0, 0);
    symlinkSync(join(process.cwd(), 'package.json'), join(folder, 'link.yaml'));
    mkdirSync(join(folder, 'b.yaml'));
    for (const name of ['a.yaml', 'link.yaml', 'b.yaml', 'c.yaml'])
      expect(fileIdentity(join(folder, name))).toBeUndefined();
  });
});
