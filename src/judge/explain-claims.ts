import type { Passage } from '../facts/passages.ts';
import type { Claim, ClaimKind } from '../prose/claims/claim.ts';
import { claimsOf, sitesOf } from '../prose/claims/claims-of.ts';
import { figureContext } from '../prose/claims/context.ts';
import type { FigureRole, ProseFigure } from '../prose/claims/figure.ts';
import type { FigurePassage } from '../prose/claims/reader.ts';
import { Prose } from '../prose/prose.ts';

/** A paragraph's figures and what was made of them, for people; words are Chinese. */
export interface ExplainedPassage {
  /** A facts path, or a paragraph's number from 1. */
  readonly place: string;
  readonly text: string;
  readonly quantities: readonly ExplainedQuantity[];
  readonly claims: readonly ExplainedClaim[];
}

export interface ExplainedQuantity {
  readonly text: string;
  readonly value: number;
  /** The least and the most that it may mean. */
  readonly interval: readonly [number, number];
  readonly unit: string;
  readonly role: FigureRole;
  readonly object: string;
  readonly scope: string;
  readonly time: string;
  readonly isCumulative: boolean;
  readonly isApproximate: boolean;
}

export interface ExplainedClaim {
  readonly kind: ClaimKind;
  readonly rule: string;
  readonly figure: string;
  readonly compared: string;
  readonly verdict: Claim['verdict'];
  /** Of one that is wrong. */
  readonly severity?: 'error' | 'warning';
  readonly why: string;
}

/** Tells of each passage that holds a figure what its quantities and claims are, and why each claim was or was not judged. */
export function explainClaims(passages: readonly Passage[]): ExplainedPassage[] {
  const byPassage = new Map<Passage, Claim[]>();
  const prose = new Prose(passages);
  for (const claim of claimsOf(prose)) {
    const others = byPassage.get(claim.at.passage);
    if (others === undefined) byPassage.set(claim.at.passage, [claim]);
    else others.push(claim);
  }
  return sitesOf(prose).map((site) => ({
    place: passagePlace(site.passage),
    text: site.passage.text,
    quantities: site.figures.map((figure) => explainedQuantity(site, figure)),
    claims: [
      ...(byPassage.get(site.passage) ?? []).map(explainedClaim),
      ...unreadFigures(site, byPassage.get(site.passage) ?? []),
    ],
  }));
}

const CLAIM_OF_ROLE: Readonly<Partial<Record<FigureRole, ClaimKind>>> = {
  share: 'share',
  'of-base': 'share',
  rate: 'rate',
  growth: 'growth',
  change: 'difference',
};

/** Figures that say something of others, of which none was found to reckon with. */
function unreadFigures({ passage, figures }: FigurePassage, claims: readonly Claim[]): ExplainedClaim[] {
  return figures.flatMap(({ role, quantity: { start, end } }): ExplainedClaim[] => {
    const kind = CLAIM_OF_ROLE[role];
    if (kind === undefined || claims.some(({ at }) => at.start <= start && at.end >= end)) return [];
    const figure = passage.text.slice(start, end);
    return [{ kind, rule: '', figure, compared: '', verdict: 'unjudged', why: '附近没有能与它验算的数' }];
  });
}

function passagePlace({ path, paragraph }: Passage): string {
  return paragraph === undefined ? path : String(paragraph + 1);
}

function explainedQuantity(site: FigurePassage, figure: ProseFigure): ExplainedQuantity {
  const { quantity, role, ahead, behind } = figure;
  return {
    text: site.passage.text.slice(quantity.start, quantity.end),
    value: quantity.value,
    interval: [quantity.low, quantity.high],
    unit: quantity.unit,
    role,
    object: ahead === '' ? behind : ahead,
    ...figureContext(site, figure),
    isApproximate: quantity.isApproximate,
  };
}

function explainedClaim({ kind, rule, at, reckoning, verdict, isCertain, why }: Claim): ExplainedClaim {
  return {
    kind,
    rule,
    figure: at.passage.text.slice(at.start, at.end),
    compared: reckoning,
    verdict,
    ...(verdict === 'wrong' && { severity: isCertain ? 'error' : 'warning' }),
    why,
  };
}
