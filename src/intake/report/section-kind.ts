import type { Outline, OutlineSection } from './outline.ts';

/** What a section of the first level is about. */
export type SectionKind =
  | 'overview'
  | 'work'
  | 'problems'
  | 'shortcomings'
  | 'causes'
  | 'measures'
  | 'plans'
  | 'organization'
  | 'rectified'
  | 'other';

/** What a heading says that its section is about; `shortcomings` are problems together with their causes. */
export function sectionKind({ title }: Pick<OutlineSection, 'title'>): SectionKind {
  return SECTION_KINDS.find(([, words]) => words.test(title))?.[0] ?? 'other';
}

const SECTION_KINDS: readonly (readonly [SectionKind, RegExp])[] = [
  ['organization', /组织落实|组织领导.{0,4}情况$/u],
  ['rectified', /(?:问题|意见).{0,6}整改(?:落实)?(?:进展|完成)?情况|整改(?:落实|完成|进展)情况/u],
  ['shortcomings', /(?:问题|不足|差距|短板).*(?:原因|成因|根源)/u],
  ['causes', /(?:原因|成因|根源)(?:分析|剖析)?/u],
  ['measures', /整改措施|改进措施|(?:整改|改进|努力)方向|对策|(?:主要|具体|下一步|下步)措施|措施$/u],
  ['plans', /打算|思路|工作(?:计划|安排|重点|举措)|下一步工作|下步工作|今后工作/u],
  ['overview', /(?:基本|总体)(?:情况|概况)|^概况/u],
  ['problems', /问题|不足|差距|短板|薄弱环节/u],
  ['work', /工作(?:开展|落实|进展)?(?:情况|成效)?$|做法|成效|建设情况|主要工作|开展情况|落实情况|经验|亮点/u],
];

/** The key of the facts file above which a section's comments stand. */
export function keyOfSection(section: Pick<OutlineSection, 'title'>): string {
  const kind = sectionKind(section);
  if (kind === 'other') return 'work';
  return kind === 'shortcomings' || kind === 'rectified' ? 'problems' : kind;
}

/** By the outline of a report the template whose outline it is. */
export function templateOfOutline({ sections, preface }: Outline, title: string): string {
  const kinds = sections.map(sectionKind);
  const has = (kind: SectionKind) => kinds.includes(kind);
  const others = kinds.filter((kind) => kind === 'other').length;
  if (/汇总/u.test(title) || sections.some((each) => each.title === '共性问题')) return 'county-summary';
  if (has('rectified')) return 'rectification-report';
  if (has('shortcomings')) return 'inspection-briefing';
  if (/总结|思路/u.test(title) && !has('problems') && !has('causes')) return 'half-year-summary';
  if (has('work') && has('plans') && !has('problems') && !has('measures')) return 'half-year-summary';
  if (others >= 2 && others * 2 >= kinds.length)
    return has('problems') ? 'grassroots-briefing' : 'half-year-summary';
  if (has('causes')) return has('work') ? 'self-review' : special(sections);
  if (has('problems') && has('work') && isByItems(sections, 'problems')) return 'inspection-briefing';
  if (!has('work') && has('overview')) return special(sections);
  if (/总结/u.test(title)) return 'half-year-summary';
  return preface.length > 0 && kinds.length === 0 ? 'special-report' : 'self-review';
}

/** Work that is under the overview. */
function special(sections: readonly OutlineSection[]): string {
  const overview = sections.find((section) => sectionKind(section) === 'overview');
  return (overview?.items.length ?? 0) > 0 ? 'special-report' : 'self-review';
}

function isByItems(sections: readonly OutlineSection[], kind: SectionKind): boolean {
  return sections.some((section) => sectionKind(section) === kind && section.items.length > 0);
}
