/** A figure of a text whose truth is known: its value, and how it is printed. */
export interface LedgerFigure {
  readonly value: number;
  /** What a unit of its last printed digit is worth: 1 for 300名, 1000 for 24.3万. */
  readonly step: number;
  readonly print: (value: number) => string;
  /** Whether any value within half a step may be meant: of amounts and percentages, and what is printed in 万. */
  readonly isRounded: boolean;
}

/** How figures of a text belong together: true as long as `holds` of their values. */
export interface Relation {
  readonly kind: 'sum' | 'share' | 'rate' | 'growth' | 'difference' | 'flow' | 'average' | 'ratio';
  readonly figures: readonly LedgerFigure[];
  readonly holds: (rangeIn: (figure: LedgerFigure) => Range) => boolean;
}

/** The values that a printed figure may mean. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** A paragraph as its pieces, with what has to hold of its figures. */
export interface LedgerText {
  readonly genre: string;
  readonly pieces: readonly (string | LedgerFigure)[];
  readonly relations: readonly Relation[];
}

export type Random = () => number;

/** Makes figures that fit one another, from a seeded model. */
export class Ledger {
  readonly #random: Random;
  readonly relations: Relation[] = [];

  constructor(random: Random) {
    this.#random = random;
  }

  between(low: number, high: number): number {
    return low + Math.floor(this.#random() * (high - low + 1));
  }

  pick<T>(things: readonly [T, ...T[]]): T {
    return things[Math.floor(this.#random() * things.length)] ?? things[0];
  }

  two(whole: LedgerFigure): [LedgerFigure, LedgerFigure] {
    const [a, rest] = this.#halve(whole, 2);
    return [a, rest];
  }

  three(whole: LedgerFigure): [LedgerFigure, LedgerFigure, LedgerFigure] {
    const [a, rest] = this.#halve(whole, 3);
    return [a, ...this.two(rest)];
  }

  four(whole: LedgerFigure): [LedgerFigure, LedgerFigure, LedgerFigure, LedgerFigure] {
    const [a, rest] = this.#halve(whole, 4);
    return [a, ...this.three(rest)];
  }

  /** Some of a whole, and what is left of it for the other parts; neither is 0. */
  #halve(whole: LedgerFigure, count: number): [LedgerFigure, LedgerFigure] {
    const part = Math.max(1, Math.floor((whole.value / count) * (0.4 + this.#random())));
    const figures = [part, whole.value - part].map((value) =>
      whole.isRounded ? this.measure(value) : this.count(value),
    );
    return figures as [LedgerFigure, LedgerFigure];
  }

  /** 300: counted one by one. */
  count(value: number): LedgerFigure {
    return { value, step: 1, print: String, isRounded: false };
  }

  /** In the unit that it is printed with, to some decimals: 5200 or 24.31 of 万元. */
  measure(value: number, decimals = 0): LedgerFigure {
    const print = (each: number) => each.toFixed(decimals);
    return { value: Number(print(value)), step: 10 ** -decimals, print, isRounded: true };
  }

  /** All parts make the whole. */
  sum(whole: LedgerFigure, parts: readonly LedgerFigure[]): void {
    this.relations.push({
      kind: 'sum',
      figures: [whole, ...parts],
      holds: (rangeIn) => meet(rangeIn(whole), add(parts.map(rangeIn))),
    });
  }

  /** The share that a count has, to some decimals, as a figure of its own. */
  share(
    part: LedgerFigure,
    whole: LedgerFigure,
    decimals = 1,
    kind: 'share' | 'rate' = 'share',
  ): LedgerFigure {
    const stated = this.measure((part.value / whole.value) * 100, decimals);
    this.relations.push({
      kind,
      figures: [part, whole, stated],
      holds: (rangeIn) => {
        const [a, b] = [rangeIn(part), rangeIn(whole)];
        return meet(rangeIn(stated), { low: (a.low / b.high) * 100, high: (a.high / b.low) * 100 });
      },
    });
    return stated;
  }

  /** By how much it became more, or less. */
  change(now: LedgerFigure, last: LedgerFigure, decimals = 0): LedgerFigure {
    const by = Math.abs(now.value - last.value);
    const stated = now.isRounded ? this.measure(by, decimals) : this.count(by);
    const sign = now.value < last.value ? -1 : 1;
    this.relations.push({
      kind: 'difference',
      figures: [now, last, stated],
      holds: (rangeIn) => {
        const [a, b] = sign > 0 ? [rangeIn(now), rangeIn(last)] : [rangeIn(last), rangeIn(now)];
        return meet(rangeIn(stated), { low: a.low - b.high, high: a.high - b.low });
      },
    });
    return stated;
  }

  /** By how much per cent, where the text says what it was. */
  growth(now: LedgerFigure, last: LedgerFigure, decimals = 1): LedgerFigure {
    const stated = this.measure((Math.abs(now.value - last.value) / last.value) * 100, decimals);
    const sign = now.value < last.value ? -1 : 1;
    this.relations.push({
      kind: 'growth',
      figures: [now, last, stated],
      holds: (rangeIn) => {
        const [a, b] = [rangeIn(now), rangeIn(last)];
        const rates = [a.low / b.high - 1, a.high / b.low - 1].map((rate) => rate * 100 * sign);
        return meet(rangeIn(stated), { low: Math.min(...rates), high: Math.max(...rates) });
      },
    });
    return stated;
  }

  /** By how much per cent, where the text says by how much. */
  growthBy(now: LedgerFigure, by: LedgerFigure, sign: 1 | -1, decimals = 1): LedgerFigure {
    const stated = this.measure((by.value / (now.value - sign * by.value)) * 100, decimals);
    this.relations.push({
      kind: 'growth',
      figures: [now, by, stated],
      holds: (rangeIn) => {
        const [a, d] = [rangeIn(now), rangeIn(by)];
        const befores = [
          a.low - sign * d.high,
          a.low - sign * d.low,
          a.high - sign * d.high,
          a.high - sign * d.low,
        ];
        return meet(rangeIn(stated), {
          low: (d.low / Math.max(...befores)) * 100,
          high: (d.high / Math.min(...befores)) * 100,
        });
      },
    });
    return stated;
  }

  /** What a total comes to for each of so many, in the total's unit times `factor`; a clerk rounds it or cuts it off. */
  average(total: LedgerFigure, count: LedgerFigure, decimals = 0, factor = 1): LedgerFigure {
    const stated = this.measure((total.value / count.value) * factor, decimals);
    this.quotient('average', { total, count, stated, factor });
    return stated;
  }

  /** How many of one come to one of the other: 12.4∶1. */
  ratio(many: LedgerFigure, few: LedgerFigure): LedgerFigure {
    const stated = this.measure(many.value / few.value, 1);
    this.quotient('ratio', { total: many, count: few, stated, factor: 1 });
    return stated;
  }

  /** That a figure is a total divided by a count. */
  quotient(
    kind: 'average' | 'ratio',
    {
      total,
      count,
      stated,
      factor,
    }: Readonly<Record<'total' | 'count' | 'stated', LedgerFigure>> & { readonly factor: number },
  ): void {
    this.relations.push({
      kind,
      figures: [total, count, stated],
      holds: (rangeIn) => {
        const [a, b, c] = [rangeIn(total), rangeIn(count), rangeIn(stated)];
        const due = { low: (a.low / b.high) * factor, high: (a.high / b.low) * factor };
        return meet({ low: c.low, high: c.high + stated.step / 2 }, due);
      },
    });
  }

  /** What is taken of a whole leaves the rest. */
  rest(whole: LedgerFigure, taken: LedgerFigure, left: LedgerFigure): void {
    this.relations.push({
      kind: 'flow',
      figures: [whole, taken, left],
      holds: (rangeIn) =>
        meet(rangeIn(left), {
          low: rangeIn(whole).low - rangeIn(taken).high,
          high: rangeIn(whole).high - rangeIn(taken).low,
        }),
    });
  }

  /** What was there, came and went leaves what is left. */
  flow(opening: LedgerFigure, came: LedgerFigure, went: LedgerFigure, left: LedgerFigure): void {
    this.relations.push({
      kind: 'flow',
      figures: [opening, came, went, left],
      holds: (rangeIn) =>
        meet(rangeIn(left), {
          low: rangeIn(opening).low + rangeIn(came).low - rangeIn(went).high,
          high: rangeIn(opening).high + rangeIn(came).high - rangeIn(went).low,
        }),
    });
  }
}

function add(ranges: readonly Range[]): Range {
  return {
    low: ranges.reduce((sum, { low }) => sum + low, 0),
    high: ranges.reduce((sum, { high }) => sum + high, 0),
  };
}

const DUST = 1e-7;

function meet(a: Range, b: Range): boolean {
  return a.low <= b.high + DUST && b.low <= a.high + DUST;
}

/** What a figure may mean as it is printed. */
export function rangeOf({ step, isRounded }: LedgerFigure, value: number): Range {
  const spread = isRounded ? step / 2 : 0;
  return { low: value - spread, high: value + spread };
}

/** A text as it reads, with one figure printed otherwise where one is given. */
export function printText(
  { pieces }: LedgerText,
  changed?: { readonly figure: LedgerFigure; readonly value: number },
): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      return piece.print(changed !== undefined && changed.figure === piece ? changed.value : piece.value);
    })
    .join('');
}

/** The relations that no longer hold once a figure is printed as another value. */
export function brokenBy(
  { relations }: LedgerText,
  changed: { readonly figure: LedgerFigure; readonly value: number },
): readonly Relation[] {
  const rangeIn = (figure: LedgerFigure) =>
    rangeOf(figure, figure === changed.figure ? changed.value : figure.value);
  return relations.filter(({ figures, holds }) => figures.includes(changed.figure) && !holds(rangeIn));
}

/** A slip of the pen: another digit, two digits the wrong way round, or an old value; never the same and never 0. */
export function slip(figure: LedgerFigure, random: Random): number {
  const digits = figure.print(figure.value);
  for (let tries = 0; tries < 20; tries += 1) {
    const at = Math.floor(random() * digits.length);
    const digit = digits[at] ?? '';
    if (!/\d/.test(digit)) continue;
    const next = digits[at + 1] ?? '';
    const isSwap = random() < 0.3 && /\d/.test(next) && next !== digit;
    const other = String((Number(digit) + 1 + Math.floor(random() * 9)) % 10);
    const text = isSwap
      ? digits.slice(0, at) + next + digit + digits.slice(at + 2)
      : digits.slice(0, at) + other + digits.slice(at + 1);
    if (text !== digits && !/^0\d/.test(text) && Number(text) > 0) return Number(text);
  }
  return figure.value + figure.step * 7;
}
