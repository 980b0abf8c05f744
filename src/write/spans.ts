import type { Span, TextManner } from './printed.ts';

export const PLAIN_MANNER: TextManner = { isStrong: undefined, isHeading: undefined };

/** A span, always with all of its properties: objects of one form are read several times as fast as those of many. */
export function makeSpan(
  text: string,
  manner: TextManner = PLAIN_MANNER,
  path?: string,
  isPending?: boolean,
): Span {
  return { text, path, isPending, isStrong: manner.isStrong, isHeading: manner.isHeading };
}
