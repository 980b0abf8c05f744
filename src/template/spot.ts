import type { Field, Fields } from '../facts/field.ts';

/** A place in the facts and what it is called. Those that every facts file has are made once, for every view walks the same. */
export class NamedPath {
  /** The facts path, in English. */
  readonly path: string;
  readonly label: string;
  #fields: readonly SpotOfField[] | undefined;
  readonly #items: NamedPath[] = [];

  constructor(path: string, label: string) {
    this.path = path;
    this.label = label;
  }

  /** The fields of the record that stands here. */
  fieldsOf(fields: Fields): readonly SpotOfField[] {
    this.#fields ??= Object.entries(fields).map(([name, field]) => {
      const path = this.path === '' ? name : `${this.path}.${name}`;
      return { name, field, spot: new NamedPath(path, field.label ?? this.label + field.zh) };
    });
    return this.#fields;
  }

  /** An item of the list that stands here; it is called as the list is. */
  item(index: number): NamedPath {
    const known = this.#items[index];
    if (known !== undefined) return known;
    const made = new NamedPath(`${this.path}.${index}`, this.label);
    if (index === this.#items.length && index < MOST_KEPT) this.#items.push(made);
    return made;
  }

  /** A part of the tally that stands here, by its name in the file. */
  part(name: string): NamedPath {
    return new NamedPath(`${this.path}.${name}`, this.label + name);
  }
}

interface SpotOfField {
  readonly name: string;
  readonly field: Field;
  readonly spot: NamedPath;
}

/** Hardly a list is longer; what an unusual one has more is not kept. */
const MOST_KEPT = 50;
