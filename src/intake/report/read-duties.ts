import { isoDate, parseDate } from '../../facts/dates.ts';
import { sentencesIn } from './sentences-in.ts';

/** Who answers for a measure, until when, and how far it is, as its text says at its end. */
export interface Duties {
  readonly leader?: string;
  readonly department?: string;
  readonly owner?: string;
  readonly deadline?: string;
  readonly status?: string;
  readonly completed?: string;
  readonly closed?: string;
  readonly results?: readonly string[];
  readonly evidence?: readonly string[];
}

/** A measure's text without the sentences that only say who answers for it, and what those say. */
export interface SplitDuties {
  readonly text: string;
  readonly duties: Duties;
  /** The sentences that were taken out, as they stood. */
  readonly taken: string;
}

/** Takes the sentences about responsibility off the end of a text, or out of brackets there. */
export function splitDuties(text: string): SplitDuties {
  const bracket = /[（(]([^（）()]*(?:责任|牵头|时限|前完成)[^（）()]*)[）)]([。；;]?)$/u.exec(text.trim());
  if (bracket !== null) {
    const duties = dutiesIn(bracket[1] ?? '');
    if (duties !== undefined) {
      const [taken = '', , close = ''] = bracket;
      return { text: `${text.trim().slice(0, bracket.index)}${close}`, duties, taken };
    }
  }
  const lines = text.split('\n');
  const sentences = sentencesIn(lines.at(-1) ?? '');
  const at = dutyStart(sentences);
  if (at === sentences.length) return { text, duties: {}, taken: '' };
  const read = sentences.slice(at).map((sentence) => ({ sentence, said: dutiesIn(sentence) }));
  const duties: Duties = Object.assign({}, ...read.map(({ said }) => said));
  const others = read.flatMap(({ sentence, said }) => (said === undefined ? [sentence] : []));
  const areResults = others.length > 0 && duties.status !== undefined && duties.results === undefined;
  const kept = areResults ? [] : others;
  const left = [...lines.slice(0, -1), [...sentences.slice(0, at), ...kept].join('')];
  return {
    text: left.filter((line) => line !== '').join('\n'),
    duties: areResults ? { ...duties, results: others.map((each) => each.replace(/。$/u, '')) } : duties,
    taken: read.flatMap(({ sentence, said }) => (said === undefined ? [] : [sentence])).join(''),
  };
}

/** The sentence that says who answers for it, after which results may be told; else the first of those at the end that say anything of the kind. */
function dutyStart(sentences: readonly string[]): number {
  const owned = sentences.findIndex((sentence) => {
    const { leader, department, owner } = dutiesIn(sentence) ?? {};
    return (leader ?? department ?? owner) !== undefined;
  });
  if (owned !== -1) return owned;
  let at = sentences.length;
  while (at > 0 && dutiesIn(sentences[at - 1] ?? '') !== undefined) at -= 1;
  return at;
}

/** What a sentence says of responsibility; undefined where some clause of it says anything else. */
export function dutiesIn(sentence: string): Duties | undefined {
  const text = sentence.replace(/[。；;]$/u, '').trim();
  const listed = LISTED_RESULTS.exec(text);
  if (listed !== null) {
    const names = (listed[2] ?? '').replaceAll('》《', '》、《').split('、');
    return listed[1] === '成效是' ? { results: names } : { evidence: names };
  }
  let found: Duties = {};
  for (const clause of text.split(/[，,；;]/u)) {
    const said = clauseOf(clause.trim());
    if (said === undefined) return undefined;
    found = { ...found, ...said };
  }
  return Object.keys(found).length === 0 ? undefined : found;
}

const LISTED_RESULTS = /^(?:取得的(成效是)|佐证材料有)([^，。；：]+)$/u;

/** Undefined for a clause that is about something else; an empty one for what follows from another. */
function clauseOf(clause: string): Duties | undefined {
  for (const [pattern, duty] of DUTY_CLAUSES) {
    const match = pattern.exec(clause);
    const said = match === null ? undefined : duty(match[1] ?? '', match[0]);
    if (said !== undefined) return said;
  }
  return undefined;
}

const DUTY_NAME = '(?:为|是|[:：]\\s*)([^：:]{1,40})$';
const DUTY_DATE = '(\\d{4}(?:年\\d{1,2}月(?:\\d{1,2}日)?|[-./]\\d{1,2}(?:[-./]\\d{1,2})?))';

const DUTY_CLAUSES: readonly (readonly [RegExp, (first: string, all: string) => Duties | undefined])[] = [
  [new RegExp(`^(?:责任|牵头|分管)领导${DUTY_NAME}`, 'u'), (leader) => ({ leader })],
  [
    new RegExp(`^(?:(?:责任|牵头)(?:单位|部门|科室)|责任主体)${DUTY_NAME}`, 'u'),
    (department) => ({ department }),
  ],
  [new RegExp(`^(?:直接|具体)?责任人${DUTY_NAME}`, 'u'), (owner) => ({ owner })],
  [
    new RegExp(`^(?:于|在)?${DUTY_DATE}(?:底|末)?(?:之?前|以前)?(?:整改)?(?:完成|落实)(?:整改)?$`, 'u'),
    deadline,
  ],
  [
    new RegExp(
      `^(?:(?:完成|整改|办结)?(?:时限|期限|时间))(?:为|是|[:：])\\s*${DUTY_DATE}(?:底|末)?(?:前|以前)?$`,
      'u',
    ),
    deadline,
  ],
  [
    /^(?:(?:完成|整改|办结)?(?:时限|期限|时间)(?:为|是|[:：])\s*)?(长期坚持)$/u,
    () => ({ deadline: '长期坚持' }),
  ],
  [new RegExp(`^已于${DUTY_DATE}完成$`, 'u'), completed],
  [new RegExp(`^已于${DUTY_DATE}完成并销号$`, 'u'), (date) => ({ ...completed(date), closed: '是' })],
  [/^(?:目前)?(?:正在推进|推进中)$/u, () => ({ status: '推进中' })],
  [/^(?:目前)?(?:尚未开始|未开始)$/u, () => ({ status: '未开始' })],
  [/^(?:已完成|已全部完成|已整改完成)$/u, () => ({ status: '已完成' })],
  [/^(?:需要长期坚持|属长期任务|正在持续推进)$/u, () => ({ status: '长期坚持' })],
  [/^已经销号$/u, () => ({ closed: '是' })],
  [/^尚未销号$/u, () => ({ closed: '否' })],
  [/^已逾期$/u, () => ({})],
];

function deadline(text: string): Duties | undefined {
  const date = parseDate(text);
  return date && { deadline: isoDate(date) };
}

function completed(text: string): Duties | undefined {
  const date = parseDate(text);
  return date && { completed: isoDate(date), status: '已完成' };
}
