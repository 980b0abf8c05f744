import type { Field, Fields, Scalar } from './field.ts';
import { VOCABULARY } from './vocabulary.ts';

/** A part of a JSON Schema; plain data. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/**
 * The JSON Schema (draft-07) of facts files, for editors: both names of every key, titles and descriptions in Chinese. It takes whatever
 * the reader takes; what only the rules know it leaves to them.
 */
export function factsJsonSchema(): JsonSchema {
  const definitions: Definitions = {};
  const root = recordSchema(VOCABULARY, '', definitions);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '乡镇情况事实文件',
    ...root,
    definitions,
  };
}

/** Each field once, by its English path, for both of its names to refer to. */
type Definitions = Record<string, JsonSchema>;

function recordSchema(fields: Fields, path: string, definitions: Definitions): JsonSchema {
  const properties: Record<string, JsonSchema> = {};
  for (const [name, field] of Object.entries(fields)) {
    const own = path === '' ? name : `${path}.${name}`;
    definitions[own] = { ...valueSchema(field, own, definitions), ...describe(field) };
    properties[field.zh] = { $ref: `#/definitions/${own}` };
    properties[name] = { $ref: `#/definitions/${own}` };
  }
  return { type: 'object', properties, additionalProperties: false, ...needs(fields) };
}

/** Under either of its names. */
function needs(fields: Fields): JsonSchema {
  const needed = Object.entries(fields).filter(
    ([, field]) => 'isRequired' in field && field.isRequired === true,
  );
  if (needed.length === 0) return {};
  return { allOf: needed.map(([name, { zh }]) => ({ anyOf: [{ required: [zh] }, { required: [name] }] })) };
}

function describe(field: Field): JsonSchema {
  const unit =
    'unit' in field && field.unit !== '' && field.unit !== undefined ? `单位：${field.unit}。` : '';
  const description = [field.about ?? '', unit].filter((text) => text !== '').join('');
  return { title: field.label ?? field.zh, ...(description !== '' && { description }) };
}

function valueSchema(field: Field, path: string, definitions: Definitions): JsonSchema {
  if (field.kind === 'record') return orEmpty(recordSchema(field.fields, path, definitions));
  if (field.kind === 'tally') return orEmpty({ type: 'object', additionalProperties: FIGURES[field.part] });
  if (field.kind !== 'list') return scalarSchema(field);
  return orEmpty({
    type: 'array',
    items: field.item === 'text' ? TEXT : recordSchema(field.item, path, definitions),
  });
}

/** A key with nothing behind it counts as absent. */
function orEmpty(schema: JsonSchema): JsonSchema {
  return { ...schema, type: [schema.type, 'null'] };
}

/** What YAML takes for a number or a yes is text all the same where text is expected. */
const TEXT = { type: ['string', 'number', 'boolean', 'null'] };
const TEXTS = { anyOf: [TEXT, { type: 'array', items: TEXT }] };

const PENDING = { const: '待补' };
const EMPTY = { type: 'null' };
const FIGURES = {
  count: { anyOf: [{ type: 'integer', minimum: 0 }, PENDING, EMPTY] },
  difference: { anyOf: [{ type: 'integer' }, PENDING, EMPTY] },
  amount: { anyOf: [{ type: 'number' }, PENDING, EMPTY] },
};

const DATE = {
  description: '写作 2023-10-20、2023.10.20、2023年10月20日，或者只到月：2023-10、2023年10月。',
  anyOf: [
    { type: 'string', pattern: '^\\d{4}([-./年])\\d{1,2}([-./月]\\d{0,2}日?)?$' },
    { type: 'number', minimum: 1000, maximum: 9999.99 },
    EMPTY,
  ],
};

const SCALARS: Readonly<Record<Exclude<Scalar['kind'], 'choice'>, JsonSchema>> = {
  text: TEXT,
  prose: TEXT,
  proses: TEXTS,
  texts: TEXTS,
  ...FIGURES,
  denominator: { type: ['number', 'string', 'null'] },
  date: DATE,
  deadline: { ...DATE, anyOf: [...DATE.anyOf, { const: '长期坚持' }] },
  yesno: { enum: ['是', '否', true, false, null] },
  version: { enum: [1, '1', null] },
};

function scalarSchema(field: Scalar): JsonSchema {
  return field.kind === 'choice' ? { enum: [...(field.choices ?? []), null] } : SCALARS[field.kind];
}
