// Splits the program into scripts, so that a start reads only those that it comes to: help and the command line alone, what checks
// and builds reports, all other commands. A module is in the first part that needs it at once.
import { relative, sep } from 'node:path';
import { build } from 'esbuild';

/** By name, what begins each part; the last takes what is left. Each is read in whole where one of its modules is needed. */
export const PARTS = {
  program: ['src/program.ts'],
  reports: [
    'src/cli/commands/check/check.ts',
    'src/cli/commands/build/build.ts',
    'src/batch/worker.ts',
    'src/template/built-in-code.ts',
    'src/write/writers.ts',
  ],
  others: [],
};

/**
 * What esbuild needs to make each part: its name, its first module (as text) and the plugin that fetches the modules of other parts where
 * the program runs. `options` are those of the bundle, without entry points.
 */
export async function planParts(options) {
  const graph = await readGraph(options);
  const owners = ownersOf(graph);
  const fetched = fetchedFrom(graph, owners);
  const names = await exportedNames([...new Set(Object.values(fetched).flat())]);
  return Object.keys(PARTS).map((part) => ({
    part,
    contents: doorOf(fetched[part]),
    plugin: fetchOthers(part, owners, names),
  }));
}

/** Which module imports which, and how. */
async function readGraph(options) {
  const { metafile } = await build({
    ...options,
    entryPoints: PARTS.program,
    outdir: 'none',
    write: false,
    metafile: true,
  });
  return metafile.inputs;
}

/** The part of each module, by its path from the root. */
function ownersOf(graph) {
  const owners = new Map();
  for (const [part, entries] of Object.entries(PARTS)) {
    const open = [...entries];
    for (let path = open.pop(); path !== undefined; path = open.pop()) {
      if (owners.has(path) || !isFile(path)) continue;
      owners.set(path, part);
      for (const { path: next, kind, external } of graph[path].imports)
        if (!external && kind !== 'dynamic-import') open.push(next);
    }
  }
  const [last] = Object.keys(PARTS).slice(-1);
  for (const path of Object.keys(graph)) if (isFile(path) && !owners.has(path)) owners.set(path, last);
  return owners;
}

/** Of each part, the modules that others import, and where the program begins. */
function fetchedFrom(graph, owners) {
  const fetched = Object.fromEntries(Object.keys(PARTS).map((part) => [part, new Set()]));
  for (const path of PARTS.program) fetched.program.add(path);
  for (const [path, owner] of owners)
    for (const { path: next } of graph[path].imports) {
      const other = owners.get(next);
      if (other !== undefined && other !== owner) fetched[other].add(next);
    }
  return Object.fromEntries(Object.entries(fetched).map(([part, paths]) => [part, [...paths].sort()]));
}

/** The names that each module exports. */
async function exportedNames(paths) {
  const { metafile } = await build({
    entryPoints: paths,
    outdir: 'none',
    outbase: '.',
    write: false,
    metafile: true,
    format: 'esm',
  });
  return new Map(Object.values(metafile.outputs).map(({ entryPoint, exports }) => [entryPoint, exports]));
}

/** A part is a function from a module's path to the module, which is run when it is first asked for. */
function doorOf(paths) {
  const doors = paths.map(
    (path) => `${JSON.stringify(path)}: () => require(${JSON.stringify(`./${path}`)}),`,
  );
  return `const doors = {\n${doors.join('\n')}\n};\nmodule.exports = (path) => doors[path]();\n`;
}

/** In the place of a module of another part stand its names, taken from that part; of one in CommonJS, what it exports. */
const fetchOthers = (part, owners, names) => ({
  name: 'fetch-others',
  setup({ onResolve, onLoad, resolve }) {
    const root = process.cwd();
    onResolve({ filter: /^[^:]*$/ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
      if (pluginData === RESOLVING) return undefined;
      const found = await resolve(path, { kind, importer, resolveDir, pluginData: RESOLVING });
      if (found.external || found.namespace !== 'file') return found;
      const module = relative(root, found.path).split(sep).join('/');
      return [undefined, part].includes(owners.get(module))
        ? found
        : { path: module, namespace: 'other-part' };
    });
    onLoad({ filter: /.*/, namespace: 'other-part' }, ({ path }) => {
      const fetch = `part(${JSON.stringify(owners.get(path))})(${JSON.stringify(path)})`;
      const exports = names.get(path).map((name) => `export const ${name} = found.${name};`);
      const asModule = [`const found = ${fetch};`, ...exports].join('\n');
      return { contents: exports.length > 0 ? asModule : `module.exports = ${fetch};`, loader: 'js' };
    });
  },
});

const RESOLVING = Symbol('resolving');

/** A file, and nothing that a plugin made up. */
function isFile(path) {
  return !path.includes(':');
}
