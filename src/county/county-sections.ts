import { type CalendarDate, isoDate } from '../facts/dates.ts';
import { indicatorSection, postSection, unionSections, unitsSection } from './county-figure-sections.ts';
import { problemSections } from './county-problem-sections.ts';
import {
  complianceSection,
  organizationSection,
  plansSection,
  workSection,
} from './county-prose-sections.ts';
import {
  type CountyEntry,
  type CountySection,
  type CountySectionOptions,
  listNames,
  value,
} from './county-section.ts';
import type { County } from './roll-up.ts';
import { yamlText } from './yaml-text.ts';

/** The county's facts, in the order of the file that `init` writes. */
export function countySections(county: County, options: CountySectionOptions): CountySection[] {
  const unions = unionSections(county, options);
  const sections = [
    { key: '单位', notes: [], entries: unitEntries(county) },
    { key: '报告', notes: periodNotes(county), entries: reportEntries(county) },
    ...unions.slice(0, RECORDS_AHEAD),
    ...county.posts.map((posts) => postSection(posts, options)),
    ...unions.slice(RECORDS_AHEAD),
    indicatorSection(county, options),
    unitsSection(county),
    complianceSection(county),
    { key: '引语', notes: [], entries: [value('leadIns.overview', yamlText(describeUnits(county)))] },
    organizationSection(county),
    workSection(county),
    ...problemSections(county),
    plansSection(county),
  ];
  return sections.filter(({ notes, entries }) => notes.length + entries.length > 0);
}

function unitEntries({ name }: County): CountyEntry[] {
  return [value('unit.name', yamlText(name)), value('unit.kind', '县')];
}

function reportEntries({ date, period, listed }: County): CountyEntry[] {
  const dates: readonly (readonly [string, CalendarDate | undefined])[] = [
    ['report.from', period.from],
    ['report.to', period.to],
    ['report.date', date],
  ];
  return [
    value('report.template', COUNTY_TEMPLATE),
    ...dates.flatMap(([path, day]) => (day === undefined ? [] : [value(path, isoDate(day))])),
    ...(listed.length === 0 ? [] : [value('report.attach', `[${UNITS_TABLE}]`)]),
  ];
}

/** The template that a new county's file names, and the table that goes with it. */
const COUNTY_TEMPLATE = 'county-summary';
const UNITS_TABLE = '各单位情况表';

function periodNotes({ mixedPeriods }: County): string[] {
  if (mixedPeriods.size === 0) return [];
  const periods = [...mixedPeriods].map(([period, names]) => `${period}：${listNames(names)}`);
  return [`各单位的起止不一致，没有写起止：${periods.join('；')}`];
}

/** Records up to 党员 come before 编制 and 职数. */
const RECORDS_AHEAD = 3;

/** 木棉县共有3个乡镇、街道…: the units counted by kind. */
function describeUnits({ name, units, kinds }: County): string {
  const parts = [...kinds].map(([kind, count]) => `${kind === '' ? '其他单位' : kind}${count}个`);
  const [only] = kinds.keys();
  return parts.length === 1
    ? `${name}共有${only === undefined || only === '' ? '单位' : only}${units.length}个`
    : `${name}共有乡镇级单位${units.length}个，其中${parts.join('、')}`;
}
