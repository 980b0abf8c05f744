import type { Facts, Figure, Item, TallyValue } from '../facts/facts.ts';
import { rememberLast } from '../facts/remember-last.ts';
import { VOCABULARY } from '../facts/vocabulary.ts';
import { postTotals } from './post-totals.ts';
import type { Division, Part, Whole } from './whole.ts';

/** Every total of a facts file that is stated beside its parts. */
export const wholesOf: (facts: Facts) => readonly Whole[] = rememberLast(findWholes);

function findWholes(facts: Facts): Whole[] {
  const { branches, members, cadres } = facts;
  const { admitted } = members ?? {};
  const { team } = cadres ?? {};
  const labels = VOCABULARY.members.fields;
  return [
    whole('branches', VOCABULARY.branches.fields.total.label, branches, [
      ['byKind', '分类', branches?.byKind],
    ]),
    whole(
      'members',
      labels.total.label,
      members,
      [
        ['byAge', '年龄段', members?.byAge],
        ['byEducation', '学历', members?.byEducation],
      ],
      [
        pair(
          'members',
          '正式、预备',
          [labels.full.zh, 'full', members?.full],
          [labels.probationary.zh, 'probationary', members?.probationary],
        ),
        pair(
          'members',
          '男女',
          [labels.male.zh, 'male', members?.male],
          [labels.female.zh, 'female', members?.female],
        ),
      ],
    ),
    whole('members.admitted', labels.admitted.fields.total.label, admitted, [
      ['byKind', '分类', admitted?.byKind],
    ]),
    whole('cadres', VOCABULARY.cadres.fields.total.label, cadres, [
      ['byCategory', '分类', cadres?.byCategory],
      ['byAge', '年龄段', cadres?.byAge],
    ]),
    whole('cadres.team', VOCABULARY.cadres.fields.team.fields.total.label, team, [
      ['byAge', '年龄段', team?.byAge],
    ]),
    ...indicatorWholes(facts),
    ...postTotals('posts', facts.posts),
    ...postTotals('leadershipPosts', facts.leadershipPosts),
  ];
}

type NamedTally = readonly [key: string, label: string, tally: TallyValue | undefined];

function whole(
  path: string,
  label: string,
  record: { readonly total?: Figure; readonly partial?: boolean } | undefined,
  tallies: readonly NamedTally[],
  pairs: readonly Division[] = [],
): Whole {
  const isPartial = record?.partial ?? false;
  const free = tallies.map(([key, name, tally]) => division(`${path}.${key}`, name, tally, isPartial));
  return { path: `${path}.total`, label, total: record?.total, divisions: [...pairs, ...free] };
}

function division(path: string, label: string, tally: TallyValue | undefined, isPartial: boolean): Division {
  const parts: Part[] = [];
  for (const [name, figure] of tally ?? NO_PARTS) parts.push({ name, path: `${path}.${name}`, figure });
  return { path, label, parts, isPartial, isFree: true };
}

const NO_PARTS: TallyValue = new Map();

type NamedFigure = readonly [name: string, key: string, figure: Figure | undefined];

/** Two parts that always are the whole; as long as one of them is not stated nothing is known of the sum. */
function pair(path: string, label: string, ...figures: readonly NamedFigure[]): Division {
  const isStated = figures.every(([, , figure]) => figure !== undefined);
  const parts = figures.map(([name, key, figure]) => ({ name, path: `${path}.${key}`, figure }));
  return {
    path: parts[0]?.path ?? path,
    label,
    parts: isStated ? parts : [],
    isPartial: false,
    isFree: false,
  };
}

/** Those that are divided. */
function indicatorWholes({ indicators = [] }: Facts): Whole[] {
  return indicators.flatMap((indicator, index) => {
    const { name = '指标', value, byKind, partial = false } = indicator;
    if (byKind === undefined || !isAdditive(indicator)) return [];
    const divisions = [division(`indicators.${index}.byKind`, '分类', byKind, partial)];
    return [{ path: `indicators.${index}.value`, label: name, total: value, divisions }];
  });
}

/** Whether an indicator's figures add up, over its kinds or over the units of a county; shares, rates and averages do not. */
export function isAdditive({ name = '', unit = '' }: Item<'indicators'>): boolean {
  return !NO_SUM.test(unit) && !NO_SUM.test(name);
}

const NO_SUM = /[%％‰率岁倍]|百分|比例|占比|比重|平均|人均|户均|村均|满意度/u;
