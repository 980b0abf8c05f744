/** What the libraries written in CommonJS expect to find around them in a module. */
export const REQUIRE =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

/** A script's own address, as a module knows it. */
export const SCRIPT_URL = "const __url = require('node:url').pathToFileURL(__filename).href;";

/** Large libraries that most runs need nothing of. */
export const LIBRARIES = ['yaml', 'handlebars', 'csv-parse/sync', 'vega', 'chokidar'];

/** How everything is bundled that users get. */
export const SHIPPED = {
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  charset: 'ascii',
  // Vega's build for Node waits for the package `canvas`, which a script cannot, and measures letters with it where somebody has it.
  alias: { 'vega-canvas': './node_modules/vega-canvas/build/vega-canvas.browser.js' },
  // Finds its own worker file beside itself, so it stays a package.
  external: ['piscina'],
  logLevel: 'warning',
};

/** How the page of a preview is bundled: for browsers of the last years, those of offices among them. */
export const PAGE = {
  bundle: true,
  platform: 'browser',
  target: ['chrome90', 'edge90', 'firefox101', 'safari16.4'],
  format: 'esm',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
};
