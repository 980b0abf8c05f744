import { type Band, bandsOf, doOverlap } from '../account/bands.ts';
import { segmentsOf, siblingOf, valueAt } from '../facts/fact-path.ts';
import type { Figure } from '../facts/facts.ts';
import { rollUpOf } from '../facts/field.ts';
import {
  FIGURES,
  type FigurePlace,
  figureIn,
  figureNamed,
  partsIn,
  TALLIES,
  type TallyPlace,
} from '../facts/figure-fields.ts';
import { type CountyUnit, exactFigure } from './county-unit.ts';
import { type Decimal, plus, quotient, times, ZERO } from './decimal.ts';

/** A county's figure: what its units' come to, and who has none. */
export interface CountyFigure {
  readonly place: FigurePlace;
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
  readonly #figures = FIGURES.flatMap((place) => {
    const way = rollUpOf(place.field);
    return way === 'sum' || typeof way === 'object' ? [new Running(place, weightOf(way))] : [];
  });
  readonly #tallies = TALLIES.map((place) => new RunningTally(place));

  add(unit: CountyUnit): void {
    this.#names.push(unit.facts.unit?.name ?? '');
    for (const figure of this.#figures) figure.add(unit, this.#names.length - 1);
    for (const tally of this.#tallies) tally.add(unit, this.#names.length - 1);
  }

  /** Those that at least one unit states, or knows to be missing; in the vocabulary's order. */
  figures(): CountyFigure[] {
    return this.#figures.flatMap((each) => each.result(this.#names) ?? []);
  }

  tallies(): CountyTally[] {
    return this.#tallies.flatMap((each) => each.result(this.#names) ?? []);
  }
}

function weightOf(way: ReturnType<typeof rollUpOf>): FigurePlace | undefined {
  return typeof way === 'object' && 'meanBy' in way ? figureNamed(way.meanBy) : undefined;
}

/** The units without a figure by their numbers; the numbers of a whole country take some megabytes. */
class Lacking {
  readonly #units: number[] = [];
  isNamed = false;

  note(unit: number, value: Figure | ReadonlyMap<string, Figure> | undefined): void {
    this.#units.push(unit);
    if (value !== undefined) this.isNamed = true;
  }

  names(all: readonly string[]): string[] {
    return this.#units.map((unit) => all[unit] ?? '');
  }
}

class Running {
  readonly #place: FigurePlace;
  readonly #weight: FigurePlace | undefined;
  readonly #lacking = new Lacking();
  #sum = ZERO;
  #weights = ZERO;
  #scale = 0;
  #stating = 0;

  constructor(place: FigurePlace, weight: FigurePlace | undefined) {
    this.#place = place;
    this.#weight = weight;
  }

  add({ facts, written }: CountyUnit, index: number): void {
    const value = figureIn(facts, this.#place);
    const exact = exactFigure(value, this.#place.path, written);
    const weight = this.#weightIn({ facts, written });
    if (exact === undefined || weight === undefined) {
      if (!this.#isNoMatter({ facts, written }, value)) this.#lacking.note(index, value);
      return;
    }
    this.#stating += 1;
    this.#scale = Math.max(this.#scale, exact.scale);
    this.#sum = plus(this.#sum, this.#weight === undefined ? exact : times(exact, weight));
    this.#weights = plus(this.#weights, weight);
  }

  #weightIn({ facts, written }: Pick<CountyUnit, 'facts' | 'written'>): Decimal | undefined {
    if (this.#weight === undefined) return ONE;
    return exactFigure(figureIn(facts, this.#weight), this.#weight.path, written);
  }

  /** A unit without members has no average of theirs. */
  #isNoMatter(unit: Pick<CountyUnit, 'facts' | 'written'>, value: Figure | undefined): boolean {
    return this.#weight !== undefined && value === undefined && this.#weightIn(unit)?.digits === 0n;
  }

  result(names: readonly string[]): CountyFigure | undefined {
    if (this.#stating === 0 && !this.#lacking.isNamed) return undefined;
    const isMean = this.#weight !== undefined && this.#weights.digits !== 0n;
    const value = isMean ? quotient(this.#sum, this.#weights, Math.max(1, this.#scale)) : this.#sum;
    return { place: this.#place, value, lacking: this.#lacking.names(names), stating: this.#stating };
  }
}

const ONE: Decimal = { digits: 1n, scale: 0 };

class RunningTally {
  readonly #place: TallyPlace;
  readonly #parts = new Map<string, CountyPart>();
  readonly #lacking = new Lacking();
  #isPartial = false;

  constructor(place: TallyPlace) {
    this.#place = place;
  }

  /** A part that a division does not name is none: 0. A unit without the division, or with a part that is 待补, lacks it all. */
  add({ facts, written }: CountyUnit, index: number): void {
    const parts = partsIn(facts, this.#place);
    const isKnown = parts !== undefined && parts.size > 0 && ![...parts.values()].some(isPending);
    if (!isKnown) {
      this.#lacking.note(index, parts);
      return;
    }
    if (isPartialIn(facts, this.#place)) this.#isPartial = true;
    for (const [name, figure] of parts) {
      const exact = exactFigure(figure, `${this.#place.path}.${name}`, written) ?? ZERO;
      const part = this.#parts.get(name) ?? { value: ZERO, first: facts.unit?.name ?? '' };
      this.#parts.set(name, { ...part, value: plus(part.value, exact) });
    }
  }

  result(names: readonly string[]): CountyTally | undefined {
    if (this.#parts.size === 0) return undefined;
    const { parts, clashes } = joinBands(this.#parts, /byAge$/.test(this.#place.path));
    return {
      place: this.#place,
      parts,
      lacking: this.#lacking.names(names),
      isPartial: this.#isPartial,
      clashes,
    };
  }
}

function isPending(figure: Figure): boolean {
  return typeof figure !== 'number';
}

function isPartialIn(facts: CountyUnit['facts'], { path }: TallyPlace): boolean {
  return valueAt(facts, segmentsOf(siblingOf(path, 'partial'))) === true;
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
