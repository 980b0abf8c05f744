import type { Clause } from '../clauses.ts';
import { labelDivision } from './divisions.ts';
import { opensWithVerb } from './own-verb.ts';

/** 其中 and what else says that parts follow. */
export const AMONG_WORDS = /其中|包括|包含|(?<!包)含(?!量|义|金)/;
/** What is left for the last part: 其他, 蔬菜及其他. */
export const REST = /^(?:[一-鿿]{1,6}[及和等])?其[他它余]/;
/** What says that a sum follows. */
export const ALTOGETHER =
  /^(?:(?:以上)?[两二三四五六七八九十\d]项|(?:收入|支出|资金|面积|投资)(?=[合共总]计))?(?:共计|合计|总计|总共|一共|共)[有为是]?/;

/** Whether a clause only says something of the part before it: 占全镇女党员134名的7.5%. */
export function isAside(text: string): boolean {
  return /^\s*[约仅]?占/.test(text);
}

/** Whether a clause surely is no part of the list before it. 其中提拔4名，交流5名 is a list of moves, which are verbs all. */
export function isNewSubject({ text, before }: Clause, isList: boolean): boolean {
  if (AMONG_WORDS.test(text) || ALTOGETHER.test(text)) return true;
  if (before === '、') return false;
  return RESTART.test(text) || (!isList && opensWithVerb(text));
}

const RESTART = new RegExp(
  `^\\s*(?:${[
    '现有|共有|还有|仍有|另|此外|同时|下辖|全[镇乡县市区村]|全街道|全园区|目前|当前|截至|累计|该|各|本[镇乡县年级]',
    '较|比|同比|环比|平均|[村户人支]均|今年|去年|上年|明年|年[初底末内]|计划|预计|力争|争取|拟|将(?!来)',
    '从|由|向|为|对(?![外内口])|给|使|让|与|把|在(?![职编岗校册乡])|经(?!营|济)|按|联系|带动|服务|吸[纳引]|惠及|参[与加]|涉及|发放|结对|受到?|获|荣获',
    '列席|列入|入选|进入|纳入|转为|转正|报名|递交',
  ].join('|')})`,
);

/** Whether what a list names begins with a move of persons: 提拔4名，交流5名. */
export function isOfMoves(label: string | undefined): boolean {
  return label !== undefined && STAFF_MOVE.test(label);
}

const STAFF_MOVE = /^(?:提拔|晋升|重用|平级|调整|平调|交流|轮岗|转任|免职|免去|调出|调入|退休|辞职|留任)+/;

interface Labels {
  /** What the list begins with. */
  readonly first: string;
  readonly label: string;
  /** What the whole is called. */
  readonly total: string;
}

/** Whether a part is called as the first is: both divide the whole in one way, or both are of the whole's own kind. */
export function isSameKindOfPart({ first, label, total }: Labels): boolean {
  const kind = headNoun(total);
  if (isOfMoves(first))
    return isOfMoves(label) && label.replace(STAFF_MOVE, '') === first.replace(STAFF_MOVE, '');
  return (
    labelDivision([first, label]) !== undefined || (kind !== '' && label.endsWith(kind) && isBareTotal(total))
  );
}

/**
 * Whether a count that follows the parts of a list is surely one of them. After a pause mark it is, unless it names another thing;
 * after a comma only if it divides the whole as those do (男党员230名，女党员62名), or is of the whole's own kind like them.
 */
export function continuesList(labels: Labels, mark: string): boolean {
  const { first, label, total } = labels;
  const kind = headNoun(total);
  const isOfKind = kind !== '' && label.endsWith(kind);
  if (OWN_WHOLE.test(label) || (OTHER_THING.test(label) && !isOfKind)) return false;
  const isOfTotal =
    labelDivision([total, label]) !== undefined && labelDivision([total, first]) === undefined;
  if (isOfTotal && mark !== '、' && !NAMED_LIKE_PARTS.has(labelDivision([first, label])?.name ?? ''))
    return false;
  if (mark === '、' && !isOfMoves(first)) return true;
  if (first.length > 2 && label.length > 2 && label.slice(-2) === first.slice(-2)) return true;
  if (label !== first && isOfOneEnd(labels)) return true;
  const isFirstOfKind = kind !== '' && first.endsWith(kind);
  if (isFirstOfKind && isOfKind && first.length > kind.length && label.length > kind.length) return true;
  return (!isFirstOfKind || isOfKind || label.length <= SHORT_LABEL) && isSameKindOfPart(labels);
}

/** 肉类: 猪肉, 牛羊肉, 禽肉; 增长的, 下降的. */
function isOfOneEnd({ first, label, total }: Labels): boolean {
  const end = first.at(-1) ?? '';
  if (end === '' || end === '会' || label.at(-1) !== end || first.length > 6 || label.length > 6)
    return false;
  return end === '的' || total.includes(end);
}

/** Ways of dividing whose whole may be called as a part is: 中小学, 整改措施. */
const NAMED_LIKE_PARTS: ReadonlySet<string> = new Set(['进度', '学历']);

/** The noun that a label ends with, as far as two characters tell it. */
function headNoun(label: string): string {
  return /[一-鿿”]{2}$/.exec(label)?.[0] ?? '';
}

/** 男, 女, 机关: said without their noun. */
const SHORT_LABEL = 2;

/** A total that is called by its noun alone, whoever has it: 全镇共有党员. Another 党员 of the sentence is one of them. */
function isBareTotal(total: string): boolean {
  return /^(?:全[镇乡县市区]|全街道|全园区|共有|现有|[共有辖])*(?:[一-鿿]{2}|党支部|行政村)$/.test(total);
}

/** 正式党员中女党员: it names another whole. */
const OWN_WHOLE = /(?<=[一-鿿]{2})(?<![高初其])中(?![学专心层小共高级青]|$)|总数|总量|计划|预计/;
/** Nouns of which a list of other nouns takes a new start. */
const OTHER_THING =
  /(?:党小组|自然村|村民小组|网格|群众|村民|居民|积极分子|申请人|申请书|发展对象|志愿者|服务队|措施|制度|台账|任务|建议|项目|活动|小区|楼栋)$/;
