import type { Facts } from '../facts/facts.ts';
import type { Field, Fields } from '../facts/field.ts';
import { VOCABULARY } from '../facts/vocabulary.ts';

/** Facts that say everything the vocabulary knows, made from it; every list has two items. */
export function fullFacts(): Facts {
  return sampleValues(VOCABULARY, '', 0) as Facts;
}

function sampleValues(fields: Fields, path: string, index: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const inner = path === '' ? name : `${path}.${name}`;
      return [name, PARTICULAR[inner]?.[index] ?? sampleOf(field, inner, index)];
    }),
  );
}

function sampleOf(field: Field, path: string, index: number): unknown {
  switch (field.kind) {
    case 'record':
      return sampleValues(field.fields, path, index);
    case 'list': {
      const { item } = field;
      return [0, 1].map((each) =>
        item === 'text' ? sampleText(field, each) : sampleValues(item, path, each),
      );
    }
    case 'tally':
      return new Map([
        ['甲类', 3],
        ['乙类', 6],
      ]);
    case 'mapping':
      return new Map([['列名', '表头']]);
    case 'texts':
    case 'proses':
      return [sampleText(field, 0), sampleText(field, 1)];
    default:
      return SAMPLE_SCALARS[field.kind](field, index);
  }
}

type SampleKind = Exclude<Field['kind'], 'record' | 'list' | 'tally' | 'mapping' | 'texts' | 'proses'>;

const SAMPLE_SCALARS: Readonly<Record<SampleKind, (field: Field, index: number) => unknown>> = {
  text: sampleText,
  prose: sampleText,
  count: () => 9,
  difference: () => 1,
  amount: () => 12.5,
  denominator: () => 100,
  date: () => ({ year: 2023, month: 11, day: 6 }),
  deadline: () => ({ year: 2023, month: 12, day: 31 }),
  yesno: (_, index) => index === 0,
  choice: (field, index) => ('choices' in field ? field.choices?.[index] : undefined),
  version: () => '1',
};

/** 名称甲, 名称乙 */
function sampleText(field: Field, index: number): string {
  return `${field.label ?? field.zh}${'甲乙'.charAt(index)}`;
}

/** What must fit together, for each item of its list. */
const PARTICULAR: Readonly<Record<string, readonly unknown[]>> = {
  'unit.name': ['青禾县云溪镇'],
  'unit.kind': ['镇'],
  'report.from': [{ year: 2022, month: 1 }],
  'problems.id': ['问题1', '问题2'],
  'causes.problems': [['问题1'], []],
  'measures.problems': [['问题1'], []],
  'measures.status': ['已完成', '推进中'],
  'compliance.answer': ['无', '已说明'],
  'posts.actual': [7, 11],
  'posts.vacant': [2, -2],
  'leadershipPosts.actual': [7, 11],
  'leadershipPosts.vacant': [2, -2],
};
