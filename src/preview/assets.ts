import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../package-root.ts';

/** A file of the page. */
export interface Asset {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** The page's files by the names under which it asks for them; what the build made of `browser/`. Read once, so no request reaches the disk. */
export function readAssets(): ReadonlyMap<string, Asset> {
  return new Map(
    ASSET_FILES.map(([route, name, type]) => [
      route,
      { type, bytes: readFileSync(join(ASSETS_FOLDER, name)) },
    ]),
  );
}

const ASSETS_FOLDER = join(PACKAGE_ROOT, 'dist', 'preview');

const ASSET_FILES = [
  ['', 'index.html', 'text/html; charset=utf-8'],
  ['page.js', 'page.js', 'text/javascript; charset=utf-8'],
  ['paper.css', 'paper.css', 'text/css; charset=utf-8'],
  ['page.css', 'page.css', 'text/css; charset=utf-8'],
] as const;
