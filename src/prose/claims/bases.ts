import type { Passage } from '../../facts/passages.ts';
import type { Quantity } from '../quantities.ts';
import { type Figure, isCount, isSameUnit } from './figure.ts';
import { AMONG, isAside } from './list-ends.ts';
import type { Site } from './reader.ts';
import { isPlain, type StatedShare, type StatedShares } from './stated-share.ts';

/** What a share may be a share of. */
export interface Base {
  readonly passage: Passage;
  readonly quantity: Quantity;
}

/** All that a share may be a share of, and what it most likely is. */
export interface Bases {
  readonly candidates: readonly Base[];
  /** Absent where the text does not say. */
  readonly primary: Base | undefined;
  /** Whether nothing else can be meant than `primary`. */
  readonly isCertain: boolean;
  /** Whether the text names what it is a share of. */
  readonly isNamed: boolean;
}

/** How many figures ahead are looked at, and in how many passages. */
const MOST_FIGURES = 60;
const MOST_PASSAGES = 4;

/** Where a share's base may stand: in its own clause, by its name, ahead of 其中, in an earlier sentence or paragraph. */
export function basesOf(site: Site, stated: StatedShare, shares: StatedShares): Bases {
  const { given, of, numerators } = stated;
  const ahead = aheadOf(site, stated);
  const [numerator] = numerators;
  if (numerator === undefined)
    return { candidates: [], primary: undefined, isCertain: false, isNamed: false };
  if (given !== undefined) return ofGiven(site, stated, given);
  const bases = ahead.map(({ passage, figure }) => ({ passage, quantity: figure.quantity }));
  if (!isPlain(of)) return ofNamed(stated, ahead);
  const primary = primaryOf(site, stated, shares);
  return {
    candidates: bases,
    primary: primary?.base,
    isCertain: primary?.isCertain ?? false,
    isNamed: false,
  };
}

/** What the text calls the base, as it would stand beside the base's number. */
export function baseNoun({ of }: StatedShare): string {
  return of.replace(TOTAL, '');
}

const TOTAL =
  /^(?:到|了|应|全部|所有)|(?:的?(?:总人口数|总数|总量|总人数|总人次|总额|总面积|总户数|人数|数量|数|比例|比重))?的?(?:约|仅|为|达)?$/g;

interface Ahead {
  readonly passage: Passage;
  readonly figure: Figure;
  /** 0 for the share's own sentence, 1 for its passage, 2 for an earlier one. */
  readonly distance: 0 | 1 | 2;
}

/** The counts that stand ahead of a share and may be its base, nearest first. */
function aheadOf(site: Site, { share, numerators }: StatedShare): Ahead[] {
  const found: Ahead[] = [];
  const units = numerators.map(({ quantity }) => quantity.unit);
  const least = Math.min(...numerators.map(({ quantity }) => quantity.low));
  let looked = 0;
  for (let back = site.index; back >= Math.max(0, site.index - MOST_PASSAGES); back -= 1) {
    const { passage, figures } = site.sites[back] ?? site;
    const last = back === site.index ? share.index - 1 : figures.length - 1;
    for (let at = last; at >= 0 && looked < MOST_FIGURES; at -= 1) {
      const figure = figures[at];
      if (figure === undefined) continue;
      looked += 1;
      if (numerators.includes(figure) || figure.role === 'change' || !isCount(figure.quantity.unit)) continue;
      if (!units.some((unit) => isSameUnit(unit, figure.quantity.unit)) || figure.quantity.high < least)
        continue;
      const distance = back < site.index ? 2 : figure.clause.sentence === share.clause.sentence ? 0 : 1;
      found.push({ passage, figure, distance });
    }
  }
  return found;
}

/** 占干部总数71名的38%: what is given, of whichever count ahead. */
function ofGiven(site: Site, { numerators }: StatedShare, given: Figure): Bases {
  const base = { passage: site.passage, quantity: given.quantity };
  const [numerator] = numerators;
  const isOne = numerators.length === 1 && numerator !== undefined;
  const isSame = isOne && isSameUnit(numerator.quantity.unit, given.quantity.unit);
  return { candidates: [base], primary: isSame ? base : undefined, isCertain: true, isNamed: true };
}

/** 占党员总数的44%: the counts that are called so. */
function ofNamed(stated: StatedShare, ahead: readonly Ahead[]): Bases {
  const noun = baseNoun(stated);
  const exact = ahead.filter(({ figure }) => isCalled(figure, noun));
  const loose = ahead.filter(({ figure }) => mayBeCalled(figure, noun));
  const values = new Set(exact.map(({ figure }) => figure.quantity.value));
  const [first] = exact;
  const isClear = first !== undefined && (values.size === 1 || first.distance === 0);
  return {
    candidates: [...exact, ...loose].map(baseOf),
    primary: isClear ? baseOf(first) : undefined,
    isCertain: isClear && values.size === 1 && first.distance < 2,
    isNamed: true,
  };
}

function baseOf({ passage, figure }: Ahead): Base {
  return { passage, quantity: figure.quantity };
}

const WHOSE = /^全(?:[省市县区镇乡村校院国]|街道|园区|社区)/;
const LEAD =
  /^(?:截[至止].*?[，,]|目前|现|共|总|全部|所有|实|应|有|辖|下|设|建|登记|在册|在编|累计|其中|[我本该](?=[省市县区镇乡村校院]))+/;
const LINK =
  /(?:总数|总量|总人数|总额|人数|数量|数)?(?:共计|共有|现有|合计|达到|实有|共|有|为|是|达|计|辖|：)*$/;

/** What a count is called: 党员 for 全镇共有党员300名 and for 300名党员. */
function namesOf({ ahead, behind }: Figure): readonly string[] {
  const names = [ahead.replace(LINK, ''), behind.replace(/[中里内]$/, '')];
  return names.filter((name) => name !== '');
}

function bare(name: string): string {
  let rest = name;
  for (let length = -1; length !== rest.length; ) {
    length = rest.length;
    rest = rest.replace(WHOSE, '').replace(LEAD, '');
  }
  return rest;
}

/** Whether a count is called so and nothing more; of another body's only by that body's name. */
function isCalled(figure: Figure, noun: string): boolean {
  const whose = WHOSE.exec(noun)?.[0];
  const what = bare(noun);
  return namesOf(figure).some((name) => {
    const own = WHOSE.exec(name.replace(/^(?:截[至止].*?[，,]|目前)/, ''))?.[0];
    if (whose !== undefined && own !== undefined && whose !== own) return false;
    if (whose !== undefined && own === undefined && name !== noun) return false;
    const label = bare(name);
    return what !== '' && (label === what || label === `总${what}` || `总${label}` === what);
  });
}

function mayBeCalled(figure: Figure, noun: string): boolean {
  const what = bare(noun);
  return namesOf(figure).some((name) => {
    const label = bare(name);
    return label.length > 1 && (label.endsWith(what) || what.endsWith(label) || label.startsWith(what));
  });
}

interface Primary {
  readonly base: Base;
  readonly isCertain: boolean;
}

/** The count ahead of 其中; without it only one that is alone in its sentence. */
function primaryOf(site: Site, stated: StatedShare, shares: StatedShares): Primary | undefined {
  const { clauses, figures, passage } = site;
  const [numerator] = stated.numerators;
  if (numerator === undefined) return undefined;
  const { unit, value } = numerator.quantity;
  const greater = (figure: Figure) =>
    (figure.role === 'level' || figure.role === 'last') &&
    isCount(figure.quantity.unit) &&
    isSameUnit(figure.quantity.unit, unit) &&
    figure.quantity.value >= value &&
    figure.quantity.end <= numerator.quantity.start;
  const candidates: Figure[] = [];
  let isTied = false;
  let isOverSemicolon = false;
  let first = numerator.index;
  for (let at = numerator.at; at >= Math.max(0, numerator.at - CLAUSES); at -= 1) {
    const clause = clauses[at];
    if (clause === undefined) break;
    if (clause.sentence !== numerator.clause.sentence && !isTied) break;
    if (clause.sentence < numerator.clause.sentence - 1) break;
    const own: Figure[] = [];
    while (first >= 0 && (figures[first]?.at ?? -1) >= at) {
      const figure = figures[first];
      if (figure !== undefined && figure.at === at && greater(figure)) own.push(figure);
      first -= 1;
    }
    if (!isAside(clause.text) && clause.depth <= numerator.clause.depth) {
      const [nearest] = own;
      if (isTied && nearest !== undefined) {
        const isInner = stated.enclosing.some(({ numerators }) => numerators.includes(nearest));
        return {
          base: { passage, quantity: nearest.quantity },
          isCertain: !isInner && !isOverSemicolon,
        };
      }
      candidates.push(...own);
      isTied ||= AMONG.test(clause.text);
    }
    isOverSemicolon ||= clause.before === '；';
  }
  const open = candidates.filter((figure) => !shares.counts.has(figure));
  const [only] = open;
  if (only === undefined || open.length > 1) return undefined;
  return { base: { passage, quantity: only.quantity }, isCertain: !isOverSemicolon };
}

const CLAUSES = 24;
