import { type Decimal, decimalOf, multiply, plus, quotientOf, ZERO } from './decimal.ts';
import type { IndicatorExtract, UnitExtract } from './unit-extract.ts';

/** An indicator of a county. */
export interface CountyIndicator {
  readonly id?: string;
  readonly name: string;
  readonly unit?: string;
  readonly year?: string;
  readonly scope?: string;
  /** Undefined where there is none, and `why` says why not. */
  readonly value?: Decimal;
  readonly of?: Decimal;
  readonly why?: string;
  /** How many units state it, and the names of those that do not. */
  readonly stating: number;
  readonly lacking: readonly string[];
}

/** Adds units' indicators up: those of one 编号, else of one name, and of one unit of measure. Shares are weighted by their 分母. */
export class IndicatorSums {
  readonly #groups: IndicatorGroup[] = [];
  readonly #byId = new Map<string, IndicatorGroup>();
  readonly #byName = new Map<string, IndicatorGroup>();
  readonly #names: string[] = [];

  add({ name, indicators }: UnitExtract): void {
    const index = this.#names.push(name) - 1;
    for (const indicator of indicators) addToGroup(this.#groupOf(indicator), indicator, { name, index });
  }

  #groupOf({ id, name }: IndicatorExtract): IndicatorGroup {
    const named = this.#byName.get(name);
    const isSame = named !== undefined && (id === undefined || named.id === undefined || named.id === id);
    const group = (id === undefined ? undefined : this.#byId.get(id)) ?? (isSame ? named : undefined);
    const kept = group ?? newGroup(name);
    if (group === undefined) this.#groups.push(kept);
    if (id !== undefined) {
      kept.id ??= id;
      this.#byId.set(id, kept);
    }
    if (!this.#byName.has(name)) this.#byName.set(name, kept);
    return kept;
  }

  results(): CountyIndicator[] {
    return this.#groups.map((group) => groupIndicator(group, this.#names));
  }
}

interface IndicatorGroup {
  id: string | undefined;
  readonly name: string;
  /** By unit of measure, year and scope; only figures of one of them are added. */
  readonly measures: Map<string, IndicatorFigures>;
  readonly stating: number[];
}

interface IndicatorFigures {
  readonly example: IndicatorExtract;
  /** Names of the units that measure so. */
  readonly units: string[];
  sum: Decimal;
  weighted: Decimal;
  weights: Decimal;
  scale: number;
  isWeighted: boolean;
}

function newGroup(name: string): IndicatorGroup {
  return { id: undefined, name, measures: new Map(), stating: [] };
}

function addToGroup(
  group: IndicatorGroup,
  indicator: IndicatorExtract,
  { name, index }: { readonly name: string; readonly index: number },
): void {
  const { value: text, weight: base } = indicator;
  if (text === null || text === '') return;
  const value = decimalOf(text);
  if (group.stating.at(-1) !== index) group.stating.push(index);
  const key = JSON.stringify([indicator.unit ?? '', indicator.year ?? '', indicator.scope ?? '']);
  const measure = group.measures.get(key) ?? newMeasure(indicator);
  group.measures.set(key, measure);
  measure.units.push(name);
  measure.sum = plus(measure.sum, value);
  measure.scale = Math.max(measure.scale, value.scale);
  if (base === null || base === '') measure.isWeighted = false;
  else {
    const weight = decimalOf(base);
    measure.weighted = plus(measure.weighted, multiply(value, weight));
    measure.weights = plus(measure.weights, weight);
  }
}

function newMeasure(example: IndicatorExtract): IndicatorFigures {
  return { example, units: [], sum: ZERO, weighted: ZERO, weights: ZERO, scale: 0, isWeighted: true };
}

function groupIndicator(group: IndicatorGroup, names: readonly string[]): CountyIndicator {
  const stating = new Set(group.stating);
  const [measure, ...others] = [...group.measures.values()];
  const common = {
    name: group.name,
    ...(group.id !== undefined && { id: group.id }),
    stating: stating.size,
    lacking: names.filter((_, index) => !stating.has(index)),
  };
  if (measure === undefined) return common;
  const { unit, year, scope, isAdditive } = measure.example;
  if (others.length > 0) return { ...common, why: describeMeasures([measure, ...others]) };
  const said = {
    ...common,
    ...(unit !== undefined && { unit }),
    ...(year !== undefined && { year }),
    ...(scope !== undefined && { scope }),
  };
  const isWeighted = measure.isWeighted && measure.weights.digits > 0n;
  if (isAdditive) {
    return { ...said, value: measure.sum, ...(isWeighted && { of: measure.weights }) };
  }
  if (!isWeighted) return { ...said, why: '是比例或平均数，各单位没有都写分母，不能相加，也不能直接平均' };
  const value = quotientOf(measure.weighted, measure.weights, Math.max(1, measure.scale));
  return { ...said, value, of: measure.weights };
}

function describeMeasures(measures: readonly IndicatorFigures[]): string {
  const kinds = measures.map(({ example: { unit = '没有写单位', year, scope }, units }) => {
    const kind = [unit, year, scope].filter((part) => part !== undefined).join('，');
    return `${kind}：${units.slice(0, MOST_NAMED_UNITS).join('、')}${units.length > MOST_NAMED_UNITS ? `等${units.length}个` : ''}`;
  });
  return `计量单位、年份或口径不同，没有相加（${kinds.join('；')}）`;
}

/** Units that a note names of each measure. */
const MOST_NAMED_UNITS = 10;
