import type { Facts } from '../facts/facts.ts';
import { placeBeside } from './open-beside.ts';

/** The paths of the rosters and of the file of last time that a facts file names, be they there or not; what leads out of its folder is none. */
export function namedBeside(file: string, { sources = [], previous }: Facts): readonly string[] {
  const written = [...sources.map((source) => source.file), previous];
  return written.flatMap((each) => {
    const place = each === undefined ? undefined : placeBeside(file, each);
    return place !== undefined && 'path' in place ? [place.path] : [];
  });
}
