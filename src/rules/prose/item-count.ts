import { readHeadingMark } from '../../document/heading-mark.ts';
import type { Passage } from '../../facts/passages.ts';
import { type Announcement, announcements } from '../../prose/announcements.ts';
import { matchesIn } from '../../prose/matches.ts';
import { parseNumeral } from '../../prose/numerals.ts';
import { anchorIn, isFactsPassage, touchesReference } from '../../prose/place.ts';
import type { Prose } from '../../prose/prose.ts';
import { type SeriesMark, seriesOf } from '../../prose/series.ts';
import { SIGN } from '../../prose/signs.ts';
import { wholeText } from '../../prose/whole-text.ts';
import type { ProseRule, Report } from '../rule.ts';

/** S2. The number of items that is announced is the number that follows. */
export const itemCount: ProseRule = {
  id: 'item-count',
  stage: 'prose',
  severity: 'warning',
  docs: {
    title: '说有几项就有几项',
    why: '“以下四个方面”后面只写了三项，“等3项制度”前面却列了四项，都是删改以后忘了改数。',
    fix: '把数字改成实际的项数，或者补上漏写的项。',
    basis: { source: '正文自己说的项数', rank: '通常' },
  },
  examples: [
    { input: '主要有以下四个方面：一是抓学习；二是抓落实；三是抓监督。', reports: ['四个方面'] },
    { input: '建立学习、值班、请假、考核等3项制度。', reports: ['3项'] },
    { input: '主要存在以下三个问题：\n一是学习不深。\n二是管理不严。', reports: ['三个问题'] },
    {
      input: '主要做了以下3项工作：\n（一）抓学习。坚持每月一次。\n（二）抓落实。坚持每周一查。',
      reports: ['3项'],
    },
    { input: '主要存在三个方面的问题：一是力量不足；二是经费紧张。', reports: ['三个方面'] },
    { input: '主要做了三项工作：一是抓学习；二是抓培训。', reports: ['三项'] },
    {
      input: '下一步抓好四件事集中推进：其一，建好队伍；其二，管好阵地；其三，用好资金。',
      reports: ['四件事'],
    },
    { input: '主要抓了三件事：\n一是建队伍。\n二是管阵地。', reports: ['三件事'] },
    { input: '不足主要有四点。其一，轮岗偏少；其二，培训不够；其三，档案不全。', reports: ['四点'] },
    { input: '反馈4个方面34个问题（班子方面9个，作风方面14个，队伍方面11个）。', reports: ['4个方面'] },
    { input: '反馈3个方面34个问题（班子方面9个，作风方面14个，队伍方面11个）。', reports: [] },
    { input: '下一步抓好两件事：其一，建好队伍；其二，管好阵地。', reports: [] },
    { input: '主要有以下三个方面：一是抓学习；二是抓落实；三是抓监督。', reports: [] },
    {
      input:
        '主要有两个方面的做法：一是抓学习；二是抓培训。存在三个方面的问题：一是人少；二是钱少；三是地少。有两个方面的原因：一是主观；二是客观。',
      reports: [],
    },
    { input: '第三个方面的问题：一是力量不足；二是经费紧张。', reports: [] },
    { input: '三个方面的问题已整改两个：一是经费紧张；二是阵地老旧。', reports: [] },
    { input: '梳理出四类12个问题：一是班子方面3个；二是队伍方面9个。', reports: [] },
    { input: '建立学习、值班等5项制度，对照“学习、作风、纪律、廉洁”等2项要求自查。', reports: [] },
    { input: '主要表现在以下几个方面：一是学习不深；二是管理不严。', reports: [] },
  ],
  check({ prose, passages }, report) {
    let items: CountItems | undefined;
    const text = wholeText(prose);
    const counted = text.passagesWith(COUNTS);
    const others = text.says('。其一')
      ? passages.filter((each) => !counted.includes(each) && each.text.includes('。其一'))
      : [];
    for (const passage of [...counted, ...others]) {
      const announced = announcements(passage);
      if (announced.length > 0) {
        items ??= itemsFollowing(prose);
        checkAnnounced(siteOf(passage, passages), announced, items, report);
      }
      checkNamedCount(passage, report);
    }
    if (text.says('方面') && text.says('（'))
      for (const passage of passages) checkBracketedCount(passage, report);
  },
};

/** 以下…, …：一是, 等3项: what says how many items there are holds one of these. */
const COUNTS = SIGN.below | SIGN.colon | SIGN.andOthers;

function checkAnnounced(
  site: CountedPassage,
  announced: readonly Announcement[],
  items: CountItems,
  report: Report,
): void {
  const { passage } = site;
  for (const { start, end, count } of announced) {
    const found = items(site, end);
    if (found === undefined || found === count) continue;
    report({
      at: anchorIn(passage, start, end),
      message: `这里说“${passage.text.slice(start, end)}”，后面列出的是${found}项`,
      hint: '改成实际的项数，或者补上漏写的项。',
    });
  }
}

/** A passage in its place; after its last inner stop nothing but the announced items can come. */
interface CountedPassage {
  readonly passage: Passage;
  readonly index: number;
  readonly lastStop: number;
}

function siteOf(passage: Passage, passages: readonly Passage[]): CountedPassage {
  return { passage, index: passages.indexOf(passage), lastStop: lastInnerStop(passage.text) };
}

function lastInnerStop(text: string): number {
  const end = text.trimEnd().length - 2;
  return Math.max(text.lastIndexOf('。', end), text.lastIndexOf('；', end));
}

/** How many items follow an announcement: its own series, or else numbered paragraphs, or else a list of the facts. */
type CountItems = (site: CountedPassage, offset: number) => number | undefined;

function itemsFollowing(prose: Prose): CountItems {
  const { passages } = prose;
  const series = seriesOf(prose);
  const bySite = new Map<Passage | undefined, (readonly SeriesMark[])[]>();
  for (const marks of series) {
    const others = bySite.get(marks[0]?.passage);
    if (others === undefined) bySite.set(marks[0]?.passage, [marks]);
    else others.push(marks);
  }
  return ({ passage, index, lastStop }, offset) => {
    const ordinals = ordinalsBehind(passage.text, offset);
    if (ordinals > 0) return ordinals;
    const own = firstBehind(bySite.get(passage) ?? [], offset);
    if (own !== undefined) return own.length;
    if (lastStop > offset) return undefined;
    const listed = listOfFacts(passages, passage, index);
    if (listed !== undefined) return listed;
    const next = passages[index + 1];
    const following = next === undefined ? undefined : bySite.get(next)?.[0];
    if (following !== undefined && following[0]?.start === next?.text.search(/\S/)) return following.length;
    return numberedFollowing(passages, passage, index);
  };
}

/** 四件事：其一，…；其二，…: how many count on from the first, which stands right behind the colon. */
function ordinalsBehind(text: string, offset: number): number {
  const [, before, behind] = FIRST_ORDINAL.exec(text.slice(offset, offset + LONGEST_LEAD)) ?? [];
  const head = before ?? behind;
  if (head === undefined) return 0;
  let count = 0;
  for (const [, own, first, second, to] of matchesIn(text.slice(offset), ORDINAL)) {
    const numeral = first ?? second ?? '';
    if ((own ?? to) !== head) continue;
    if (parseNumeral(numeral) !== count + 1) break;
    count += 1;
  }
  return count;
}

const LONGEST_LEAD = 12;
const FIRST_ORDINAL = /^[一-鿿]{0,8}[：:。]\s?(?:([其第])一[，,、]|一([要、]))/;
const ORDINAL =
  /[：:。；;，,]\s?(?:([其第])([一二三四五六七八九十])(?=[，,、])|([一二三四五六七八九十])([要、]))/g;

/** The first series that starts after an offset of its passage; they are in order. */
function firstBehind(
  series: readonly (readonly SeriesMark[])[],
  offset: number,
): readonly SeriesMark[] | undefined {
  let [low, high] = [0, series.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((series[middle]?.[0]?.start ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  return series[low];
}

/** A lead-in of the facts announces a list of the facts; a body its points, a problem its cases. */
function listOfFacts(passages: readonly Passage[], passage: Passage, index: number): number | undefined {
  if (!isFactsPassage(passage)) return undefined;
  const section = /^leadIns\.(\w+)$/.exec(passage.path)?.[1];
  if (section !== undefined) {
    const title = new RegExp(`^${section}\\.\\d+\\.title$`);
    return passages.filter(({ path }) => title.test(path)).length || undefined;
  }
  const item = passage.path.replace(/\.\w+$/, '');
  let count = 0;
  for (const { path, role } of passages.slice(index + 1)) {
    if (!path.startsWith(`${item}.`) || role !== 'point') break;
    count += 1;
  }
  return count > 1 ? count : undefined;
}

/** Paragraphs numbered 1, 2, 3 … at one level, with whatever is under them. */
function numberedFollowing(
  passages: readonly Passage[],
  passage: Passage,
  index: number,
): number | undefined {
  const level = readHeadingMark(passages[index + 1]?.text ?? '')?.level;
  if (level === undefined || isFactsPassage(passage)) return undefined;
  let count = 0;
  for (const { text } of passages.slice(index + 1)) {
    const mark = readHeadingMark(text);
    if (mark === undefined || mark.level > level) continue;
    if (mark.level < level || mark.number !== count + 1) break;
    count += 1;
  }
  return count > 1 ? count : undefined;
}

const NAMED_COUNT = /等(\d{1,2}|[一二两三四五六七八九十]{1,3})(?:项|个|种|类|条|家|名|村)/g;

/** 甲、乙、丙等2项: more are named than counted. Fewer is what 等 is for. */
function checkNamedCount(passage: Passage, report: Report): void {
  if (!passage.text.includes('等')) return;
  for (const { index, 0: text, 1: number = '' } of matchesIn(passage.text, NAMED_COUNT)) {
    const count = /^\d/.test(number) ? Number(number) : parseNumeral(number);
    const named = namesBefore(passage.text.slice(Math.max(0, index - LONGEST_ITEM_LIST), index));
    if (count === undefined || named <= count || touchesReference(passage, index, index + text.length))
      continue;
    report({
      at: anchorIn(passage, index + 1, index + text.length),
      message: `“${text}”前面列出了${named}项，多于所说的数`,
      hint: '核对数字，或者删去多列的项。',
    });
  }
}

const BRACKETED_COUNT =
  /(?<![第\d一二三四五六七八九十])(\d{1,2}|[二两三四五六七八九])个?(方面|领域|环节|层面)[^，。；：、（）]{0,12}（([^（）。]{6,160})）/g;

/** 4个方面34个问题（班子方面9个，作风方面14个，队伍方面11个）: each item of the bracket is one, and says so. */
function checkBracketedCount(passage: Passage, report: Report): void {
  if (!passage.text.includes('（')) return;
  for (const { index, 1: number = '', 2: noun = '', 3: list = '' } of matchesIn(
    passage.text,
    BRACKETED_COUNT,
  )) {
    const count = /^\d/.test(number) ? Number(number) : parseNumeral(number.replace('两', '二'));
    const items = list.split(/[，、；]/);
    const isList =
      items.length > 1 &&
      items.every((item) => item.includes(noun) && /\d|[一二两三四五六七八九十][个项条]/.test(item));
    const end = index + passage.text.slice(index).indexOf(noun) + noun.length;
    if (!isList || items.length === count || touchesReference(passage, index, end)) continue;
    report({
      at: anchorIn(passage, index, end),
      message: `这里说“${passage.text.slice(index, end)}”，括号里列出的是${items.length}个`,
      hint: '改成实际的个数，或者补上漏写的项。',
    });
  }
}

const LONGEST_ITEM_LIST = 200;

/** Names parted by pause marks since the last comma; marks inside quotes and brackets part nothing. */
function namesBefore(text: string): number {
  if (!/[、”》]/.test(text)) return 1;
  let depth = 0;
  let names = 1;
  for (let offset = text.length - 1; offset >= 0; offset -= 1) {
    const mark = text.charAt(offset);
    if ('”》）'.includes(mark)) depth += 1;
    else if ('“《（'.includes(mark)) {
      depth -= 1;
      if (depth === 0 && '”》'.includes(text.charAt(offset - 1))) names += 1;
    } else if (depth <= 0 && '，。；：'.includes(mark)) break;
    else if (depth <= 0 && mark === '、') names += 1;
  }
  return names;
}
