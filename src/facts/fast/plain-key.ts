import { beginsText, isUnusualInKey, SPACE } from './characters.ts';
import { decline } from './decline.ts';
import type { Lines } from './lines.ts';

/** Reads a key without quotes between two offsets, which ends with a colon; declines one that is unusual. */
export function readPlainKey({ text, units }: Lines, start: number, end: number): string {
  const isLikely = end > start && end - start <= LONGEST_KEY && beginsText(units, start);
  if (!isLikely || units[end - 1] === SPACE) decline();
  for (let at = start; at < end; at++) if (isUnusualInKey(units[at] ?? SPACE)) decline();
  const key = text.slice(start, end);
  return key === '<<' || key.startsWith('...') ? decline() : key;
}

/** A longer one is a mistake; YAML's own limit is 1024 characters. */
const LONGEST_KEY = 100;
