import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../src', import.meta.url));

/** What each room may import besides itself. A room that is not named here is a mistake. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  diagnostics: [],
  bytes: [],
  facts: ['diagnostics', 'bytes', 'root'],
  template: ['diagnostics', 'bytes', 'facts', 'account', 'format', 'disk', 'root'],
  'template-check': ['diagnostics', 'facts', 'format', 'document', 'template', 'judge', 'rules', 'prose'],
  document: ['diagnostics', 'bytes', 'facts', 'prose', 'docx', 'ooxml'],
  docx: ['bytes', 'ooxml'],
  format: [],
  layout: ['docx', 'document', 'format', 'write'],
  office: ['diagnostics', 'disk', 'bytes', 'format', 'layout'],
  ooxml: [],
  xlsx: ['ooxml', 'bytes'],
  rosters: ['diagnostics', 'bytes', 'facts', 'account', 'prose', 'ooxml', 'xlsx'],
  write: ['document', 'format', 'ooxml', 'bytes'],
  prose: ['diagnostics', 'facts'],
  account: ['diagnostics', 'facts'],
  rules: ['diagnostics', 'facts', 'document', 'docx', 'ooxml', 'prose', 'account', 'layout', 'rosters'],
  judge: [
    'diagnostics',
    'facts',
    'document',
    'docx',
    'prose',
    'account',
    'rules',
    'layout',
    'rosters',
    'root',
  ],
  sources: ['diagnostics', 'disk', 'document', 'facts', 'intake', 'rosters'],
  intake: ['diagnostics', 'facts', 'document', 'prose', 'county', 'rosters'],
  county: ['diagnostics', 'facts', 'account', 'document', 'write', 'ooxml', 'xlsx', 'bytes'],
  disk: ['diagnostics', 'bytes', 'document', 'ooxml'],
  config: ['diagnostics', 'disk', 'facts', 'prose', 'judge', 'root'],
  use: [
    'office',
    'docx',
    'ooxml',
    'intake',
    'prose',
    'absorb',
    'bytes',
    'layout',
    'rosters',
    'sources',
    'diagnostics',
    'facts',
    'account',
    'template',
    'template-check',
    'document',
    'write',
    'judge',
    'format',
    'root',
    'sheets',
    'county',
    'rules',
    'typeset',
  ],
  absorb: ['diagnostics', 'facts', 'document', 'docx', 'layout', 'write'],
  sheets: [
    'diagnostics',
    'facts',
    'account',
    'prose',
    'document',
    'write',
    'ooxml',
    'xlsx',
    'rosters',
    'bytes',
  ],
  typeset: [
    'diagnostics',
    'bytes',
    'document',
    'docx',
    'ooxml',
    'format',
    'layout',
    'write',
    'template',
    'facts',
  ],
  batch: [
    'code-cache',
    'office',
    'sources',
    'county',
    'use',
    'disk',
    'bytes',
    'config',
    'diagnostics',
    'facts',
    'judge',
    'rules',
    'prose',
    'template',
    'template-check',
    'document',
    'write',
    'root',
  ],
  preview: [
    'diagnostics',
    'facts',
    'account',
    'document',
    'write',
    'format',
    'rosters',
    'sources',
    'judge',
    'template',
    'disk',
    'config',
    'use',
    'root',
  ],
  cli: [
    'office',
    'preview',
    'intake',
    'sources',
    'absorb',
    'account',
    'bytes',
    'batch',
    'county',
    'sheets',
    'use',
    'disk',
    'config',
    'diagnostics',
    'facts',
    'judge',
    'rules',
    'template',
    'template-check',
    'document',
    'write',
    'layout',
    'typeset',
    'root',
  ],
  program: ['batch', 'cli', 'code-cache'],
  'code-cache': [],
  start: ['program', 'code-cache', 'disk'],
  worker: ['start'],
};

const IMPORTED = /(?:from|import)\s*\(?\s*'(\.[^']+\.ts)'/g;
/** Imports of values that are loaded with the module. */
const NEEDED = /^(?:import|export)(?! type)[^;']*?from '(\.[^']+\.ts)'/gm;

/** The one program part that listens, and what runs in a browser and asks it. */
const PREVIEW_SERVER = 'preview/serve.ts';
const PREVIEW_PAGE = 'preview/browser/';

/** What is reached: a folder a command, a stage, a format; more of them need a reason. */
const MOST_FOLDERS = 55;
/** Of all lines. */
const LARGEST_ROOM = 0.18;
const LONGEST_CHAIN = 24;

const MODULES = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({
    name: name.replaceAll('\\', '/'),
    imports: importsOf(join(SRC, name)),
    length: linesOf(join(SRC, name)),
  }));

describe('the architecture', () => {
  it('lets imports run one way only', () => {
    const wrong = MODULES.flatMap(({ name, imports }) =>
      imports
        .filter((target) => !mayImport(roomOf(name), roomOf(target)))
        .map((target) => `${name} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('has no import cycles', () => {
    expect(findCycle(new Map(MODULES.map(({ name, imports }) => [name, imports])))).toEqual([]);
  });

  it('has no cycles of folders', () => {
    const graph = new Map<string, string[]>();
    for (const { name, imports } of MODULES) {
      for (const [from, to] of imports.flatMap((target) => foldersOf(name, target))) {
        graph.set(from, [...(graph.get(from) ?? []), to]);
      }
    }
    expect(findCycle(graph)).toEqual([]);
  });

  it('stays as easy to find one’s way in as it is', () => {
    const folders = new Set(MODULES.map(({ name }) => dirname(name)));
    expect(folders.size).toBeLessThanOrEqual(MOST_FOLDERS);
    const lines = new Map<string, number>();
    for (const { name, length } of MODULES) lines.set(roomOf(name), (lines.get(roomOf(name)) ?? 0) + length);
    const all = [...lines.values()].reduce((sum, count) => sum + count, 0);
    const large = [...lines].filter(([, count]) => count > all * LARGEST_ROOM);
    expect(large).toEqual([]);
    expect(longestChain().length).toBeLessThanOrEqual(LONGEST_CHAIN);
  });

  it('keeps argv, streams and exit codes in cli/', () => {
    const outside = MODULES.filter(({ name }) => !['cli', 'batch'].includes(roomOf(name))).filter(
      ({ name }) =>
        /process\.(argv|exit|stdout|stderr|stdin)|console\./.test(readFileSync(join(SRC, name), 'utf8')),
    );
    expect(outside.map(({ name }) => name)).toEqual([]);
  });

  it('takes values in use/, and opens no file', () => {
    const opening = MODULES.filter(({ name }) => roomOf(name) === 'use').filter(({ name }) =>
      /'node:(?:fs|os|child_process)|process\.(?:cwd|env)/.test(readFileSync(join(SRC, name), 'utf8')),
    );
    expect(opening.map(({ name }) => name)).toEqual([]);
  });

  it('reads the environment in cli/, and for the user’s cache folder, only', () => {
    const outside = MODULES.filter(({ name }) => !['cli', 'disk'].includes(roomOf(name))).filter(({ name }) =>
      /process\.env/.test(readFileSync(join(SRC, name), 'utf8')),
    );
    expect(outside.map(({ name }) => name)).toEqual([]);
  });

  it('never goes online; only the preview serves, on this machine alone', () => {
    const online = MODULES.filter(
      ({ name }) => name !== PREVIEW_SERVER && !name.startsWith(PREVIEW_PAGE),
    ).filter(({ name }) =>
      /^(?!import type).*'(?:node:)?(?:https?|http2|net|tls|dgram|dns)(?:\/\w+)?'|\b(?:fetch|WebSocket)\(/m.test(
        readFileSync(join(SRC, name), 'utf8'),
      ),
    );
    expect(online.map(({ name }) => name)).toEqual([]);
    const server = readFileSync(join(SRC, PREVIEW_SERVER), 'utf8');
    expect(server).toContain("const HOST = '127.0.0.1';");
    expect(server).toContain(
      "import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';",
    );
    const pages = MODULES.filter(({ name }) => name.startsWith(PREVIEW_PAGE));
    const asking = pages.filter(({ name }) =>
      /\bfetch\(|EventSource/.test(readFileSync(join(SRC, name), 'utf8')),
    );
    expect(asking.map(({ name }) => name)).toEqual([`${PREVIEW_PAGE}server.ts`]);
    expect(readFileSync(join(SRC, `${PREVIEW_PAGE}server.ts`), 'utf8')).not.toMatch(/\w+:\/\//);
  });

  it('never asks the clock or chance', () => {
    const room = (name: string) => !['cli', 'batch', 'disk'].includes(roomOf(name));
    const asking = MODULES.filter(({ name }) => room(name)).filter(({ name }) =>
      /Date\.now\(|new Date\(\)|Math\.random|randomUUID/.test(readFileSync(join(SRC, name), 'utf8')),
    );
    expect(asking.map(({ name }) => name)).toEqual([]);
  });
});

function mayImport(from: string, to: string): boolean {
  return from === to || from === 'index' || (MAY_IMPORT[from] ?? []).includes(to);
}

/** The room of a module: its folder, or its own name at the top; version and package-root are the root's. */
function roomOf(name: string): string {
  if (name.includes('/')) return name.slice(0, name.indexOf('/'));
  return ['index.ts', 'program.ts', 'start.ts', 'worker.ts'].includes(name)
    ? name.slice(0, -'.ts'.length)
    : 'root';
}

/** The folders beside each other of which one imports the other: a folder's own files and those of its inner folders are no two. */
function foldersOf(name: string, target: string): (readonly [from: string, to: string])[] {
  const [from, to] = [dirname(name).split('/'), dirname(target).split('/')];
  const shared = from.findIndex((part, index) => part !== to[index]);
  const [own, other] = [from[shared], to[shared]];
  if (own === undefined || other === undefined || own === '.' || other === '.') return [];
  return [[from.slice(0, shared + 1).join('/'), to.slice(0, shared + 1).join('/')]];
}

/** The longest way from a module to what it needs at once; types and what is loaded later are not needed. */
function longestChain(): readonly string[] {
  const needs = new Map(MODULES.map(({ name }) => [name, importsOf(join(SRC, name), NEEDED)]));
  const chains = new Map<string, readonly string[]>();
  const chainFrom = (name: string): readonly string[] => {
    const known = chains.get(name);
    if (known !== undefined) return known;
    const rest = (needs.get(name) ?? []).map(chainFrom).reduce(longer, []);
    chains.set(name, [name, ...rest]);
    return [name, ...rest];
  };
  return MODULES.map(({ name }) => chainFrom(name)).reduce(longer, []);
}

function linesOf(file: string): number {
  return readFileSync(file, 'utf8').split('\n').length;
}

function longer(a: readonly string[], b: readonly string[]): readonly string[] {
  return b.length > a.length ? b : a;
}

function importsOf(file: string, pattern = IMPORTED): string[] {
  const text = readFileSync(file, 'utf8');
  const targets = [...text.matchAll(pattern)].map((match) => match[1] ?? '');
  return targets.map((target) => relative(SRC, join(dirname(file), target)).replaceAll('\\', '/'));
}

function findCycle(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (name: string): string[] | undefined => {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
    if (done.has(name)) return undefined;
    path.push(name);
    for (const next of graph.get(name) ?? []) {
      const cycle = visit(next);
      if (cycle !== undefined) return cycle;
    }
    path.pop();
    done.add(name);
    return undefined;
  };
  for (const name of graph.keys()) {
    const cycle = visit(name);
    if (cycle !== undefined) return cycle;
  }
  return [];
}
