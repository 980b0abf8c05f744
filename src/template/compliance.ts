import { sentencesWithin } from './body.ts';
import { ProseCell } from './prose-cell.ts';

/** An item that a report must state, and its answer: 超职数配备 and 无. */
interface StatedItem {
  readonly item: ProseCell;
  readonly answer: ProseCell;
}

/** Everything that must be stated: item by item what there is, and last, said once and together, what there is not. */
export function tellCompliance(list: readonly Readonly<Record<string, unknown>>[]): string {
  const stated = list.flatMap(({ item, answer }) => asStated(item, answer) ?? []);
  const told = stated.filter(({ answer }) => !isNone(answer));
  const none = stated.filter(({ answer }) => isNone(answer));
  return told.map(answerText).join('') + tellNone(none.map(({ item }) => item));
}

/** One item alone; nothing where it is no item with an answer. */
export function tellItem(item: unknown, answer: unknown): string {
  const stated = asStated(item, answer);
  if (stated === undefined) return '';
  return isNone(stated.answer) ? tellNone([stated.item]) : answerText(stated);
}

function asStated(item: unknown, answer: unknown): StatedItem | undefined {
  return item instanceof ProseCell && answer instanceof ProseCell ? { item, answer } : undefined;
}

function isNone({ text }: ProseCell): boolean {
  return SAYS_NONE.test(text.trim());
}

const SAYS_NONE = /^(?:暂?无|没有|不存在)(?:(?:此类|这类|上述|该)?(?:情况|情形|问题))?[。；]?$/;

/** An answer that names its item itself, or what it is of, needs no name before it: 事业编制超编 and 事业编制实有47名，…. */
function answerText({ item, answer }: StatedItem): string {
  const told = sentencesWithin(answer);
  const core = item.text.trim().replace(ASPECT_ENDING, '');
  const text = answer.text.trim();
  if (text.startsWith(core) || text.startsWith(core.slice(0, SUBJECT_LENGTH))) return told;
  const isRate = NAMES_RATE.test(core) && STARTS_WITH_NUMBER.test(text);
  return isRate ? `${item.toHTML()}为${told}` : `${coreOf(item)}方面，${told}`;
}

/** What would be a fault is denied: 没有超职数配备情况; of a duty nothing needs to be said: 近亲属回避方面没有需要说明的问题. */
function tellNone(items: readonly ProseCell[]): string {
  const cores = items.map((item) => ({ isFault: FAULT.test(item.text.trim()), text: coreOf(item) }));
  const faults = cores.filter(({ isFault }) => isFault).map(({ text }) => text);
  const duties = cores.filter(({ isFault }) => !isFault).map(({ text }) => text);
  return [
    faults.length === 0 ? '' : `没有${faults.join('、')}情况`,
    duties.length === 0 ? '' : `${duties.join('、')}方面${duties.length > 1 ? '均' : ''}没有需要说明的问题`,
  ]
    .filter((text) => text !== '')
    .map((text) => `${text}。`)
    .join('');
}

/** The item's name as markup, without the noun that its sentence sets itself. */
function coreOf(item: ProseCell): string {
  return item.toHTML().replace(ASPECT_ENDING, '');
}

const ASPECT_ENDING = /(?<=.)(?:等?情况|等?问题|等?情形|等?方面)$/s;
const FAULT =
  /(?:超职数|超编|超配|超机构规格|混编混岗|混岗|借调|借用|吃空饷|造假|涂改|带病提拔|违规[^，。]{0,8}|突击提拔|拉票|贿选|说情|打招呼|跑官要官|买官卖官|近亲繁殖)[”’]?(?:配备)?(?:干部|领导|人员)?(?:等?(?:情况|问题|情形|方面))?$/;
/** Characters: as long as what two texts begin with alike names one thing, 事业编制 or 劳务派遣. */
const SUBJECT_LENGTH = 4;
const NAMES_RATE = /[率度数比分]$/;
const STARTS_WITH_NUMBER = /^[\d{]/;
