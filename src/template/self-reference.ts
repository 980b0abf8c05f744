/** How a unit of each kind speaks of itself: its whole area, and the committee that reports. */
export const SELF_REFERENCE: Readonly<
  Record<string, { readonly whole: string; readonly committee: string }>
> = {
  乡: { whole: '全乡', committee: '乡党委' },
  镇: { whole: '全镇', committee: '镇党委' },
  街道: { whole: '全街道', committee: '街道党工委' },
  园区: { whole: '全区', committee: '园区党工委' },
  县: { whole: '全县', committee: '县委' },
};

/** Where a draft does not yet say what kind of unit it is of. */
export const SELF_REFERENCE_UNKNOWN = { whole: '全域', committee: '本单位' } as const;
