import type { Clause, ReadPassage } from '../clauses.ts';
import { touchesReference } from '../place.ts';
import type { Quantity } from '../quantities.ts';
import type { ClaimContext } from './claim-context.ts';
import { haveDone } from './deeds.ts';
import type { KnownFigure } from './known-figure.ts';
import { LONGEST_WHOLE_CLAUSE, type NounAround, nounAround } from './noun-around.ts';
import { otherSentences } from './other-sentences.ts';

/** A figure in prose that can only mean a fact's. */
export interface FactClaim {
  readonly quantity: Quantity;
  readonly known: KnownFigure;
}

/**
 * The claims of one passage. A figure is a claim where its clause says that it is the unit's whole (全镇, 共有, 下辖),
 * or where it follows such clauses directly; whatever else a clause says makes it no claim.
 */
export function claimsIn({ passage, clauses }: ReadPassage, context: ClaimContext): FactClaim[] {
  const claims: FactClaim[] = [];
  let isOfAll = OF_THE_WHOLE.test(passage.path);
  let isFollowing = OPENS_PLAINLY.test(passage.path);
  let whole: FactClaim | undefined;
  const isOther = otherSentences(clauses, context.isOtherTime);
  for (const [at, clause] of clauses.entries()) {
    const quantity = firstCount(clause);
    const candidate =
      quantity &&
      factClaim(
        { clauses, at, clause, quantity },
        { context, isFollowing, isOfAll: isOfAll || (isFollowing && whole !== undefined), whole },
      );
    const found = candidate !== undefined && !isOther(clause.sentence) ? candidate : undefined;
    if (found !== undefined && !touchesReference(passage, found.quantity.start, found.quantity.end))
      claims.push(found);
    if (found === undefined && isOfAll && NAMES_PART.test(clause.text)) isOfAll = false;
    if (found !== undefined && !found.known.isPart) whole = isPartOfFact(found, whole) ? whole : found;
    isFollowing =
      found !== undefined || (isFollowing && clause.text.trim() === '') || isListed(clause, whole);
  }
  return claims;
}

/** Prose about the whole unit may open with a bare 党员300名; a problem's case may not. */
const OPENS_PLAINLY = /^(?:preamble|closing|leadIns|work|compliance)\b/;
/** Of those, work also speaks of a branch, a village or an office. */
const OF_THE_WHOLE = /^(?:preamble|closing|leadIns|compliance)\b/;
/** 云溪村党支部…: what follows may be of that part. */
const NAMES_PART =
  /^\s*(?![全各本我下所辖共现有])[一-鿿]{1,6}(?:村|社区|支部|党总支|机关)(?!级|民|干部|“|两委|委|组织|集体|振兴)/;
const OPENS_WITH_AMONG = /^\s*其中/;

interface Situation {
  readonly context: ClaimContext;
  readonly isFollowing: boolean;
  /** Whether the text is known to speak of the whole unit. */
  readonly isOfAll: boolean;
  readonly whole: FactClaim | undefined;
}

/** What a clause counts, where it says so exactly. */
function firstCount({ quantities }: Clause): Quantity | undefined {
  for (let at = quantities.length - 1; at >= 0; at -= 1) {
    const last = quantities[at];
    if (last !== undefined && last.unit !== '' && last.unit !== '%')
      return last.isApproximate ? undefined : last;
  }
  return undefined;
}

interface ClaimSite {
  readonly clauses: readonly Clause[];
  readonly at: number;
  readonly clause: Clause;
  readonly quantity: Quantity;
}

function factClaim(
  { clauses, at, clause, quantity }: ClaimSite,
  situation: Situation,
): FactClaim | undefined {
  const noun = nounAround(clause, quantity, situation.context.known);
  const known = noun?.known.find(({ units }) => units.includes(quantity.unit));
  if (noun === undefined || known === undefined) return undefined;
  const isLed = known.isOnlyOfAll === true && !situation.isFollowing && isLedBy(clauses[at - 1], clause);
  const certainty = certaintyOf(known, isLed ? { ...noun, isVague: true } : noun, situation);
  if (certainty === 'none' || haveDone(clauses, at, noun.isBare)) return undefined;
  return certainty === 'sure' || isNearFact(quantity.value, known.value) ? { quantity, known } : undefined;
}

const SCOPE_WORDS =
  /^(?:截至|目前|当前|现在|今年|以来|全[镇乡县区市域]|全街道|全园区|[本我该][镇乡县区]|镇|乡|街道|园区|县|党委|党工委|政府|辖区|内|下辖|管辖|所辖|现辖|共辖|辖|下设|设有|设|建有|现有|共有|共计|合计|总计|总共|累计|先后|拥有|有|现|共|总|在册|的|其中|\d{4}年底?|\d{1,2}月底?|末|底)*$/;
/** 全镇共举办培训6期: deeds of the whole unit. */
const DEEDS_OF_ALL = /^(?:今年以来)?(?:全[镇乡县区市域]|全街道|全园区)(?:共|累计|先后)*(?:举办|开办|开展)$/;
const WHOLE_UNIT_WORDS = /全[镇乡县区市域]|全街道|全园区|[本我][镇乡县区]|辖|共|总|现有|合计|累计/;
/** What nobody says of a part of the unit. */
const OF_ALL = /全[镇乡县区市域]|全街道|全园区|[本我][镇乡县区]|辖/;

/** 党委班子成员: of one body of several. */
const OF_A_BODY = /(?:党委|党工委|政府|人大|委员会)$/;

/** 通过“青苗计划”，全镇发展党员6名: how something was done; it may not be all that was done. */
function isLedBy(ahead: Clause | undefined, clause: Clause): boolean {
  return ahead?.sentence === clause.sentence && !TIME_OR_SCOPE.test(ahead.text);
}

const TIME_OR_SCOPE =
  /^\s*(?:截[至止]|今年|本年|目前|当前|现在|\d{4}年|\d{1,2}月|全[镇乡县市区域街园]).{0,20}$/;

/** How surely a count with its noun speaks of the fact; where it is only likely, a figure far from the fact is another's. */
function certaintyOf(known: KnownFigure, noun: NounAround, situation: Situation): 'sure' | 'likely' | 'none' {
  const prefix = noun.prefix.trim();
  if (situation.context.wider.test(prefix) || OF_A_BODY.test(prefix)) return 'none';
  const words = withoutNames(prefix, situation.context.names);
  if (words.length > LONGEST_WHOLE_CLAUSE || !(SCOPE_WORDS.test(words) || DEEDS_OF_ALL.test(words)))
    return 'none';
  if (known.isPart || OPENS_WITH_AMONG.test(words)) {
    return situation.whole !== undefined && isPartOfFact({ known }, situation.whole) ? 'sure' : 'none';
  }
  const isNamed = words !== prefix || OF_ALL.test(words);
  const isPlain = isNamed || noun.isTotal || WHOLE_UNIT_WORDS.test(words) || known.isSpecific === true;
  if (!isPlain && (known.isOnlyOfAll === true || !situation.isFollowing)) return 'none';
  const isSure = isNamed || situation.isOfAll || known.isSpecific === true;
  return isSure && noun.isVague !== true ? 'sure' : 'likely';
}

/** A slip stays near: a figure that is another's seldom does. */
function isNearFact(value: number, fact: number): boolean {
  const distance = Math.abs(value - fact);
  return distance <= 1 || distance * 2 <= Math.min(value, fact);
}

/** 云溪镇共有 → 共有 */
function withoutNames(prefix: string, names: readonly string[]): string {
  const name = names.find((name) => prefix.startsWith(name));
  return name === undefined ? prefix : prefix.slice(name.length);
}

/** members.female is a part of members.total, branches.byKind.机关 of branches.total. */
function isPartOfFact({ known }: Pick<FactClaim, 'known'>, whole: FactClaim | undefined): boolean {
  const root = whole?.known.path.replace(/\.total$/, '');
  return root !== undefined && whole?.known.path !== known.path && known.path.startsWith(`${root}.`);
}

/** The parts after 其中 do not end a list of totals: 8个党支部，其中机关3个、村5个，党员300名. */
function isListed({ quantities, text }: Clause, whole: FactClaim | undefined): boolean {
  const [only, second] = quantities;
  if (whole === undefined || only === undefined || second !== undefined) return false;
  return whole.known.units.includes(only.unit) && whole.known.path === 'branches.total' && text.length < 20;
}
