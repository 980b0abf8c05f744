import type { Facts } from '../../facts/facts.ts';
import { FigureIndex } from './figure-index.ts';
import { type TimeReader, timeReader } from './report-time.ts';

/** What the reader of claims has to know of the report. */
export interface ClaimContext {
  readonly known: FigureIndex;
  /** Tells of a sentence whether it speaks of another time; another time's figures are another time's. */
  readonly isOtherTime: TimeReader;
  /** The unit's own names, as a sentence may begin with. */
  readonly names: readonly string[];
  /** What is said of all that the unit is only a part of. */
  readonly wider: RegExp;
}

const WIDER: Readonly<Record<string, RegExp>> = {
  乡: /全[县区市州省国]/,
  镇: /全[县区市州省国]/,
  街道: /全[县区市州省国]/,
  园区: /全[县市州省国]/,
  县: /全[州省国]/,
};
const MATCHES_NOTHING = /(?!)/;

/** The context of one township's facts. */
export function claimContext(facts: Facts): ClaimContext {
  return claimContextOf(facts, new FigureIndex(facts));
}

/** The same for reading figures out of prose that the facts do not state yet: only what is surely said of all of the unit is a claim then. */
export function openClaimContext(facts: Facts): ClaimContext {
  return claimContextOf(facts, new FigureIndex({}, true));
}

function claimContextOf(facts: Facts, known: FigureIndex): ClaimContext {
  const { name = '', selfName = '', committee = '', kind = '' } = facts.unit ?? {};
  const short =
    /[一-鿿]{2,6}(?:乡|镇|街道|园区|县)$/.exec(name.replace(/^.*[省市县区](?=.{3,})/, ''))?.[0] ?? '';
  return {
    known,
    isOtherTime: timeReader(facts.report ?? {}),
    wider: WIDER[kind] ?? MATCHES_NOTHING,
    names: [name, selfName, committee, short].filter((known) => known !== ''),
  };
}
