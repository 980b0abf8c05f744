import { writtenSpan } from '../../facts/passages.ts';
import type { CollectedUnit } from '../../prose/collected-unit.ts';
import { CommonWording } from '../../prose/common-wording.ts';
import {
  findSharedPassages,
  SHORTEST_PASSAGE,
  type SharedPassage,
  type SharedStretch,
} from '../../prose/shared-passages.ts';
import type { CollectionRule, Reported } from '../rule.ts';

const COPIED =
  '镇党委先后组织力量深入各村各单位，逐户走访党员群众，逐项核对台账资料，把查出来的问题列成清单，明确整改措施和完成时间，做到改一件销一件、成一件巩固一件';

export const copiedPassage: CollectionRule = {
  id: 'copied-passage',
  stage: 'collection',
  severity: 'warning',
  docs: {
    title: '几个单位写了相同的段落',
    why: '不同单位的报告里有约六十个字以上一字不差，多半是互相照抄，检查时会被认定为应付了事。固定表述和词表里的说法不算。相同的单位很多时，每处最多列出另外 20 处。',
    fix: '各单位写自己的做法、问题和数字。',
    basis: { source: '公文写作的通行要求：各写各的实际', rank: '建议' },
  },
  examples: [
    {
      input: `单位: {名称: 云溪镇}\n工作:\n  - {标题: 问题整改, 内容: ${COPIED}。}`,
      others: [`单位: {名称: 石桥镇}\n工作:\n  - {标题: 整改情况, 内容: 今年以来，${COPIED}，群众满意。}`],
      reports: [COPIED, COPIED],
    },
    {
      input: '单位: {名称: 云溪镇}\n工作:\n  - {标题: 问题整改, 内容: 对查出来的问题列成清单，逐项销号。}',
      others: ['单位: {名称: 石桥镇}\n工作:\n  - {标题: 问题整改, 内容: 对查出来的问题列成清单，逐项销号。}'],
      reports: [],
    },
  ],
  check({ units, lists }, report) {
    const texts = units.flatMap(unitTexts);
    const wording = new CommonWording(lists);
    const passages = findSharedPassages(texts, (passage) => wording.countOwn(passage) >= LEAST_OWN);
    for (const passage of passages) {
      const reported = describeShared(passage, texts, units);
      if (reported !== undefined) report(reported);
    }
  },
};

/** A passage may hold a short standing phrase and still be its writer's. */
const LEAST_OWN = SHORTEST_PASSAGE - 10;

interface PlacedText {
  readonly unit: string;
  readonly text: string;
  readonly owner: number;
  readonly passage: CollectedUnit['passages'][number];
}

/** Two files of one unit are not two townships. */
function unitTexts({ file, facts, passages }: CollectedUnit, owner: number): PlacedText[] {
  const unit = facts.unit?.name?.trim() || file;
  return passages.map((passage) => ({ unit, text: passage.text, owner, passage }));
}

function describeShared(
  shared: SharedPassage,
  texts: readonly PlacedText[],
  units: readonly CollectedUnit[],
): Reported | undefined {
  const at = copiedAnchor(shared, texts, units);
  if (at === undefined) return undefined;
  const names = [...new Set(shared.others.map(({ text }) => texts[text]?.unit ?? ''))];
  return {
    at,
    message: `这 ${shared.end - shared.start} 个字与${names.slice(0, MOST_UNITS_NAMED).join('、')}${names.length > MOST_UNITS_NAMED ? `等 ${names.length} 个单位` : ''}的报告一字不差`,
    hint: '写本单位自己的做法、问题和数字，不要照抄。',
    related: shared.others.slice(0, MOST_COPIES_TOLD).flatMap((other) => {
      const place = copiedAnchor(other, texts, units);
      return place === undefined
        ? []
        : [{ message: `${units[texts[other.text]?.owner ?? 0]?.file ?? ''} 里的同一段`, at: place }];
    }),
  };
}

const MOST_UNITS_NAMED = 3;
/** A form that a thousand units filled in alike is a thousand findings, each with so many of the others beside it. */
const MOST_COPIES_TOLD = 20;

function copiedAnchor(
  { text, start, end }: SharedStretch,
  texts: readonly PlacedText[],
  units: readonly CollectedUnit[],
): Reported['at'] | undefined {
  const placed = texts[text];
  if (placed === undefined) return undefined;
  const { passage, owner } = placed;
  return { file: units[owner]?.file ?? '', path: passage.path, span: writtenSpan(passage, start, end) };
}
