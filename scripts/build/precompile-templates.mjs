import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { REQUIRE } from './settings.mjs';

/** Compiles the built-in templates, so that a build of a report loads no compiler; a mistake in one of them stops here. */
export async function precompileTemplates(folder) {
  const outfile = join(folder, 'precompile-templates.mjs');
  const entryPoints = ['src/template/precompile-templates.ts'];
  await build({
    entryPoints,
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: { js: REQUIRE },
  });
  const { precompileTemplates: precompile } = await import(pathToFileURL(outfile).href);
  rmSync(outfile);
  return precompile('templates');
}
