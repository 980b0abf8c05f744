import type { Position } from '../diagnostics/diagnostic.ts';
import { indexCharacters } from '../diagnostics/index-characters.ts';

/** From lines and code points, both from 1, to UTF-16 offsets. */
export function offsetsIn(text: string): (position: Position) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const characters = indexCharacters(text);
  return ({ line, column }) => {
    const start = starts[line - 1] ?? text.length;
    return characters.offsetOf(characters.count(0, start) + column - 1);
  };
}
