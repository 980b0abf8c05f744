import type { Facts } from '../facts/facts.ts';
import type { Fields } from '../facts/field.ts';
import { VOCABULARY } from '../facts/vocabulary.ts';

/** The facts path of a reference in either language: 党员.总数 → members.total; undefined for what is no known path. */
export function referencePath(reference: string, facts: Facts): string | undefined {
  const path: string[] = [];
  let fields: Fields = VOCABULARY;
  const segments = reference.split('.').map((segment) => segment.trim());
  for (const [index, segment] of segments.entries()) {
    const name = nameIn(fields, segment);
    const field = name === undefined ? undefined : fields[name];
    if (field === undefined || name === undefined) return undefined;
    path.push(name);
    const rest = segments.slice(index + 1).join('.');
    if (field.kind === 'tally') return rest === '' ? undefined : [...path, rest].join('.');
    if (name === 'indicators') return indicatorPath(rest, facts);
    if (field.kind !== 'record') return rest === '' && field.kind !== 'list' ? path.join('.') : undefined;
    fields = field.fields;
  }
  return undefined;
}

function nameIn(fields: Fields, segment: string): string | undefined {
  if (Object.hasOwn(fields, segment)) return segment;
  for (const name in fields) if (fields[name]?.zh === segment) return name;
  return undefined;
}

function indicatorPath(key: string, facts: Facts): string | undefined {
  const index = (facts.indicators ?? []).findIndex(({ id, name }) => id === key || name === key);
  return index < 0 ? undefined : `indicators.${index}.value`;
}
