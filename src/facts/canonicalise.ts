import type { Facts } from './facts.ts';
import type { Field, Fields, ListField, Scalar, Tally } from './field.ts';
import { guessKey } from './guess-key.ts';
import { isSection } from './is-section.ts';
import { keysOf, type NamedField, neededOf } from './key-index.ts';
import type { Problem, Shape, Witness } from './problem.ts';
import { isList, isMap, type Raw, type RawList, type RawMap, REFUSED, type Spot } from './raw-tree.ts';
import { readScalar } from './read-scalar.ts';
import { Refusal } from './refusal.ts';
import { VOCABULARY } from './vocabulary.ts';

export interface Canonical {
  /** By English names, in the file's order. */
  readonly facts: Facts;
  /** Paths of needed facts that are not there. */
  readonly missing: readonly string[];
  /** Figures that print otherwise than their numbers would. */
  readonly written: ReadonlyMap<string, string>;
}

/**
 * Makes facts of a raw tree by the vocabulary: keys of either language become English names, texts become values of their
 * kinds. What is refused is told to the witness and left out, so are list items; nothing that was refused is missing.
 */
export function canonicalise(root: RawMap, witness: Witness): Canonical {
  const canonicaliser = new Canonicaliser(witness);
  const facts = canonicaliser.record(root, VOCABULARY, '');
  // `Facts` is the type of VOCABULARY, which has just decided every key and value.
  return { facts: facts as Facts, missing: canonicaliser.missing, written: canonicaliser.written };
}

/** An entry of a map. */
type MapSpot = Spot & { readonly holder: RawMap };

class Canonicaliser {
  readonly missing: string[] = [];
  readonly written = new Map<string, string>();
  private readonly witness: Witness;

  constructor(witness: Witness) {
    this.witness = witness;
  }

  record(map: RawMap, fields: Fields, path: string): Record<string, unknown> {
    const keys = keysOf(fields);
    const record: Record<string, unknown> = {};
    const seen: string[] = [];
    const settled: string[] = [];
    for (let index = 0; index < map.keys.length; index++) {
      const key = map.keys[index] ?? '';
      const at: MapSpot = { holder: map, index, part: 'value' };
      const known = keys.get(key) ?? this.refuseKey(at, fields, path, settled);
      if (known === undefined) continue;
      const innerPath = join(path, known.name);
      if (seen.includes(known.name)) {
        this.refuseRepeated(at, innerPath, (other) => keys.get(other)?.name === known.name);
        continue;
      }
      seen.push(known.name);
      this.witness.place?.(innerPath, at);
      const value = this.value(known.field, map.values[index] ?? '', innerPath, at);
      if (value !== undefined) settled.push(known.name);
      if (value !== undefined && value !== REFUSED) record[known.name] = value;
    }
    if (map.isOpen !== true) this.noteMissing(fields, path, settled);
    return record;
  }

  /** Says what it was probably meant to be, where what stands there is a whole section, to be read as that one. */
  private refuseKey(
    { holder, index }: MapSpot,
    fields: Fields,
    path: string,
    settled: string[],
  ): NamedField | undefined {
    const key = holder.keys[index] ?? '';
    const at: Spot = { holder, index, part: 'key' };
    this.witness.problem({ path: join(path, key), at, cause: { kind: 'unknown-key', key, fields } });
    const meant = guessKey(key, fields);
    if (meant === undefined) return undefined;
    const isFree =
      !settled.includes(meant.name) &&
      !holder.keys.some((other) => keysOf(fields).get(other)?.name === meant.name);
    settled.push(meant.name);
    return isFree && isSection(meant.field, holder.values[index]) ? meant : undefined;
  }

  /** A key that came before, in either language. */
  private refuseRepeated({ holder, index }: MapSpot, path: string, isSame: (key: string) => boolean): void {
    const first: Spot = { holder, index: holder.keys.findIndex(isSame), part: 'key' };
    this.witness.problem({
      path,
      at: { holder, index, part: 'key' },
      cause: { kind: 'duplicate-key', first },
    });
  }

  /** The value, `REFUSED` where it was reported, undefined where there is nothing. */
  private value(field: Field, raw: Raw, path: string, at: Spot): unknown {
    if (raw === REFUSED) return REFUSED;
    if (isBlank(raw)) return undefined;
    switch (field.kind) {
      case 'record':
        return isMap(raw) ? this.record(raw, field.fields, path) : this.refuseShape('record', raw, path, at);
      case 'list':
        return isList(raw) ? this.list(field, raw, path) : this.refuseShape('list', raw, path, at);
      case 'tally':
        return isMap(raw) ? this.tally(field, raw, path) : this.refuseShape('tally', raw, path, at);
      case 'proses':
      case 'texts':
        return this.texts(raw, path, at);
      default:
        return typeof raw === 'string'
          ? this.scalar(field, raw, path, at)
          : this.refuseShape('text', raw, path, at);
    }
  }

  private list(field: ListField, list: RawList, path: string): unknown {
    const { item } = field;
    const values: unknown[] = [];
    for (let index = 0; index < list.values.length; index++) {
      const raw = list.values[index] ?? '';
      const at: Spot = { holder: list, index, part: 'value' };
      const rawPath = `${path}.${index}`;
      const value =
        item === 'text'
          ? this.item(raw, rawPath, at)
          : this.recordItem(raw, item, rawPath, at, values.length, path);
      if (value === REFUSED) continue;
      this.witness.place?.(`${path}.${values.length}`, at);
      values.push(value);
    }
    return values.length === 0 && list.values.length === 0 ? undefined : values;
  }

  private recordItem(
    raw: Raw,
    fields: Fields,
    rawPath: string,
    at: Spot,
    index: number,
    path: string,
  ): unknown {
    if (raw === REFUSED) return REFUSED;
    if (isBlank(raw)) return this.refuse({ path: rawPath, at, cause: { kind: 'empty-item' } });
    if (!isMap(raw)) return this.refuseShape('record', raw, rawPath, at);
    return this.record(raw, fields, `${path}.${index}`);
  }

  private texts(raw: Raw, path: string, at: Spot): unknown {
    if (typeof raw === 'string') {
      this.witness.place?.(`${path}.0`, at);
      return [raw];
    }
    if (!isList(raw)) return this.refuseShape('texts', raw, path, at);
    return this.list(LIST_OF_TEXTS, raw, path);
  }

  /** An item of a list of texts. */
  private item(raw: Raw, path: string, at: Spot): unknown {
    if (raw === REFUSED) return REFUSED;
    if (isBlank(raw)) return this.refuse({ path, at, cause: { kind: 'empty-item' } });
    return typeof raw === 'string' ? raw : this.refuseShape('text', raw, path, at);
  }

  private tally({ part }: Tally, map: RawMap, path: string): ReadonlyMap<string, unknown> | undefined {
    const parts = new Map<string, unknown>();
    const seen = new Set<string>();
    for (let index = 0; index < map.keys.length; index++) {
      const key = map.keys[index] ?? '';
      const at: MapSpot = { holder: map, index, part: 'value' };
      const innerPath = join(path, key);
      if (seen.has(key)) {
        this.refuseRepeated(at, innerPath, (other) => other === key);
        continue;
      }
      seen.add(key);
      this.witness.place?.(innerPath, at);
      const value = this.value(PARTS[part], map.values[index] ?? '', innerPath, at);
      if (value !== undefined && value !== REFUSED) parts.set(key, value);
    }
    return map.keys.length === 0 ? undefined : parts;
  }

  private scalar(field: Scalar, raw: string, path: string, at: Spot): unknown {
    const isText = field.kind === 'text' || field.kind === 'prose';
    const text = isText ? raw : raw.trim();
    const value = readScalar(field, text);
    if (value instanceof Refusal) return this.refuse({ path, at, cause: { kind: 'value', refusal: value } });
    if (typeof value === 'number' && String(value) !== text) this.written.set(path, text);
    return value;
  }

  private refuseShape(expected: Shape, raw: Raw, path: string, at: Spot): typeof REFUSED {
    return this.refuse({ path, at, cause: { kind: 'shape', expected, raw } });
  }

  private refuse(problem: Problem): typeof REFUSED {
    this.witness.problem(problem);
    return REFUSED;
  }

  private noteMissing(fields: Fields, path: string, settled: readonly string[]): void {
    for (const { name, field } of neededOf(fields)) {
      if (settled.includes(name)) continue;
      if (field.kind === 'record') this.noteMissing(field.fields, join(path, name), NONE);
      else this.missing.push(join(path, name));
    }
  }
}

const NONE: readonly string[] = [];
const PARTS: Readonly<Record<Tally['part'], Scalar>> = {
  count: { kind: 'count', zh: '' },
  amount: { kind: 'amount', zh: '' },
};
const LIST_OF_TEXTS: ListField = { kind: 'list', zh: '', item: 'text' };

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

function isBlank(raw: Raw): boolean {
  return typeof raw === 'string' && raw.trim() === '';
}
