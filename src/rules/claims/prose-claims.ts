import type { Clause, ReadPassage } from '../language/clauses.ts';
import { touchesReference } from '../language/place.ts';
import type { Quantity } from '../language/quantities.ts';
import type { ClaimContext } from './claim-context.ts';
import type { KnownFigure } from './known-figure.ts';
import { isOfAll, LONGEST_CLAUSE, type NounAround, nounAround } from './noun-around.ts';
import { otherSentences } from './other-sentences.ts';

/** A figure in prose that can only mean a fact's. */
export interface Claim {
  readonly quantity: Quantity;
  readonly known: KnownFigure;
}

/**
 * The claims of one passage. A figure is a claim where its clause says that it is the unit's whole (全镇, 共有, 下辖),
 * or where it follows such clauses directly; whatever else a clause says makes it no claim.
 */
export function claimsIn({ passage, clauses }: ReadPassage, context: ClaimContext): Claim[] {
  const claims: Claim[] = [];
  let isFollowing = OPENS_PLAINLY.test(passage.path);
  let whole: Claim | undefined;
  const isOther = otherSentences(clauses, context.years);
  for (const clause of clauses) {
    const candidate = claimOf(clause, { context, isFollowing, whole });
    const found = candidate !== undefined && !isOther(clause.sentence) ? candidate : undefined;
    if (found !== undefined && !touchesReference(passage, found.quantity.start, found.quantity.end))
      claims.push(found);
    if (found !== undefined && !found.known.isPart) whole = isPartOf(found, whole) ? whole : found;
    isFollowing =
      found !== undefined || (isFollowing && clause.text.trim() === '') || isListed(clause, whole);
  }
  return claims;
}

/** Prose about the whole unit may open with a bare 党员300名; a problem's case may not. */
const OPENS_PLAINLY = /^(?:preamble|closing|leadIns|work|compliance)\b/;
const AMONG = /^\s*其中/;

interface Situation {
  readonly context: ClaimContext;
  readonly isFollowing: boolean;
  readonly whole: Claim | undefined;
}

function claimOf(clause: Clause, situation: Situation): Claim | undefined {
  const quantity = clause.quantities.findLast(({ unit }) => unit !== '' && unit !== '%');
  if (quantity === undefined || quantity.isApproximate) return undefined;
  const noun = nounAround(clause, quantity, situation.context.known);
  const known = noun?.known.find(({ units }) => units.includes(quantity.unit));
  if (noun === undefined || known === undefined) return undefined;
  return isClaim(known, noun, situation) ? { quantity, known } : undefined;
}

const SCOPE =
  /^(?:截至|目前|当前|现在|今年|全[镇乡县区市域]|全街道|全园区|[本我该][镇乡县区]|镇|乡|街道|园区|县|党委|党工委|政府|辖区|内|下辖|管辖|所辖|现辖|共辖|辖|下设|设有|设|建有|现有|共有|共计|合计|总计|总共|累计|先后|拥有|有|现|共|总|在册|的|其中|\d{4}年底?|\d{1,2}月底?|末|底)*$/;
const PLAIN = /全[镇乡县区市域]|全街道|全园区|[本我][镇乡县区]|辖|共|总|现有|合计|累计/;

function isClaim(known: KnownFigure, { prefix, isTotal }: NounAround, situation: Situation): boolean {
  if (situation.context.wider.test(prefix)) return false;
  const words = withoutNames(prefix.trim(), situation.context.names);
  const isAllOf = isOfAll(prefix.trim());
  if (!isAllOf && (words.length > LONGEST_CLAUSE || !SCOPE.test(words))) return false;
  const isAmong = AMONG.test(words);
  if (known.isPart || isAmong) return situation.whole !== undefined && isPartOf({ known }, situation.whole);
  if (isAllOf || isTotal || PLAIN.test(words) || words !== prefix.trim()) return true;
  return known.isSpecific === true || (known.isOnlyPlain !== true && situation.isFollowing);
}

/** 云溪镇共有 → 共有 */
function withoutNames(prefix: string, names: readonly string[]): string {
  const name = names.find((name) => prefix.startsWith(name));
  return name === undefined ? prefix : prefix.slice(name.length);
}

/** members.female is a part of members.total, branches.byKind.机关 of branches.total. */
function isPartOf({ known }: Pick<Claim, 'known'>, whole: Claim | undefined): boolean {
  const root = whole?.known.path.replace(/\.total$/, '');
  return root !== undefined && whole?.known.path !== known.path && known.path.startsWith(`${root}.`);
}

/** The parts behind 其中 do not end a list of totals: 8个党支部，其中机关3个、村5个，党员300名. */
function isListed({ quantities, text }: Clause, whole: Claim | undefined): boolean {
  const [only, second] = quantities;
  if (whole === undefined || only === undefined || second !== undefined) return false;
  return whole.known.units.includes(only.unit) && whole.known.path === 'branches.total' && text.length < 20;
}
