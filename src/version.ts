import manifest from '../package.json' with { type: 'json' };

/** The program's version; part of what makes two runs give the same bytes. */
export const VERSION: string = manifest.version;
