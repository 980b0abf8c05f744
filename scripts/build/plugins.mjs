/** Commander can run programs as subcommands; ours are functions, so it need not load what starts processes (7 ms). */
export const noChildProcesses = {
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

/** Puts the compiled templates in the place of the module that is empty in the sources. */
export const builtInTemplates = (code) => ({
  name: 'built-in-templates',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]template[\\/]built-in-code\.ts$/ }, () => ({ contents: code, loader: 'js' }));
  },
});

/** Leaves libraries to files of their own beside the bundle. */
export const besides = (names) => ({
  name: 'besides',
  setup({ onResolve }) {
    onResolve({ filter: /^[\w/-]+$/ }, ({ path }) =>
      names.includes(path) ? { path: `./${path}.cjs`, external: true } : undefined,
    );
  },
});
