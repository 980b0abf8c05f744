import type { Facts } from '../../facts/facts.ts';
import type { Clause, ReadPassage } from '../language/clauses.ts';
import { touchesReference } from '../language/place.ts';
import type { Quantity } from '../language/quantities.ts';
import type { KnownFigure, KnownFigures } from './known-figures.ts';

/** A figure in prose that can only mean a fact's. */
export interface Claim {
  readonly quantity: Quantity;
  readonly known: KnownFigure;
}

/** What the reader of claims has to know of the report. */
export interface ClaimContext {
  readonly known: KnownFigures;
  /** The years that the report speaks of; another year's figures are another year's. */
  readonly years: ReadonlySet<number>;
  /** The unit's own names, as a sentence may begin with. */
  readonly names: readonly string[];
}

/** The context of one township's facts. */
export function claimContext(facts: Facts, known: KnownFigures): ClaimContext {
  const { date, from, to } = facts.report ?? {};
  const { name = '', selfName = '', committee = '' } = facts.unit ?? {};
  const short =
    /[一-鿿]{2,6}(?:乡|镇|街道|园区|县)$/.exec(name.replace(/^.*[省市县区](?=.{3,})/, ''))?.[0] ?? '';
  return {
    known,
    years: new Set([date, from, to].flatMap((day) => (day === undefined ? [] : [day.year]))),
    names: [name, selfName, committee, short].filter((known) => known !== ''),
  };
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

/** Tells of sentences by their numbers; each is looked at once, and only if somebody asks. */
function otherSentences(
  clauses: readonly Clause[],
  years: ReadonlySet<number>,
): (sentence: number) => boolean {
  const known = new Map<number, boolean>();
  return (sentence) => {
    const isOther = known.get(sentence) ?? speaksOfOther(sentenceText(clauses, sentence), years);
    known.set(sentence, isOther);
    return isOther;
  };
}

function sentenceText(clauses: readonly Clause[], sentence: number): string {
  let text = '';
  for (
    let at = firstOf(clauses, sentence);
    clauses[at]?.sentence === sentence && text.length < LONGEST_LOOK;
    at += 1
  ) {
    text += clauses[at]?.text;
  }
  return text;
}

/** The sentences' numbers ascend. */
function firstOf(clauses: readonly Clause[], sentence: number): number {
  let [low, high] = [0, clauses.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((clauses[middle]?.sentence ?? sentence) < sentence) low = middle + 1;
    else high = middle;
  }
  return low;
}

const LONGEST_LOOK = 400;
const OTHER =
  /力争|争取|计划|预计|目标|拟|规划|打算|将(?!近)|突破|翻番|上年|去年|前年|上一年|以前|以往|原有|原来|曾|过去|同期|换届前|改革前|成立之初|达标|不少于|不低于|每[个村名户年]|平均每|人均|户均|兄弟|邻[镇乡县村]|某/;

/** Targets, other years, averages: nothing in such a sentence is taken for the report's own figure. */
function speaksOfOther(sentence: string, years: ReadonlySet<number>): boolean {
  if (OTHER.test(sentence)) return true;
  const named = sentence.match(/(?<!\d)(?:19|20)\d{2}(?=年)/g) ?? [];
  return named.some((year) => !years.has(Number(year)));
}

interface Situation {
  readonly context: ClaimContext;
  readonly isFollowing: boolean;
  readonly whole: Claim | undefined;
}

function claimOf(clause: Clause, situation: Situation): Claim | undefined {
  const counted = clause.quantities.filter(({ unit }) => unit !== '' && unit !== '%');
  const quantity = counted.at(-1);
  if (quantity === undefined || quantity.isApproximate) return undefined;
  const left = clause.text.slice(0, quantity.start - clause.start);
  const right = clause.text.slice(quantity.end - clause.start).trimEnd();
  const found = right === '' ? nounBehind(left, situation) : nounAhead(left, right, situation);
  const known = found?.known.find(({ units }) => units.includes(quantity.unit));
  if (found === undefined || known === undefined) return undefined;
  return isClaim(known, found, situation) ? { quantity, known } : undefined;
}

interface NounFound {
  readonly known: readonly KnownFigure[];
  /** What stands ahead of the noun, or ahead of the number that the noun follows. */
  readonly prefix: string;
  /** Whether the noun or its verb says that this is all: 党员总数, 党员共有. */
  readonly isTotal: boolean;
}

const LINK = /(总数|总量|总人数|人数)?(?:共计|共有|现有|合计|共|有|为|是|达到|达|计|累计)*$/;

/** 党员共有 + 300名 */
function nounBehind(left: string, { context }: Situation): NounFound | undefined {
  const text = left.trim().slice(-LONGEST_CLAUSE);
  const link = LINK.exec(text);
  const words = text.slice(0, link?.index);
  const noun = longestNoun(context.known, (start) => words.slice(-start));
  if (noun === undefined) return undefined;
  const isTotal = /总|共|合计|累计/.test(link?.[0] ?? '');
  return { known: noun.known, prefix: words.slice(0, words.length - noun.length), isTotal };
}

/** 300名 + 党员, with nothing behind it; or with anything that is no part of the noun where 全镇 stands ahead. */
function nounAhead(left: string, right: string, { context }: Situation): NounFound | undefined {
  const around = partAround(left, right, context.known);
  if (around !== undefined) return around;
  const noun = longestNoun(context.known, (length) => right.trimStart().slice(0, length));
  if (noun === undefined) return undefined;
  const tail = right.trimStart().slice(noun.length);
  if (GOES_ON.test(tail) || (tail !== '' && !ALL_OF.test(left))) return undefined;
  return { known: noun.known, prefix: left, isTotal: false };
}

/** 其中机关 + 3个 + 党支部: a part's name around its number. */
function partAround(left: string, right: string, known: KnownFigures): NounFound | undefined {
  const [, prefix = '', name = ''] = /^(\s*(?:其中)?)(.*)$/.exec(left) ?? [];
  const parts = known.get(`${name.trim()}${right.trim()}`)?.filter(({ isPart }) => isPart) ?? [];
  return parts.length === 0 ? undefined : { known: parts, prefix, isTotal: false };
}

const LONGEST_CLAUSE = 40;
const LONGEST_NOUN = 16;
const SHORTEST_NOUN = 1;
const ALL_OF = /(?:全[镇乡县区市村]|全街道|全园区|[本我][镇乡县区]|辖区(?:内)?)的?$/;
/** What makes the noun the head of a longer one: 党员干部, 行政村党支部. */
const GOES_ON = /^[党干书代委班两“支组主人家户队骨志活负群民级总大联长]/;

function longestNoun(known: KnownFigures, cut: (length: number) => string) {
  for (let length = LONGEST_NOUN; length >= SHORTEST_NOUN; length -= 1) {
    const noun = cut(length);
    const named = noun.length === length ? known.get(noun) : undefined;
    if (named !== undefined) return { known: named, length };
  }
  return undefined;
}

const SCOPE =
  /^(?:截至|目前|当前|现在|今年|全[镇乡县区市域]|全街道|全园区|[本我该][镇乡县区]|镇|乡|街道|园区|县|党委|党工委|政府|辖区|内|下辖|管辖|所辖|现辖|共辖|辖|下设|设有|设|建有|现有|共有|共计|合计|总计|总共|累计|先后|拥有|有|现|共|总|在册|的|其中|\d{4}年底?|\d{1,2}月底?|末|底)*$/;
const PLAIN = /全[镇乡县区市域]|全街道|全园区|[本我][镇乡县区]|辖|共|总|现有|合计|累计/;

function isClaim(known: KnownFigure, { prefix, isTotal }: NounFound, situation: Situation): boolean {
  const words = withoutNames(prefix.trim(), situation.context.names);
  const isAllOf = ALL_OF.test(prefix.trim());
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
