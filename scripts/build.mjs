// Makes dist/: the program as a few scripts, what starts it, and the public API with its types.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { planParts } from './build/parts.mjs';
import { besides, builtInTemplates, noChildProcesses } from './build/plugins.mjs';
import { precompileTemplates } from './build/precompile-templates.mjs';
import { LIBRARIES, PAGE, REQUIRE, SCRIPT_URL, SHIPPED } from './build/settings.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
// Made beside the old one and put in its place whole: who starts the program meanwhile finds one or the other.
const made = `dist.${process.pid}`;
const replaced = `${made}.old`;
process.on('exit', () => rmSync(made, { recursive: true, force: true }));

const plugins = [noChildProcesses, builtInTemplates(await precompileTemplates(made))];
await Promise.all([buildProgram(), buildLibraries(), buildStart(), buildModules(), buildPreviewPage()]);
makeTypes();

if (existsSync('dist')) renameSync('dist', replaced);
renameSync(made, 'dist');
rmSync(replaced, { recursive: true, force: true });
linkProgram();

/** All commands and the work of a batch: each part one function, whatever is asked for rarely only run when it is. */
async function buildProgram() {
  const options = {
    ...SHIPPED,
    format: 'cjs',
    // Code in V8's cache knows no way to load a module of the new kind; none of ours needs one.
    supported: { 'dynamic-import': false },
    minifyIdentifiers: true,
    define: { 'import.meta.url': '__url' },
    banner: { js: `(function (part, require, module, __filename) { ${SCRIPT_URL}` },
    footer: { js: '})' },
    plugins: [...plugins, besides(LIBRARIES)],
  };
  for (const { part, contents, plugin } of await planParts(options)) {
    const outfile = join(made, `${part}.cjs`);
    await build({
      ...options,
      stdin: { contents, resolveDir: root },
      outfile,
      plugins: [...options.plugins, plugin],
    });
    writeFileSync(outfile, readFileSync(outfile, 'utf8').replace(/[^\0-\x7f]/g, escapeUnit));
  }
}

/** What the bundler leaves as it is, regular expressions, may be written as ASCII all the same. */
function escapeUnit(unit) {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Each a file of its own beside the program: what is needed only for messages, or for templates of a unit's own. */
async function buildLibraries() {
  const entryPoints = LIBRARIES.map((name) => ({ in: name, out: name }));
  await build({ ...SHIPPED, entryPoints, outdir: made, outExtension: { '.js': '.cjs' }, format: 'cjs' });
}

/** A script, too: the loader of modules takes longer than all of it. */
async function buildStart() {
  await build({
    ...SHIPPED,
    entryPoints: ['src/start.ts'],
    outfile: join(made, 'start.cjs'),
    format: 'cjs',
    define: { 'import.meta.url': '__url' },
    banner: { js: SCRIPT_URL },
  });
}

/** What other threads and other programs import. */
async function buildModules() {
  await build({
    ...SHIPPED,
    entryPoints: ['src/worker.ts', 'src/index.ts'],
    outdir: made,
    splitting: true,
    format: 'esm',
    chunkNames: '[name]-[hash]',
    banner: { js: REQUIRE },
    plugins,
  });
}

/** What the browser of a preview gets: one script, the style sheets and the page, as `preview/assets.ts` reads them. */
async function buildPreviewPage() {
  const [from, to] = ['src/preview/browser', join(made, 'preview')];
  await build({
    ...PAGE,
    entryPoints: ['page.ts', 'page.css', 'paper.css'].map((name) => join(from, name)),
    outdir: to,
  });
  cpSync(join(from, 'index.html'), join(to, 'index.html'));
}

function makeTypes() {
  const tsc = createRequire(import.meta.url)
    .resolve('typescript/package.json')
    .replace('package.json', 'bin/tsc');
  const types = ['--project', 'tsconfig.types.json', '--outDir', join(made, 'types')];
  execFileSync(process.execPath, [tsc, ...types], { stdio: 'inherit' });
}

/** Lets `npx report` find the program in this checkout as it finds those of the packages; on Windows npx does so by itself. */
function linkProgram() {
  const link = 'node_modules/.bin/report';
  if (process.platform === 'win32' || !existsSync('node_modules/.bin') || existsSync(link)) return;
  rmSync(link, { force: true });
  symlinkSync('../../bin/report.js', link);
}
