import { chinesePath } from '../facts/fact-path.ts';
import type { CountyCompliance } from './compliance-groups.ts';
import {
  type CountySection,
  furtherGroups,
  item,
  listNames,
  MOST_PROPOSED_MEASURES,
  whichUnits,
} from './county-section.ts';
import type { County } from './roll-up.ts';
import { yamlText } from './yaml-text.ts';

/** How many items a section shows; the others are in comments. */
const MOST_WORK = 8;

const MOST_PLANS = 6;

/** 工作: what most units did. */
export function workSection(county: County): CountySection {
  const shown = county.work.filter(({ hasFigure }) => !hasFigure).slice(0, MOST_WORK);
  const items = shown.map((group) =>
    item([
      ['标题', yamlText(group.title)],
      ['内容', yamlText(`${whichUnits(group, county)}开展了这项工作`)],
    ]),
  );
  const fallback = item([
    ['标题', '抓好所辖单位各项工作'],
    ['内容', yamlText(`汇总了${county.units.length}个单位的工作情况`)],
  ]);
  return {
    key: '工作',
    notes: furtherGroups(county.work, shown, '工作'),
    entries: [{ kind: 'block', text: (items.length === 0 ? [fallback] : items).join('\n') }],
  };
}

/** 应说明事项: what all answer alike; else how many answer what, for what a unit counts of its own is no figure of the county. */
export function complianceSection(county: County): CountySection {
  const notes = county.compliance.flatMap(({ item: subject, answers }) =>
    answers.length === 1
      ? []
      : answers
          .slice(0, MOST_ANSWERS)
          .map(({ answer, units }) => `${subject}：${answer}（${listNames(units)}）`),
  );
  const items = county.compliance.map((each) =>
    item([
      ['事项', yamlText(each.item)],
      ['情况', yamlText(describeAnswers(each, county))],
    ]),
  );
  return {
    key: chinesePath('compliance'),
    notes,
    entries: items.length === 0 ? [] : [{ kind: 'block', text: items.join('\n') }],
  };
}

/** Answers that a comment lists. */
const MOST_ANSWERS = 20;

function describeAnswers({ answers }: CountyCompliance, county: County): string {
  const [first] = answers;
  const said = answers.reduce((sum, { units }) => sum + units.length, 0);
  const isAlike = answers.length === 1 && first !== undefined && !first.hasFigure;
  if (isAlike && said === county.units.length) return first.answer;
  const plain = answers.filter(({ hasFigure }) => !hasFigure).slice(0, MOST_PROPOSED_MEASURES);
  const rest = answers.filter((each) => !plain.includes(each)).flatMap(({ units }) => units);
  const silent = county.units.length - said;
  return [
    ...plain.map(({ answer, units }) => `${whichUnits({ units }, county)}为“${answer}”`),
    ...(rest.length === 0 ? [] : [`${whichUnits({ units: rest }, county)}有专门说明`]),
    ...(silent === 0 ? [] : [`${silent}个单位没有说明`]),
  ].join('；');
}

/** 组织落实: what most units did. */
export function organizationSection(county: County): CountySection {
  const shown = county.organization.filter(({ hasFigure }) => !hasFigure).slice(0, MOST_PLANS);
  const items = shown.map((group) =>
    item([
      ['标题', yamlText(group.title)],
      ['内容', yamlText(`${whichUnits(group, county)}采取了这项举措`)],
    ]),
  );
  return {
    key: chinesePath('organization'),
    notes: furtherGroups(county.organization, shown, '组织落实'),
    entries: items.length === 0 ? [] : [{ kind: 'block', text: items.join('\n') }],
  };
}

/** 打算: what most units plan. */
export function plansSection(county: County): CountySection {
  const shown = county.plans.filter(({ hasFigure }) => !hasFigure).slice(0, MOST_PLANS);
  const items = shown.map((group) =>
    item([
      ['标题', yamlText(group.title)],
      ['内容', yamlText(`${whichUnits(group, county)}作了这项安排`)],
    ]),
  );
  return {
    key: '打算',
    notes: furtherGroups(county.plans, shown, '打算'),
    entries: items.length === 0 ? [] : [{ kind: 'block', text: items.join('\n') }],
  };
}
