import type { Passage } from '../../facts/passages.ts';
import { rememberLast } from '../../facts/remember-last.ts';
import { readPassages } from '../clauses.ts';
import type { Claim } from './claim.ts';
import { readBounds } from './read-bounds.ts';
import { readGrowth } from './read-growth.ts';
import { readListedSums } from './read-listed-sums.ts';
import { readPeriods } from './read-periods.ts';
import { readPoints } from './read-points.ts';
import { readRates } from './read-rates.ts';
import { readRemainders } from './read-remainders.ts';
import { readRepeats } from './read-repeats.ts';
import { readShareLists } from './read-share-lists.ts';
import { readShares } from './read-shares.ts';
import { readStocks } from './read-stocks.ts';
import { readSums } from './read-sums.ts';
import { type ClaimReader, Site } from './reader.ts';

const READERS: readonly ClaimReader[] = [
  readSums,
  readListedSums,
  readStocks,
  readRemainders,
  readShares,
  readShareLists,
  readRates,
  readGrowth,
  readPoints,
  readBounds,
  readPeriods,
  readRepeats,
];

/** Every claim that the figures of a report make about one another; read once for all rules. */
export const claimsOf = rememberLast((passages: readonly Passage[]): readonly Claim[] => {
  const claims: Claim[] = [];
  for (const site of sitesOf(passages)) {
    for (const read of READERS) {
      const found = read(site);
      if (found.length > 0) claims.push(...found);
    }
  }
  return claims;
});

/** The passages that hold figures, with these. */
export const sitesOf = rememberLast((passages: readonly Passage[]): readonly Site[] => {
  const sites: Site[] = [];
  for (const read of readPassages(passages)) {
    sites.push(new Site(read, sites.length, sites));
  }
  return sites;
});
