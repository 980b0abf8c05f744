import { everyField } from '../facts/every-field.ts';
import { segmentsOfPath } from '../facts/fact-path.ts';
import type { Facts } from '../facts/facts.ts';
import { VOCABULARY } from '../facts/vocabulary.ts';
import { fullFacts } from './full-facts.ts';

/** Facts that a template is tried with. */
export interface Variant {
  readonly facts: Facts;
  /** The facts path, without indexes, that this variant leaves out; absent where it leaves out none in particular. */
  readonly lacks?: string;
}

/** Full facts without each thing that may be absent, one at a time; nothing that every facts file must say is left out. */
export function lackingFacts(): Variant[] {
  const full = fullFacts();
  return optionalPaths().map((lacks) => ({
    lacks,
    facts: withoutPath(full, segmentsOfPath(lacks)) as Facts,
  }));
}

/** Minimal facts, then one optional field added at a time. */
export function sparseFacts(): Variant[] {
  const full = fullFacts();
  const minimal = optionalPaths().reduce<unknown>(
    (facts, path) => withoutPath(facts, segmentsOfPath(path)),
    full,
  );
  const added = Object.keys(VOCABULARY).map((name) => ({
    ...(minimal as Facts),
    [name]: full[name as keyof Facts],
  }));
  return [minimal as Facts, ...added].map((facts) => ({ facts }));
}

/** Full facts under other circumstances, so that a template's other branches are printed too. */
export function otherFacts(): Variant[] {
  const full = fullFacts();
  const { unit, report, measures = [] } = full;
  const dated = (from: number, to: number) => ({
    ...full,
    report: { ...report, from: { year: 2023, month: from }, to: { year: 2023, month: to } },
  });
  const kinds = VOCABULARY.unit.fields.kind.choices.map((kind) => ({ ...full, unit: { ...unit, kind } }));
  const stages = VOCABULARY.measures.item.status.choices.map((status) => ({
    ...full,
    measures: measures.map((measure) => ({ ...measure, status, deadline: '长期坚持' as const })),
  }));
  return [dated(1, 6), dated(7, 12), ...kinds, ...stages, firstItems(full) as Facts].map((facts) => ({
    facts,
  }));
}

/** Every list cut down to its first item. */
function firstItems(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(firstItems);
  if (typeof value !== 'object' || value === null || value instanceof Map) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, firstItems(inner)]));
}

function optionalPaths(): string[] {
  return everyField().flatMap(({ path, field }) => ('isRequired' in field && field.isRequired ? [] : [path]));
}

function withoutPath(value: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => withoutPath(item, [name, ...rest]));
  const { [name]: inner, ...others } = value as Record<string, unknown>;
  return rest.length === 0 || inner === undefined ? others : { ...others, [name]: withoutPath(inner, rest) };
}

/** Full facts without each thing that every facts file must say, so that what prints it comes to light. */
export function neededFacts(): Variant[] {
  const full = fullFacts();
  const paths = ['unit.name', 'unit.kind', 'report.date', 'work', 'problems'];
  return paths.map((lacks) => ({ lacks, facts: withoutPath(full, segmentsOfPath(lacks)) as Facts }));
}
