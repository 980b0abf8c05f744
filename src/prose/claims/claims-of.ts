import { readPassages } from '../clauses.ts';
import type { Prose } from '../prose.ts';
import type { Claim } from './claim.ts';
import { forgetLabels } from './divisions.ts';
import { readAverages } from './read-averages.ts';
import { readBounds } from './read-bounds.ts';
import { readDoublings } from './read-doublings.ts';
import { readGroupShares } from './read-group-shares.ts';
import { readGrowth } from './read-growth.ts';
import { readListedSums } from './read-listed-sums.ts';
import { readLoneGrowth } from './read-lone-growth.ts';
import { readMagnitudes } from './read-magnitudes.ts';
import { readPeriods } from './read-periods.ts';
import { readPoints } from './read-points.ts';
import { readRates } from './read-rates.ts';
import { readRatios } from './read-ratios.ts';
import { readReferences } from './read-references.ts';
import { readRemainders } from './read-remainders.ts';
import { type FirstTotals, firstTotals, readRepeats } from './read-repeats.ts';
import { readRows } from './read-rows.ts';
import { readSaidSums } from './read-said-sums.ts';
import { readSeriesGrowth } from './read-series-growth.ts';
import { readShareLists } from './read-share-lists.ts';
import { readShares } from './read-shares.ts';
import { readStocks } from './read-stocks.ts';
import { readSums } from './read-sums.ts';
import { type ClaimReader, FigurePassage } from './reader.ts';
import { againstSums } from './shares-of-sums.ts';

const CLAIM_READERS: readonly ClaimReader[] = [
  readSums,
  readListedSums,
  readSaidSums,
  readStocks,
  readRemainders,
  readShares,
  readShareLists,
  readGroupShares,
  readRates,
  readAverages,
  readRatios,
  readGrowth,
  readSeriesGrowth,
  readDoublings,
  readPoints,
  readBounds,
  readPeriods,
];

/** Every claim that the figures of a text make about one another. */
export function claimsOf(prose: Prose): readonly Claim[] {
  return prose.ask(readClaims);
}

/** The passages that hold figures, with these. */
export function sitesOf(prose: Prose): readonly FigurePassage[] {
  return prose.ask(readSites);
}

function readClaims(prose: Prose): readonly Claim[] {
  const claims: Claim[] = [];
  const sites = sitesOf(prose);
  let known: FirstTotals | undefined;
  const totals = () => {
    known ??= firstTotals(sites);
    return known;
  };
  for (const site of sites) {
    const own: Claim[] = [];
    for (const read of CLAIM_READERS) {
      const found = read(site);
      if (found.length > 0) own.push(...found);
    }
    claims.push(
      ...againstSums(site, withoutSecond(own)),
      ...readRows(site, own),
      ...readLoneGrowth(site, own),
      ...readMagnitudes(site, own),
    );
    claims.push(...readRepeats(site, totals));
  }
  claims.push(...readReferences(sites, claims));
  forgetLabels();
  return claims;
}

/** One wrong figure is told once: that a rate seldom exceeds 100 % only where nothing else is wrong with it. */
function withoutSecond(claims: readonly Claim[]): readonly Claim[] {
  if (!claims.some(({ kind, isCertain }) => kind === 'bound' && !isCertain)) return claims;
  const wrong = new Set<number>();
  for (const { kind, verdict, at } of claims)
    if (kind !== 'bound' && verdict === 'wrong') wrong.add(at.start);
  return claims.filter(({ kind, isCertain, at }) => kind !== 'bound' || isCertain || !wrong.has(at.start));
}

function readSites(prose: Prose): readonly FigurePassage[] {
  const sites: FigurePassage[] = [];
  for (const read of readPassages(prose)) {
    sites.push(new FigurePassage(read, sites.length, sites));
  }
  return sites;
}
