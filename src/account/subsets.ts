import { type Facts, type Figure, isNumber } from '../facts/facts.ts';
import { stepsOf } from '../facts/labels.ts';
import { findReferent } from '../facts/references.ts';
import { VOCABULARY } from '../facts/vocabulary.ts';

/** A figure that counts some of what another counts all of. */
export interface Subset {
  readonly part: LabelledFigure;
  readonly whole: LabelledFigure;
}

export interface LabelledFigure {
  readonly path: string;
  readonly label: string;
  readonly figure: Figure | undefined;
}

/** Every pair of figures of which the first cannot be the larger. */
export function subsetsOf(facts: Facts): Subset[] {
  const { members, cadres, villageTeams, economy } = facts;
  return [
    ...memberSubsets(members),
    ...cadreSubsets(cadres),
    ...indicatorSubsets(facts),
    ...within(team('members', villageTeams?.members), [team('bothPosts', villageTeams?.bothPosts)]),
    ...villageSubsets(facts.overview, [
      team('bothPosts', villageTeams?.bothPosts),
      {
        path: 'economy.emptyVillages',
        label: VOCABULARY.economy.fields.emptyVillages.label,
        figure: economy?.emptyVillages,
      },
    ]),
  ];
}

function within(whole: LabelledFigure, parts: readonly LabelledFigure[]): Subset[] {
  return parts.map((part) => ({ part, whole }));
}

const MEMBER_PARTS = ['full', 'probationary', 'male', 'female', 'minority', 'mobile'] as const;

/** 正式 with 预备 and 男 with 女 are sums (`tally-sum`) where both are stated. */
function memberSubsets(members: Facts['members'] = {}): Subset[] {
  const isSum = {
    full: members.probationary !== undefined,
    probationary: members.full !== undefined,
    male: members.female !== undefined,
    female: members.male !== undefined,
    minority: false,
    mobile: false,
  };
  const { fields } = VOCABULARY.members;
  return within({ path: 'members.total', label: fields.total.label, figure: members.total }, [
    ...MEMBER_PARTS.filter((part) => !isSum[part]).map((part) => ({
      path: `members.${part}`,
      label: fields[part].label,
      figure: members[part],
    })),
    {
      path: 'members.admitted.total',
      label: fields.admitted.fields.total.label,
      figure: members.admitted?.total,
    },
  ]);
}

function cadreSubsets(cadres: Facts['cadres'] = {}): Subset[] {
  const { fields } = VOCABULARY.cadres;
  const total = { path: 'cadres.total', label: fields.total.label, figure: cadres.total };
  const female = { path: 'cadres.female', label: fields.female.label, figure: cadres.female };
  const teamTotal = {
    path: 'cadres.team.total',
    label: fields.team.fields.total.label,
    figure: cadres.team?.total,
  };
  const teamFemale = {
    path: 'cadres.team.female',
    label: fields.team.fields.female.label,
    figure: cadres.team?.female,
  };
  return [
    ...within(total, [female, teamTotal]),
    ...within(teamTotal, [teamFemale]),
    ...within(female, [teamFemale]),
  ];
}

/** Communities may have 一肩挑 and collective income too, so only villages and communities together are a bound. */
function villageSubsets(overview: Facts['overview'] = {}, parts: readonly LabelledFigure[]): Subset[] {
  const { villages, communities } = overview;
  if (!isNumber(villages) || !isNumber(communities)) return [];
  return within(
    { path: 'overview.villages', label: '行政村和社区总数', figure: villages + communities },
    parts,
  );
}

function team(key: 'members' | 'bothPosts', figure: Figure | undefined): LabelledFigure {
  return { path: `villageTeams.${key}`, label: VOCABULARY.villageTeams.fields[key].label, figure };
}

/** An indicator that counts the same things as its denominator counts some of them. */
function indicatorSubsets(facts: Facts): Subset[] {
  return (facts.indicators ?? []).flatMap(({ name = '指标', value, unit, of }, index) => {
    const referent = typeof of === 'string' ? findReferent(of, facts) : undefined;
    const steps = referent && stepsOf(referent.path);
    const last = steps?.at(-1);
    if (referent === undefined || last?.kind !== 'field' || !('unit' in last.field)) return [];
    if (steps?.some(({ kind }) => kind === 'item') || !isSameUnit(unit, last.field.unit)) return [];
    const whole = {
      path: referent.path,
      label: last.field.label ?? last.field.zh,
      figure: typeof referent.value === 'number' ? referent.value : undefined,
    };
    return within(whole, [{ path: `indicators.${index}.value`, label: name, figure: value }]);
  });
}

/** 名, 人 and 位 all count people. */
function isSameUnit(a = '', b = ''): boolean {
  return a === b || (PEOPLE.test(a) && PEOPLE.test(b));
}

const PEOPLE = /^[名人位]$/u;
