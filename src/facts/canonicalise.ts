import { joinPath } from './fact-path.ts';
import type { Facts } from './facts.ts';
import type { Field, Fields, ListField, Scalar, TallyField } from './field.ts';
import { guessKey } from './guess-key.ts';
import { isSection } from './is-section.ts';
import { bitOf, type NamedField, neededOf, recordIndex } from './key-index.ts';
import type { ExpectedShape, FactsProblem, Witness } from './problem.ts';
import { isList, isMap, type Raw, type RawList, type RawMap, type RawPlace, REFUSED } from './raw-tree.ts';
import { readScalar } from './read-scalar.ts';
import { Refusal } from './refusal.ts';
import { VOCABULARY } from './vocabulary.ts';

export interface Canonical {
  /** By English names, in the file's order. */
  readonly facts: Facts;
  /** Needed facts that are not there. */
  readonly missing: readonly MissingFact[];
  /** Figures that print otherwise than their numbers would. */
  readonly written: ReadonlyMap<string, string>;
}

export interface MissingFact {
  readonly path: string;
  /** Whether its key is there, with nothing after it. */
  readonly isEmpty: boolean;
}

/**
 * Makes facts of a raw tree by the vocabulary: keys of either language become English names, texts become values of their
 * kinds. What is refused is told to the witness and left out, so are list items; nothing that was refused is missing.
 */
export function canonicalise(root: RawMap, witness: Witness): Canonical {
  const canonicaliser = new Canonicaliser(witness);
  const facts = canonicaliser.record(root, VOCABULARY);
  // `Facts` is the type of VOCABULARY, which has just decided every key and value.
  return { facts: facts as Facts, missing: canonicaliser.missing, written: canonicaliser.written };
}

/**
 * Where the reading is in a map or a list, whose entries it takes one after another; a path is put together only where
 * somebody asks for it.
 */
class RawStep<Holder extends RawMap | RawList = RawMap | RawList> {
  readonly holder: Holder;
  private readonly outer: RawStep | undefined;
  index = 0;
  /** What the entry's path ends with. */
  name: string | number = '';

  constructor(holder: Holder, outer: RawStep | undefined) {
    this.holder = holder;
    this.outer = outer;
  }

  get path(): string {
    return this.outer === undefined ? `${this.name}` : `${this.outer.path}.${this.name}`;
  }

  spot(part: RawPlace['part'] = 'value'): RawPlace {
    return { holder: this.holder, index: this.index, part };
  }
}

/** Which fields of a record came, and which of them hold something or were refused: sets of their bits. */
type SeenFields = Pick<RecordStep, 'seen' | 'settled'>;

const NOTHING_SEEN: SeenFields = { seen: 0, settled: 0 };

class RecordStep extends RawStep<RawMap> {
  seen = 0;
  settled = 0;
}

class Canonicaliser {
  readonly missing: MissingFact[] = [];
  readonly written = new Map<string, string>();
  private readonly witness: Witness;

  constructor(witness: Witness) {
    this.witness = witness;
  }

  record(map: RawMap, fields: Fields, outer?: RawStep): Record<string, unknown> {
    const { order, keys, needed } = recordIndex(fields);
    let next = 0;
    const record: Record<string, unknown> = {};
    const step = new RecordStep(map, outer);
    for (let index = 0; index < map.keys.length; index++) {
      step.index = index;
      const key = map.keys[index] ?? '';
      const expected = order[next];
      const known = key === expected?.zh ? expected : (keys.get(key) ?? this.refuseKey(step, fields));
      if (known === undefined) continue;
      next = known.position + 1;
      const bit = bitOf(known);
      step.name = known.name;
      if ((step.seen & bit) !== 0) {
        this.refuseRepeated(step, firstWritten(known, map, keys));
        continue;
      }
      step.seen |= bit;
      this.witness.place?.(step.path, step.spot());
      const value = this.value(known.field, map.values[index] ?? '', step);
      if (value !== undefined) step.settled |= bit;
      if (value !== undefined && value !== REFUSED) record[known.name] = value;
    }
    if ((step.settled & needed) !== needed && map.isOpen !== true) {
      this.noteMissing(fields, outer?.path ?? '', step);
    }
    return record;
  }

  /** Says what it was probably meant to be, where what is there is a whole section, to be read as that one. */
  private refuseKey(step: RecordStep, fields: Fields): NamedField | undefined {
    const { holder, index, settled } = step;
    const { keys } = recordIndex(fields);
    const key = holder.keys[index] ?? '';
    step.name = key;
    this.witness.problem({
      path: step.path,
      at: step.spot('key'),
      cause: { kind: 'unknown-key', key, fields },
    });
    const meant = guessKey(key, fields);
    if (meant === undefined) return undefined;
    const isFree = (settled & bitOf(meant)) === 0 && firstWritten(meant, holder, keys) === -1;
    step.settled |= bitOf(meant);
    return isFree && isSection(meant.field, holder.values[index]) ? meant : undefined;
  }

  /** A key that came before, in either language. */
  private refuseRepeated(step: RawStep<RawMap>, firstIndex: number): void {
    const first: RawPlace = { holder: step.holder, index: firstIndex, part: 'key' };
    this.witness.problem({
      path: step.path,
      at: step.spot('key'),
      cause: { kind: 'duplicate-key', first },
    });
  }

  /** The value, `REFUSED` where it was reported, undefined where there is nothing. */
  private value(field: Field, raw: Raw, step: RawStep): unknown {
    if (raw === REFUSED) return REFUSED;
    if (isBlankValue(raw)) return undefined;
    switch (field.kind) {
      case 'record':
        return isMap(raw) ? this.record(raw, field.fields, step) : this.refuseShape('record', raw, step);
      case 'list':
        return isList(raw) ? this.list(field, raw, step) : this.refuseShape('list', raw, step);
      case 'mapping':
        return isMap(raw) ? this.mapping(raw, step) : this.refuseShape('mapping', raw, step);
      case 'tally':
        return isMap(raw) ? this.tally(field, raw, step) : this.refuseShape('tally', raw, step);
      case 'proses':
      case 'texts':
        return this.texts(raw, step);
      default:
        return typeof raw === 'string' ? this.scalar(field, raw, step) : this.refuseShape('text', raw, step);
    }
  }

  private list(field: ListField, list: RawList, outer: RawStep): unknown {
    const { item, bare } = field;
    const values: unknown[] = [];
    const step = new RawStep(list, outer);
    for (let index = 0; index < list.values.length; index++) {
      const raw = list.values[index] ?? '';
      step.index = index;
      step.name = index;
      const value =
        item === 'text'
          ? this.item(raw, step)
          : this.recordItem(raw, { fields: item, bare }, step, values.length);
      if (value === REFUSED) continue;
      step.name = values.length;
      this.witness.place?.(step.path, step.spot());
      values.push(value);
    }
    return values.length === 0 && list.values.length === 0 ? undefined : values;
  }

  /** A record that becomes the item `number` of its list. */
  private recordItem(
    raw: Raw,
    { fields, bare }: { readonly fields: Fields; readonly bare: string | undefined },
    step: RawStep,
    number: number,
  ): unknown {
    if (raw === REFUSED) return REFUSED;
    if (isBlankValue(raw)) return this.refuse(step, { kind: 'empty-item' });
    const meant = bare === undefined || typeof raw !== 'string' ? undefined : fields[bare];
    if (bare !== undefined && meant !== undefined) return this.bareItem(raw, bare, meant, step);
    if (!isMap(raw)) return this.refuseShape('record', raw, step);
    step.name = number;
    return this.record(raw, fields, step);
  }

  /** A text alone stands for a record with one field. */
  private bareItem(raw: Raw, name: string, field: Field, step: RawStep): unknown {
    const value = this.value(field, raw, step);
    return value === REFUSED || value === undefined ? REFUSED : { [name]: value };
  }

  private texts(raw: Raw, step: RawStep): unknown {
    if (typeof raw === 'string') {
      this.witness.place?.(`${step.path}.0`, step.spot());
      return [raw];
    }
    if (!isList(raw)) return this.refuseShape('texts', raw, step);
    return this.list(LIST_OF_TEXTS, raw, step);
  }

  /** An item of a list of texts. */
  private item(raw: Raw, step: RawStep): unknown {
    if (raw === REFUSED) return REFUSED;
    if (isBlankValue(raw)) return this.refuse(step, { kind: 'empty-item' });
    return typeof raw === 'string' ? raw : this.refuseShape('text', raw, step);
  }

  private tally({ part }: TallyField, map: RawMap, outer: RawStep): ReadonlyMap<string, unknown> | undefined {
    const parts = new Map<string, unknown>();
    const step = new RawStep(map, outer);
    let hasGaps = false;
    for (let index = 0; index < map.keys.length; index++) {
      const key = map.keys[index] ?? '';
      step.index = index;
      step.name = key;
      if (parts.has(key)) {
        this.refuseRepeated(step, map.keys.indexOf(key));
        continue;
      }
      this.witness.place?.(step.path, step.spot());
      const value = this.value(TALLY_SCALARS[part], map.values[index] ?? '', step);
      hasGaps ||= value === undefined || value === REFUSED;
      parts.set(key, value);
    }
    if (hasGaps) dropGaps(parts);
    return map.keys.length === 0 ? undefined : parts;
  }

  private mapping(map: RawMap, outer: RawStep): ReadonlyMap<string, string> | undefined {
    const texts = new Map<string, string>();
    const step = new RawStep(map, outer);
    for (let index = 0; index < map.keys.length; index++) {
      const key = map.keys[index] ?? '';
      step.index = index;
      step.name = key;
      if (texts.has(key)) {
        this.refuseRepeated(step, map.keys.indexOf(key));
        continue;
      }
      this.witness.place?.(step.path, step.spot());
      const value = this.value(TEXT_SCALAR, map.values[index] ?? '', step);
      if (typeof value === 'string') texts.set(key, value);
    }
    return texts.size === 0 ? undefined : texts;
  }

  private scalar(field: Scalar, raw: string, step: RawStep): unknown {
    const { kind } = field;
    const text = kind === 'text' || kind === 'prose' ? raw : raw.trim();
    const value = readScalar(field, text);
    if (value instanceof Refusal) return this.refuse(step, { kind: 'value', refusal: value });
    // Whole numbers are taken only as they print.
    const mayDiffer = kind === 'amount' || kind === 'denominator';
    if (mayDiffer && typeof value === 'number' && String(value) !== text) this.written.set(step.path, text);
    return value;
  }

  private refuseShape(expected: ExpectedShape, raw: Raw, step: RawStep): typeof REFUSED {
    return this.refuse(step, { kind: 'shape', expected, raw });
  }

  private refuse(step: RawStep, cause: FactsProblem['cause']): typeof REFUSED {
    this.witness.problem({ path: step.path, at: step.spot(), cause });
    return REFUSED;
  }

  private noteMissing(fields: Fields, path: string, { seen, settled }: SeenFields): void {
    for (const needed of neededOf(fields)) {
      const { name, field } = needed;
      if ((settled & bitOf(needed)) !== 0) continue;
      if (field.kind === 'record') this.noteMissing(field.fields, joinPath(path, name), NOTHING_SEEN);
      else this.missing.push({ path: joinPath(path, name), isEmpty: (seen & bitOf(needed)) !== 0 });
    }
  }
}

/** Where the field comes first, under either name; -1 where it does not. */
function firstWritten({ name }: NamedField, map: RawMap, keys: ReadonlyMap<string, NamedField>): number {
  return map.keys.findIndex((key) => keys.get(key)?.name === name);
}

function dropGaps(parts: Map<string, unknown>): void {
  for (const [key, value] of parts) if (value === undefined || value === REFUSED) parts.delete(key);
}

const TALLY_SCALARS: Readonly<Record<TallyField['part'], Scalar>> = {
  count: { kind: 'count', zh: '' },
  amount: { kind: 'amount', zh: '', rollUp: 'sum' },
};
const TEXT_SCALAR: Scalar = { kind: 'text', zh: '' };
const LIST_OF_TEXTS: ListField = { kind: 'list', zh: '', item: 'text', rollUp: 'none' };

function isBlankValue(raw: Raw): boolean {
  return typeof raw === 'string' && (raw === '' || (beginsBlank(raw) && raw.trim() === ''));
}

/** Whether the first character may be white space; hardly any text has to be trimmed to tell that it holds something. */
function beginsBlank(text: string): boolean {
  const code = text.charCodeAt(0);
  return code <= 0x20 || (code >= 0x80 && code <= 0x3000) || code === 0xfeff;
}
