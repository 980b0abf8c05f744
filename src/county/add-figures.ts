import { type Band, bandsOf, doOverlap } from '../account/bands.ts';
import { rollUpOf } from '../facts/field.ts';
import { FIGURE_FIELDS, type SingleFigure, TALLIES, type TallyPlace } from '../facts/figure-fields.ts';
import { type Decimal, decimalOf, ExactSum, multiply, plus, quotientOf } from './decimal.ts';
import type { FigureText, TallyExtract, UnitExtract } from './unit-extract.ts';

/** A county's figure: what its units' come to, and who has none. */
export interface CountyFigure {
  readonly place: SingleFigure;
  /** Of the units that state it. */
  readonly value: Decimal;
  /** Names of the units that do not. */
  readonly lacking: readonly string[];
  readonly stating: number;
}

/** A county's division: parts of the same name added up. */
export interface CountyTally {
  readonly place: TallyPlace;
  readonly parts: ReadonlyMap<string, CountyPart>;
  readonly lacking: readonly string[];
  /** Whether a unit says that its own is not the whole. */
  readonly isPartial: boolean;
  /** Bands of different units that one person can belong to: then there is no sum. */
  readonly clashes: readonly (readonly [string, string])[];
}

export interface CountyPart {
  readonly value: Decimal;
  /** The first unit that has it. */
  readonly first: string;
}

/** Adds units' figures up, one unit after another; what it keeps does not grow with their texts. */
export class FigureSums {
  readonly #names: string[] = [];
  readonly #figures = FIGURE_FIELDS.flatMap((place, index) => {
    const way = rollUpOf(place.field);
    return way === 'sum' || typeof way === 'object' ? [new Running(place, index, weightPath(way))] : [];
  });
  readonly #tallies = TALLIES.map((place) => new RunningTally(place));

  add(unit: UnitExtract): void {
    const index = this.#names.push(unit.name) - 1;
    for (const figure of this.#figures) figure.add(unit, index);
    for (const [place, tally] of this.#tallies.entries()) tally.add(unit, unit.tallies[place] ?? null, index);
  }

  /** Those that at least one unit states, or knows to be missing; in the vocabulary's order. */
  figures(): CountyFigure[] {
    return this.#figures.flatMap((each) => each.result(this.#names) ?? []);
  }

  tallies(): CountyTally[] {
    return this.#tallies.flatMap((each) => each.result(this.#names) ?? []);
  }
}

/** Where in `FIGURE_FIELDS` the figure stands by which a mean is weighted. */
function weightPath(way: ReturnType<typeof rollUpOf>): number | undefined {
  if (typeof way !== 'object' || !('meanBy' in way)) return undefined;
  const index = FIGURE_FIELDS.findIndex(({ path }) => path === way.meanBy);
  if (index === -1) throw new Error(`the vocabulary has no figure ${way.meanBy}`);
  return index;
}

/** The units without a figure by their numbers; the numbers of a whole country take some megabytes. */
class Lacking {
  readonly #units: number[] = [];
  isNamed = false;

  note(unit: number, isNamed: boolean): void {
    this.#units.push(unit);
    if (isNamed) this.isNamed = true;
  }

  names(all: readonly string[]): string[] {
    return this.#units.map((unit) => all[unit] ?? '');
  }
}

class Running {
  readonly #place: SingleFigure;
  readonly #index: number;
  readonly #weight: number | undefined;
  readonly #lacking = new Lacking();
  readonly #sum = new ExactSum();
  readonly #weights = new ExactSum();
  #scale = 0;
  #stating = 0;

  constructor(place: SingleFigure, index: number, weight: number | undefined) {
    this.#place = place;
    this.#index = index;
    this.#weight = weight;
  }

  add({ figures }: UnitExtract, unit: number): void {
    const text = figures[this.#index] ?? null;
    const weight = this.#weight === undefined ? ONE : (figures[this.#weight] ?? null);
    if (!isKnown(text) || !isKnown(weight)) {
      if (!this.#isNoMatter(text, weight)) this.#lacking.note(unit, text !== null);
      return;
    }
    this.#stating += 1;
    if (this.#weight === undefined) {
      this.#sum.add(text);
      return;
    }
    const [exact, heads] = [decimalOf(text), decimalOf(weight)];
    this.#scale = Math.max(this.#scale, exact.scale);
    this.#sum.addDecimal(multiply(exact, heads));
    this.#weights.addDecimal(heads);
  }

  /** A unit without members has no average of theirs. */
  #isNoMatter(text: FigureText, weight: FigureText): boolean {
    return (
      this.#weight !== undefined && text === null && weight !== null && Number(weight) === 0 && weight !== ''
    );
  }

  result(names: readonly string[]): CountyFigure | undefined {
    if (this.#stating === 0 && !this.#lacking.isNamed) return undefined;
    const [sum, weights] = [this.#sum.total(), this.#weights.total()];
    const isMean = this.#weight !== undefined && weights.digits !== 0n;
    const value = isMean ? quotientOf(sum, weights, Math.max(1, this.#scale)) : sum;
    return { place: this.#place, value, lacking: this.#lacking.names(names), stating: this.#stating };
  }
}

const ONE = '1';

function isKnown(text: FigureText): text is string {
  return text !== null && text !== '';
}

class RunningTally {
  readonly #place: TallyPlace;
  readonly #parts = new Map<string, { readonly sum: ExactSum; readonly first: string }>();
  readonly #lacking = new Lacking();
  #isPartial = false;

  constructor(place: TallyPlace) {
    this.#place = place;
  }

  /** A part that a division does not name is none: 0. A unit without the division, or with a part that is 待补, lacks it all. */
  add({ name: unit }: UnitExtract, tally: TallyExtract | null, index: number): void {
    if (tally === null || tally.parts.some(([, text]) => text === '')) {
      this.#lacking.note(index, tally !== null);
      return;
    }
    if (tally.isPartial) this.#isPartial = true;
    for (const [name, text] of tally.parts) {
      const part = this.#parts.get(name) ?? { sum: new ExactSum(), first: unit };
      this.#parts.set(name, part);
      part.sum.add(text);
    }
  }

  result(names: readonly string[]): CountyTally | undefined {
    if (this.#parts.size === 0) return undefined;
    const sums = new Map(
      [...this.#parts].map(([name, { sum, first }]) => [name, { value: sum.total(), first }] as const),
    );
    const { parts, clashes } = joinBands(sums, /byAge$/.test(this.#place.path));
    return {
      place: this.#place,
      parts,
      lacking: this.#lacking.names(names),
      isPartial: this.#isPartial,
      clashes,
    };
  }
}

/** The same band in two spellings is one, under the name that came first; those that overlap are told. */
function joinBands(
  parts: ReadonlyMap<string, CountyPart>,
  isAge: boolean,
): Pick<CountyTally, 'parts' | 'clashes'> {
  const bands = bandsOf([...parts.keys()], isAge);
  const nameOf = new Map<string, string>();
  const distinct: Band[] = [];
  for (const band of bands) {
    const same = distinct.find(
      ({ scale, low, high }) => isAge && scale === band.scale && low === band.low && high === band.high,
    );
    if (same === undefined) distinct.push(band);
    else nameOf.set(band.name, same.name);
  }
  const joined = new Map<string, CountyPart>();
  for (const [name, part] of parts) {
    const own = nameOf.get(name) ?? name;
    const known = joined.get(own);
    joined.set(own, known === undefined ? part : { ...known, value: plus(known.value, part.value) });
  }
  const clashes = distinct.flatMap((a, index) =>
    distinct.slice(index + 1).flatMap((b) => (doOverlap(a, b) ? [[a.name, b.name] as const] : [])),
  );
  return { parts: joined, clashes };
}
