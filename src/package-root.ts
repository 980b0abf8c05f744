import { fileURLToPath } from 'node:url';

/** The package's own folder, where templates/ and word-lists/ lie; the same from the sources and from dist/. */
export const PACKAGE_ROOT = fileURLToPath(new URL('..', import.meta.url));
