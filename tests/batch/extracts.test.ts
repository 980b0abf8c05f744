import { describe, expect, it } from 'vitest';
import { Extracts } from '../../src/batch/extracts.ts';
import { extractStamp, rulesDigest, type StoredExtract } from '../../src/batch/records/extract-key.ts';
import { entryLine } from '../../src/batch/records/log-line.ts';
import { RecordLog } from '../../src/batch/records/record-log.ts';
import type { BatchWork, Recipe } from '../../src/batch/work/work.ts';
import { fileIdentity } from '../../src/disk/file-identity.ts';

/** Written long before any test. */
const FILE = 'data-samples/yunxi-town.yaml';
const UNIT = { facts: FILE, output: FILE, recipe: 0 };
const RULES = { settings: '规则', version: '1' };

function workWith({ settings, version }: typeof RULES): BatchWork {
  const recipe: Recipe = {
    options: { isDraft: true, format: 'docx', templateFolders: [], settings: {} as never },
    digest: settings,
    templates: new Map(),
  };
  return {
    folder: '',
    version,
    names: [],
    recipes: [recipe],
    isForced: false,
    isDryRun: true,
    isFailFast: false,
    isRolledUp: true,
    stop: new Int32Array(1),
  };
}

/** What is read of a unit of which a log knows this. */
async function readFiles(identity: string | undefined, rules = RULES) {
  const log = new RecordLog<StoredExtract>([]);
  const seen = identity === undefined ? undefined : { identity, rules: rulesDigest(RULES) };
  log.add([[FILE, entryLine(FILE, extractStamp('钥匙', seen), { name: '云溪镇', why: '试' })]]);
  const extracts = new Extracts(log);
  extracts.recognise([UNIT], workWith(rules));
  const read: string[] = [];
  const taken: string[] = [];
  await extracts.handOver(
    [UNIT],
    async (missing) => {
      read.push(...missing.map(({ facts }) => facts));
    },
    ({ name }) => taken.push(name),
  );
  return { read, taken, namesNone: extracts.namesNone(FILE) };
}

describe('what an earlier roll-up extracted', () => {
  it('is taken without reading the file, as long as that is the very one', async () => {
    const identity = fileIdentity(FILE);
    expect(identity).toBeDefined();
    expect(await readFiles(identity)).toEqual({ read: [], taken: ['云溪镇'], namesNone: true });
  });

  it('is not taken for another file, by other rules, or of a file that was not noted', async () => {
    expect((await readFiles('别的')).read).toEqual([FILE]);
    expect((await readFiles(fileIdentity(FILE), { ...RULES, settings: '别的规则' })).read).toEqual([FILE]);
    expect(await readFiles(undefined)).toMatchObject({ read: [FILE], namesNone: false });
  });
});
