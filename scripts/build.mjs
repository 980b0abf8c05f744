// Makes dist/: the program in a few chunks, so that each command loads only what it needs, and the public API's types.
import { execFileSync } from 'node:child_process';
import { existsSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, transform } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
// Made beside the old one and put in its place whole: who starts the program meanwhile finds one or the other.
const made = `dist.${process.pid}`;
const replaced = `${made}.old`;
process.on('exit', () => rmSync(made, { recursive: true, force: true }));

// What the libraries written in CommonJS expect to find around them.
const banner =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

const entries = { cli: 'src/cli/main.ts', index: 'src/index.ts', worker: 'src/batch/worker.ts' };

// Commander can run programs as subcommands; ours are functions, so it need not load what starts processes (7 ms).
const noChildProcesses = {
  name: 'no-child-processes',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /node_modules[\\/]commander/.test(importer)
        ? { path: 'none', namespace: 'no-child-processes' }
        : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'no-child-processes' }, () => ({ contents: 'module.exports = {}' }));
  },
};

await build({
  entryPoints: Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file))),
  outdir: made,
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  // Finds its own worker file beside itself, so it stays a package.
  external: ['piscina'],
  chunkNames: '[name]-[hash]',
  plugins: [noChildProcesses],
  banner: { js: banner },
  logLevel: 'warning',
});

await precompileTemplates();

const tsc = createRequire(import.meta.url)
  .resolve('typescript/package.json')
  .replace('package.json', 'bin/tsc');
const types = ['--project', 'tsconfig.types.json', '--outDir', join(made, 'types')];
execFileSync(process.execPath, [tsc, ...types], { stdio: 'inherit' });

if (existsSync('dist')) renameSync('dist', replaced);
renameSync(made, 'dist');
rmSync(replaced, { recursive: true, force: true });
linkProgram();

/** Lets `npx report` find the program in this checkout as it finds those of the packages; on Windows npx does so by itself. */
function linkProgram() {
  const link = 'node_modules/.bin/report';
  if (process.platform === 'win32' || !existsSync('node_modules/.bin') || existsSync(link)) return;
  rmSync(link, { force: true });
  symlinkSync('../../bin/report.js', link);
}

/** Compiles the built-in templates, so that a build loads no compiler; a mistake in one of them stops here. */
async function precompileTemplates() {
  const outfile = join(made, 'precompile-templates.mjs');
  const entryPoints = ['src/template/precompile-templates.ts'];
  await build({
    entryPoints,
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: { js: banner },
  });
  const { precompileTemplates: precompile } = await import(pathToFileURL(outfile).href);
  const { code } = await transform(await precompile('templates'), {
    minifyWhitespace: true,
    charset: 'utf8',
  });
  writeFileSync(join(made, 'precompiled-templates.js'), code);
  rmSync(outfile);
}
