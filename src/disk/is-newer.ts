import { statSync } from 'node:fs';

/** Whether a file was changed after another one was, as far as the file system knows; false where it does not. */
export function isNewer(path: string, than: string): boolean {
  const [one, other] = [path, than].map((each) => statSync(each, { throwIfNoEntry: false })?.mtimeMs);
  return one !== undefined && other !== undefined && one > other;
}
