/** What a unit calls itself and its area. A department of a county speaks for the county only where it gives the county's figures. */
export function referToSelf({ name = '', kind = '' }: NamedUnit, tellsOfArea: boolean): SelfReference {
  const usual = SELF_REFERENCE[kind] ?? SELF_REFERENCE_UNKNOWN;
  if (kind !== '县' || !DEPARTMENT.test(name) || COUNTY_COMMITTEE.test(name)) return usual;
  const body = /[局院校]$/.exec(name)?.[0];
  return {
    whole: tellsOfArea ? usual.whole : body === undefined ? '' : `全${body}`,
    committee: body === '局' ? '局党组' : SELF_REFERENCE_UNKNOWN.committee,
  };
}

interface NamedUnit {
  readonly name?: string;
  readonly kind?: string;
}

interface SelfReference {
  /** 全乡; empty where no such word is known. */
  readonly whole: string;
  /** 乡党委 */
  readonly committee: string;
}

const DEPARTMENT = /(?:局|部|委|委员会|办|办公室|院|校|中心|会|社|队|团|馆|台|公司)$/;
const COUNTY_COMMITTEE = /[县市区旗](?:委|委员会)$/;

/** How a unit of each kind speaks of itself: its whole area, and the committee that reports. */
const SELF_REFERENCE: Readonly<Record<string, SelfReference>> = {
  乡: { whole: '全乡', committee: '乡党委' },
  镇: { whole: '全镇', committee: '镇党委' },
  街道: { whole: '全街道', committee: '街道党工委' },
  园区: { whole: '全区', committee: '园区党工委' },
  县: { whole: '全县', committee: '县委' },
};

/** Where a draft does not yet say what kind of unit it is of. */
const SELF_REFERENCE_UNKNOWN = { whole: '全域', committee: '本单位' } as const;
