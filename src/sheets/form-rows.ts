import { type Facts, PENDING } from '../facts/facts.ts';
import type { Field, Fields } from '../facts/field.ts';
import { REFERABLE_KINDS } from '../facts/references.ts';
import { VOCABULARY } from '../facts/vocabulary.ts';
import { hideIdentityCards } from '../prose/identity-card.ts';

/** A fact that somebody is asked for. */
export interface FormRow {
  /** `members.total`, `posts.1.actual` */
  readonly path: string;
  /** The part of the facts file that it belongs to: 党员, 编制. */
  readonly section: string;
  /** 党员总数; of an item of a list with the item's name: “行政”的实有. */
  readonly label: string;
  readonly field: Field;
  /** A number's unit of measure; empty without. */
  readonly unit: string;
  /** Whether it is needed, known to be missing, or only absent. */
  readonly standing: '必填' | '待补' | '';
}

export interface FormSheet {
  readonly title: string;
  readonly rows: readonly FormRow[];
}

/**
 * What the facts lack, as a form asks for it: what is 待补, and what is absent and can be said in one cell. Prose, and what only directs the program,
 * is not asked for; of lists only the items that are there. Sheets without rows are left out.
 */
export function formSheets(facts: Facts): FormSheet[] {
  const sheets = SHEETS.map(({ title, keys }) => ({
    title,
    rows: keys.filter((key) => isMeantByReport(facts, key)).flatMap((key) => formRowsOf(facts, key)),
  }));
  return sheets.filter(({ rows }) => rows.length > 0);
}

/** The row that asks for a fact, whether or not the facts lack it; undefined for one that no form asks for. */
export function formRowAt(facts: Facts, path: string): FormRow | undefined {
  const [key = ''] = path.split('.');
  const collected: FormRow[] = [];
  collectRows({ rows: collected, isAll: true }, key, facts);
  return collected.find((row) => row.path === path);
}

type VocabularyKey = keyof typeof VOCABULARY;

/** In the vocabulary's order, by who knows it. */
const SHEETS: readonly { readonly title: string; readonly keys: readonly VocabularyKey[] }[] = [
  { title: '单位和报告', keys: ['unit', 'report'] },
  {
    title: '数字',
    keys: [
      'overview',
      'branches',
      'members',
      'posts',
      'leadershipPosts',
      'cadres',
      'appointments',
      'villageTeams',
      'economy',
      'training',
      'indicators',
    ],
  },
  { title: '问题和措施', keys: ['feedback', 'measures'] },
];

const UNASKED: ReadonlySet<string> = new Set(['template', 'id', 'year', 'scope', 'vacant', 'completed']);

/** 反馈 is for reports on rectification alone. */
function isMeantByReport({ feedback, report }: Facts, key: VocabularyKey): boolean {
  return key !== 'feedback' || feedback !== undefined || /rectification/.test(report?.template ?? '');
}

function formRowsOf(facts: Facts, key: VocabularyKey): readonly FormRow[] {
  const rows: FormRow[] = [];
  collectRows({ rows, isAll: false }, key, facts);
  return rows;
}

interface Collecting {
  readonly rows: FormRow[];
  /** Also what the facts say already. */
  readonly isAll: boolean;
}

function collectRows(into: Collecting, key: string, facts: Facts): void {
  const field: Field | undefined = (VOCABULARY as Fields)[key];
  if (field === undefined) return;
  const value = (facts as Readonly<Record<string, unknown>>)[key];
  addField(into, { path: key, section: field.zh, name: '', above: '', unit: '' }, field, value);
}

/** Where a field is. */
interface FieldStanding {
  readonly path: string;
  readonly section: string;
  /** The item of a list, by its name. */
  readonly name: string;
  /** Keys between the section and the field: 班子. */
  readonly above: string;
  /** Of an indicator, whose unit of measure is a fact itself. */
  readonly unit: string;
}

function addField(into: Collecting, at: FieldStanding, field: Field, value: unknown): void {
  if (field.kind === 'record') addRecordRows(into, at, field.fields, value);
  else if (field.kind === 'list' && field.item !== 'text') addItemRows(into, at, field.item, value);
  else if (field.kind === 'tally') addPartRows(into, at, field, value);
  else if (REFERABLE_KINDS.has(field.kind) && (into.isAll || isLacking(at, value))) {
    into.rows.push(rowFor(at, field, value));
  }
}

function isLacking({ path }: FieldStanding, value: unknown): boolean {
  if (value === PENDING) return true;
  return value === undefined && !UNASKED.has(path.slice(path.lastIndexOf('.') + 1));
}

function addRecordRows(into: Collecting, at: FieldStanding, fields: Fields, value: unknown): void {
  const record = (value ?? {}) as Readonly<Record<string, unknown>>;
  for (const [name, field] of Object.entries(fields)) {
    const isInner = field.kind === 'record';
    addField(
      into,
      { ...at, path: `${at.path}.${name}`, above: isInner ? at.above + field.zh : at.above },
      field,
      record[name],
    );
  }
}

/** An item is called by what it is: a category, a title, a name. */
function addItemRows(into: Collecting, at: FieldStanding, fields: Fields, value: unknown): void {
  const items = Array.isArray(value) ? (value as readonly Readonly<Record<string, unknown>>[]) : [];
  for (const [index, item] of items.entries()) {
    const name = NAMING_FIELDS.map((each) => item[each]).find((each) => typeof each === 'string');
    const named = { ...at, path: `${at.path}.${index}`, name: `“${name ?? `第${index + 1}项`}”` };
    const hasAnswerer = ['leader', 'department', 'owner'].some((each) => item[each] !== undefined);
    for (const [key, field] of Object.entries(fields)) {
      const isOther = key === 'leader' || key === 'owner' || key === 'department';
      if (NAMING_FIELDS.includes(key) || (isOther && hasAnswerer && !into.isAll)) continue;
      const above = field.kind === 'record' ? field.zh : '';
      const unit = key === 'value' && typeof item.unit === 'string' ? item.unit : '';
      addField(into, { ...named, above, unit, path: `${named.path}.${key}` }, field, item[key]);
    }
  }
}

const NAMING_FIELDS: readonly string[] = ['category', 'title', 'name'];

/** Parts are the facts' own; of those only what is known to be missing. */
function addPartRows(
  into: Collecting,
  at: FieldStanding,
  field: Extract<Field, { kind: 'tally' }>,
  value: unknown,
): void {
  if (!(value instanceof Map)) return;
  for (const [part, figure] of value as ReadonlyMap<string, unknown>) {
    if (figure !== PENDING && !into.isAll) continue;
    const { zh, unit } = field;
    const own: Field =
      field.part === 'count'
        ? { kind: 'count', zh: part, unit }
        : { kind: 'amount', zh: part, unit, rollUp: 'none' };
    into.rows.push(rowFor({ ...at, path: `${at.path}.${part}` }, own, figure, `${zh}中的“${part}”`));
  }
}

function rowFor(at: FieldStanding, field: Field, value: unknown, called?: string): FormRow {
  const { section, name, above, path } = at;
  const own = called ?? field.label ?? above + field.zh;
  return {
    path,
    section,
    label: hideIdentityCards(name === '' ? own : `${name}的${own}`),
    field,
    unit: ('unit' in field ? field.unit : undefined) ?? at.unit,
    standing: value === PENDING ? '待补' : 'isRequired' in field && field.isRequired ? '必填' : '',
  };
}
