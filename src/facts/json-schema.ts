import { PERMANENT } from './dates.ts';
import { describeRollUp } from './describe-roll-up.ts';
import { PENDING } from './facts.ts';
import type { Field, Fields, ListField, RecordField, Scalar } from './field.ts';
import { VOCABULARY } from './vocabulary.ts';

/** A part of a JSON Schema; plain data. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/**
 * The JSON Schema (draft-07) of facts files, for editors: both names of every key, titles and descriptions in Chinese. It takes whatever
 * the reader takes; what only the rules know it leaves to them. An editor proposes keys in the language that the file is written in; of a key in the
 * other it knows all the same. `templates` are those that 报告.模板 may name; any without them.
 */
export function factsJsonSchema(templates?: readonly NamedTemplate[]): JsonSchema {
  const definitions: Definitions = {};
  for (const language of LANGUAGES) {
    definitions[definitionName('', language)] = recordSchema(VOCABULARY, '', { definitions, language });
  }
  if (templates !== undefined) limitTemplates(definitions, templates);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '乡镇情况事实文件',
    type: 'object',
    if: HAS_ENGLISH_KEY,
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
    then: schemaReference('', 'en'),
    else: schemaReference('', 'zh'),
    definitions,
  };
}

interface NamedTemplate {
  readonly id: string;
  /** In Chinese. */
  readonly name: string;
}

/** In which a file's keys are written. */
type Language = (typeof LANGUAGES)[number];

const LANGUAGES = ['zh', 'en'] as const;

/** Not every key has a character beyond ASCII. */
const HAS_ENGLISH_KEY = { not: { propertyNames: { pattern: '[^\\u0000-\\u007f]' } } };

/** Each field by its English path, for both of its names to refer to; what holds fields once for either language. */
type Definitions = Record<string, JsonSchema>;

interface SchemaScope {
  readonly definitions: Definitions;
  readonly language: Language;
}

function definitionName(path: string, language: Language): string {
  return language === 'zh' ? path || '事实' : `${path}@en`;
}

function schemaReference(path: string, language: Language): JsonSchema {
  return { $ref: `#/definitions/${definitionName(path, language)}` };
}

function recordSchema(fields: Fields, path: string, scope: SchemaScope): JsonSchema {
  const own: Record<string, JsonSchema> = {};
  const other: Record<string, JsonSchema> = {};
  for (const [name, field] of Object.entries(fields)) {
    const target = define(field, path === '' ? name : `${path}.${name}`, name, scope);
    const [first, second] = scope.language === 'zh' ? [field.zh, name] : [name, field.zh];
    own[first] = target;
    other[`^${second}$`] = target;
  }
  // Editors propose what `properties` names, and know what a pattern matches.
  return {
    type: 'object',
    properties: own,
    patternProperties: other,
    additionalProperties: false,
    errorMessage: `这里要分行写“键: 值”，键只能是：${keyNames(fields)}。`,
    ...needs(fields),
  };
}

/** Defines a field, and gives the reference to it. */
function define(field: Field, path: string, name: string, scope: SchemaScope): JsonSchema {
  const language = holdsFields(field) ? scope.language : 'zh';
  scope.definitions[definitionName(path, language)] = {
    ...valueSchema(field, path, scope),
    ...describeKey(field, name),
  };
  return schemaReference(path, language);
}

function holdsFields(field: Field): field is RecordField | (ListField & { readonly item: Fields }) {
  return field.kind === 'record' || (field.kind === 'list' && field.item !== 'text');
}

/** Under either of its names. */
function needs(fields: Fields): JsonSchema {
  const needed = Object.entries(fields).filter(
    ([, field]) => 'isRequired' in field && field.isRequired === true,
  );
  if (needed.length === 0) return {};
  return {
    allOf: needed.map(([name, { zh }]) => ({
      anyOf: [zh, name].map((key) => ({ required: [key], errorMessage: `缺少“${zh}”。` })),
    })),
  };
}

/** What an editor shows of a key: what it is, in which unit, how it is written, and its other name. */
function describeKey(field: Field, name: string): JsonSchema {
  const unit =
    'unit' in field && field.unit !== '' && field.unit !== undefined ? `单位：${field.unit}。` : '';
  const names = `中文键“${field.zh}”，英文键 ${name}。`;
  const rolledUp = describeRollUp(field);
  const county = ['', '不汇总', '只在各单位'].includes(rolledUp) ? '' : `县里汇总：${rolledUp}。`;
  const description = [field.about ?? '', unit, waysOf(field), county, names].join('');
  return { title: field.label ?? field.zh, description };
}

/** How it is written. */
function waysOf(field: Field): string {
  if (field.kind === 'record') return `下面分行写：${keyNames(field.fields)}。`;
  if (field.kind === 'list') {
    return field.item === 'text'
      ? '写成列表，每项以“- ”开头。'
      : `写成列表，每项以“- ”开头，可以写：${keyNames(field.item)}。`;
  }
  if (field.kind === 'mapping') return `下面分行写“${field.pair.join(': ')}”。`;
  if (field.kind === 'tally') return '下面分行写“名称: 数”，名称按实际写。';
  return field.kind === 'choice' ? choiceWays(field.choices) : WRITTEN_WAYS[field.kind];
}

function choiceWays(choices: readonly string[] = []): string {
  return `可以写：${choices.join('、')}。`;
}

function keyNames(fields: Fields): string {
  return Object.values(fields)
    .map(({ zh }) => zh)
    .join('、');
}

const A_DATE = '写作 2023-10-20、2023.10.20、2023年10月20日，或者只到月：2023-10、2023年10月。';
const PENDING_TOO = '还不知道的写“待补”。';

const WRITTEN_WAYS: Readonly<Record<Exclude<Scalar['kind'], 'choice'>, string>> = {
  text: '写一行文字。',
  prose: '写文字，可以用“|”分段，可以引用数字，如 {{党员.总数}}。',
  proses: '写一段文字，或者写成列表，每项以“- ”开头。',
  texts: '写一个，或者写成列表，例如 [甲, 乙]。',
  count: `写整数。${PENDING_TOO}`,
  difference: `写整数，可以是负数。${PENDING_TOO}`,
  amount: `写数，可以有小数。${PENDING_TOO}`,
  denominator: '写一个数，或者一个数的路径。',
  date: A_DATE,
  deadline: `${A_DATE}长期的写“长期坚持”。`,
  yesno: '写“是”或者“否”。',
  version: '',
};

function valueSchema(field: Field, path: string, scope: SchemaScope): JsonSchema {
  if (field.kind === 'record') return orEmpty(recordSchema(field.fields, path, scope));
  if (field.kind === 'tally') return orEmpty({ type: 'object', additionalProperties: SCALARS[field.part] });
  if (field.kind === 'mapping') return orEmpty({ type: 'object', additionalProperties: TEXT });
  if (field.kind !== 'list') return scalarSchema(field);
  const items = field.item === 'text' ? TEXT : itemSchema(field, field.item, path, scope);
  return orEmpty({ type: 'array', items, errorMessage: '要写成列表，每项以“- ”开头。' });
}

/** An item that may be a bare text is either; the record's keywords say nothing of a text. */
function itemSchema(field: ListField, item: Fields, path: string, scope: SchemaScope): JsonSchema {
  const record = recordSchema(item, path, scope);
  return field.bare === undefined ? record : { ...record, type: ['object', 'string'] };
}

/** A key with nothing after it counts as absent. */
function orEmpty(schema: JsonSchema): JsonSchema {
  return { ...schema, type: [schema.type, 'null'] };
}

type Proposal = readonly [text: string, description?: string];

/**
 * A value that may be left out. Neither `null` nor `true` stands among its types, for editors propose what stands there; what they shall propose
 * is said beside, and holds nothing back. A key whose schema says no type they write without a colon, unless there are alternatives.
 */
function scalar(schema: JsonSchema, proposals: readonly Proposal[] = []): JsonSchema {
  return { anyOf: [{ if: { type: 'null' }, else: schema }], ...propose(proposals) };
}

/** With `bodyText`: of a single `body` an editor would write it as soon as it writes the key. */
function propose(proposals: readonly Proposal[]): JsonSchema {
  if (proposals.length === 0) return {};
  return {
    defaultSnippets: proposals.map(([label, description]) => ({ label, description, bodyText: label })),
  };
}

/** What YAML takes for a number or a yes is text all the same where text is expected. */
const TEXT_TYPES = ['string', 'number', 'boolean'];
const TEXT = scalar({ type: TEXT_TYPES, errorMessage: '这里写文字。' });
const TEXTS = {
  ...scalar({ type: [...TEXT_TYPES, 'array'], errorMessage: '写文字，或者写成列表，每项以“- ”开头。' }),
  items: TEXT,
};

const PENDING_PROPOSED: readonly Proposal[] = [[PENDING, '还不知道']];

/** Of a text only 待补 is a figure. */
function figure(limits: JsonSchema, errorMessage: string): JsonSchema {
  return scalar({ ...limits, pattern: `^${PENDING}$`, errorMessage }, PENDING_PROPOSED);
}

const DATE_PATTERN = '\\d{4}([-./年])\\d{1,2}([-./月]\\d{0,2}日?)?';
const DATE = { type: ['string', 'number'], pattern: `^${DATE_PATTERN}$`, minimum: 1000, maximum: 9999.99 };
const PERMANENT_PATTERN = `^(${DATE_PATTERN}|${PERMANENT})$`;

const SCALARS: Readonly<Record<Exclude<Scalar['kind'], 'choice'>, JsonSchema>> = {
  text: TEXT,
  prose: TEXT,
  proses: TEXTS,
  texts: TEXTS,
  count: figure({ type: ['integer', 'string'], minimum: 0 }, WRITTEN_WAYS.count),
  difference: figure({ type: ['integer', 'string'] }, WRITTEN_WAYS.difference),
  amount: figure({ type: ['number', 'string'] }, WRITTEN_WAYS.amount),
  denominator: scalar({ type: ['number', 'string'], errorMessage: WRITTEN_WAYS.denominator }),
  date: scalar({ ...DATE, errorMessage: A_DATE }),
  deadline: scalar({ ...DATE, pattern: PERMANENT_PATTERN, errorMessage: WRITTEN_WAYS.deadline }, [
    [PERMANENT],
  ]),
  yesno: scalar({ enum: ['是', '否', true, false], errorMessage: WRITTEN_WAYS.yesno }, [['是'], ['否']]),
  version: scalar({ enum: [1, '1'], errorMessage: '只能是 1。' }, [['1']]),
};

function scalarSchema(field: Scalar): JsonSchema {
  if (field.kind === 'choice') {
    const choices = field.choices ?? [];
    return scalar(
      { enum: choices, errorMessage: choiceWays(choices) },
      choices.map((choice): Proposal => [choice]),
    );
  }
  const proposals = 'proposals' in field ? (field.proposals ?? []) : [];
  if (proposals.length === 0) return SCALARS[field.kind];
  return { ...TEXTS, items: { ...TEXT, ...propose(proposals.map((text): Proposal => [text])) } };
}

function limitTemplates(definitions: Definitions, templates: readonly NamedTemplate[]): void {
  const { title, description } = definitions['report.template'] ?? {};
  const known = templates.map(({ id, name }) => `${id} ${name}`).join('、');
  definitions['report.template'] = {
    ...scalar(
      { enum: templates.map(({ id }) => id), errorMessage: `没有这个模板。可以写：${known}。` },
      templates.map(({ id, name }): Proposal => [id, name]),
    ),
    title,
    description: `可以写：${known}。${description}`,
  };
}
