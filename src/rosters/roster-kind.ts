import { VOCABULARY } from '../facts/vocabulary.ts';

/** The rosters that are counted, as the facts file names them under 名册.类别. */
export const ROSTER_KINDS = VOCABULARY.sources.item.kind.choices;

export type RosterKind = (typeof ROSTER_KINDS)[number];

export function isRosterKind(text: string): text is RosterKind {
  return ROSTER_KINDS.some((kind) => kind === text);
}
