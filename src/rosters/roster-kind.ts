/** The rosters that are counted, as the facts file names them under 名册.类别. */
export const ROSTER_KINDS = ['党员', '干部', '编制', '职数', '村两委', '党支部', '台账'] as const;

export type RosterKind = (typeof ROSTER_KINDS)[number];

export function isRosterKind(text: string): text is RosterKind {
  return ROSTER_KINDS.some((kind) => kind === text);
}
