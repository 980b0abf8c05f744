import { TALLY_NOUNS } from '../../prose/fact-claims/figure-nouns.ts';
import { NAMED_SCOPE } from './named-figure.ts';

/** What later clauses of a sentence are parts of. */
export type WordedWhole = 'branches' | 'members' | 'cadres' | 'team' | 'admitted' | 'none';

/** By the figure that states it. */
export const WHOLES: ReadonlyMap<string, WordedWhole> = new Map([
  ['branches.total', 'branches'],
  ['members.total', 'members'],
  ['cadres.total', 'cadres'],
  ['cadres.team.total', 'team'],
  ['members.admitted.total', 'admitted'],
]);

/** What the parts after 其中 divide. */
export const DIVISIONS: Readonly<Partial<Record<WordedWhole, string>>> = {
  branches: 'branches.byKind',
  cadres: 'cadres.byCategory',
  admitted: 'members.admitted.byKind',
};

/** 6个行政村党支部 */
export function behindPart(
  clause: string,
  division: string,
  tell: (path: string, value: string) => boolean,
): boolean {
  if (division !== 'branches.byKind') return false;
  const match = /^(?:其中)?(\d+)个(.{1,10}?)(?:党支部|支部)?$/u.exec(clause);
  const part = match === null ? '' : partName(match[2] ?? '', division);
  return part !== '' && tell(`${division}.${part}`, match?.[1] ?? '');
}

/** A part as the facts name it. */
export function partName(words: string, division: string): string {
  if (division === 'branches.byKind') return branchKind(words);
  return words.replace(/的$/u, '');
}

/** 行政村党支部, 农村支部 and 村 are one kind, by the name that facts files propose. */
export function branchKind(words: string): string {
  const name = words.replace(/(?:党支部|支部)$/u, '');
  for (const [kind, others] of BRANCH_KIND_NAMES) if (others.includes(name)) return kind;
  return name;
}

const BRANCH_KIND_NAMES =
  TALLY_NOUNS.find(({ path }) => path === 'branches.byKind')?.aliases ?? new Map<string, readonly string[]>();

/** What is said of posts, and with which sign it goes into which fields. */
export const POST_WORDING: ReadonlyMap<string, readonly (readonly [field: string, sign: '' | '-'])[]> =
  new Map([
    ['核定', [['authorized', '']]],
    ['实有', [['actual', '']]],
    ['实配', [['actual', '']]],
    ['空缺', [['vacant', '']]],
    ['超编', [['vacant', '-']]],
    ['超职数', [['vacant', '-']]],
    [
      '核定实有均为',
      [
        ['authorized', ''],
        ['actual', ''],
      ],
    ],
  ]);

/** What templates say in words of their own; an empty path for what follows from other figures. */
export const FIXED: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`^${NAMED_SCOPE}([\\d.]+万?)户$`, 'u'), 'households'],
  [new RegExp(`^${NAMED_SCOPE}(?:总?人口)?([\\d.]+万?)人$`, 'u'), 'population'],
  [/^领导班子成员(\d+)名$/u, 'cadres.team.total'],
  [/^平均年龄([\d.]+)岁$/u, 'villageTeams.averageAge'],
  [/^(\d+)个村实现党组织书记村委会主任“一肩挑”$/u, 'villageTeams.bothPosts'],
  [/^无书记主任“一肩挑”的村$/u, 'villageTeams.bothPosts'],
  [/^上年为([\d.]+)万元$/u, 'economy.lastIncome'],
  [/^同比(?:增长|下降|持平).*$/u, ''],
  [/^研究干部任免(\d+)批$/u, 'appointments.batches'],
  [/^免职干部(\d+)名$/u, 'appointments.removed'],
  [/^开展干部谈话(\d+)人次$/u, 'appointments.talks'],
  [/^诫勉干部(\d+)名$/u, 'appointments.admonished'],
  [/^调整村(?:党组织|党支部)书记(\d+)名$/u, 'villageTeams.secretariesChanged'],
  [/^调整村“两委”成员(\d+)名$/u, 'villageTeams.membersChanged'],
  [/^(?:参训|培训)(\d+)人次$/u, 'training.attendances'],
  [/^上期末有党员(\d+)名$/u, 'members.flow.last'],
  [/^本期发展(\d+)名$/u, 'members.flow.admitted'],
  [/^转入(\d+)名$/u, 'members.flow.in'],
  [/^转出(\d+)名$/u, 'members.flow.out'],
  [/^去世(\d+)名$/u, 'members.flow.dead'],
  [/^出党(\d+)名$/u, 'members.flow.expelled'],
  [/^有集体经济空壳村(\d+)个$/u, 'economy.emptyVillages'],
];

/** What 无… calls otherwise than the vocabulary. */
export const NONE_OF: ReadonlyMap<string, string> = new Map([['村', 'overview.villages']]);

/** What 无…情况 says that there was none of. */
export const STATED_AS_NONE: ReadonlyMap<string, string> = new Map([
  ['任免', 'appointments.batches'],
  ['提拔', 'appointments.promoted'],
  ['交流', 'appointments.transferred'],
  ['免职', 'appointments.removed'],
  ['谈话', 'appointments.talks'],
  ['诫勉', 'appointments.admonished'],
  ['村党组织书记', 'villageTeams.secretariesChanged'],
  ['村“两委”成员', 'villageTeams.membersChanged'],
  ['党员发展', 'members.admitted.total'],
  ['集中培训', 'training.sessions'],
]);
