import { type CalendarDate, type Deadline, PERMANENT, parseDate } from './dates.ts';
import type { Scalar } from './field.ts';
import { readNumber } from './read-number.ts';
import { quoteValue, Refusal } from './refusal.ts';
import { nearestWord } from './suggest.ts';

/** Reads one value by its kind, or says why it cannot be taken. The text is not empty. */
export function readScalar(field: Scalar, text: string): unknown {
  switch (field.kind) {
    case 'text':
      return readTextLine(text);
    case 'count':
    case 'difference':
    case 'amount':
      return readNumber(text, field.kind);
    case 'denominator':
      return /^[-+.\d\uff10-\uff19]|^待补$/.test(text) ? readNumber(text, 'amount') : readTextLine(text);
    case 'date':
      return readFactDate(text);
    case 'deadline':
      return readFactDeadline(text);
    case 'yesno':
      return readFactYesNo(text);
    case 'choice':
      return readFactChoice(text, field.choices ?? []);
    case 'version':
      return text === '1'
        ? 1
        : new Refusal(`只能是 1，这里是${quoteValue(text)}`, '写成 1，或者把这一行删去。');
    default:
      return text;
  }
}

function readTextLine(text: string): string | Refusal {
  if (!text.includes('\n')) return text;
  return new Refusal('只能写一行', '把几行并成一行；不要用“|”。');
}

function readFactDate(text: string): CalendarDate | Refusal {
  const date = parseDate(text);
  if (date !== undefined) return date;
  const slip = DATE_SLIPS.find(({ form }) => form.test(text));
  return new Refusal(
    `${slip?.what ?? '要写日期'}，这里是${quoteValue(text)}`,
    slip?.remedy(text) ?? '写成 2023-10-20、2023.10.20 或 2023年10月20日；只到月的写 2023-10。',
  );
}

function readFactDeadline(text: string): Deadline | Refusal {
  if (text === PERMANENT) return PERMANENT;
  if (/^(?:长期|持续|常态|坚持)/.test(text)) {
    return new Refusal(`要写日期或“${PERMANENT}”，这里是${quoteValue(text)}`, `写成“${PERMANENT}”。`);
  }
  return readFactDate(text);
}

const DATE_SLIPS: readonly {
  readonly form: RegExp;
  readonly what: string;
  readonly remedy: (text: string) => string;
}[] = [
  {
    form: /^\d{4}[-./年]\d{1,2}([-./月]\d{1,2}日?|月)?$/,
    what: '的日期不存在',
    remedy: (text) => (text.includes('/') ? '用“-”或“.”分隔，例如 2023-10-20。' : '核对月份和日子。'),
  },
  {
    form: /[\uff10-\uff19]/,
    what: '的日期要用半角数字',
    remedy: (text) => `写成 ${text.normalize('NFKC')}。`,
  },
  {
    form: /^\d{4}-\d{1,2}-\d{1,2}[T ]/,
    what: '只写到日',
    remedy: (text) => `写成 ${text.slice(0, 10).trim()}。`,
  },
  {
    form: /^\d{8}$/,
    what: '的年月日要分开写',
    remedy: (text) => `写成 ${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}。`,
  },
  { form: /号$/, what: '的日期写法不对', remedy: (text) => `写成 ${text.replace(/号$/, '日')}。` },
  { form: /^\d{4}年?$/, what: '的日期至少要到月', remedy: () => '写成 2023-10 或 2023-10-20。' },
  { form: /^\d{1,2}月/, what: '的日期缺少年份', remedy: () => '把年份写上，例如 2023年10月20日。' },
];

function readFactYesNo(text: string): boolean | Refusal {
  const answer = YES_NO.get(text);
  return answer ?? new Refusal(`要写“是”或“否”，这里是${quoteValue(text)}`, '写“是”或“否”。');
}

const YES_NO: ReadonlyMap<string, boolean> = new Map([
  ['是', true],
  ['否', false],
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['false', false],
  ['False', false],
  ['FALSE', false],
]);

function readFactChoice(text: string, choices: readonly string[]): string | Refusal {
  if (choices.includes(text)) return text;
  const guess = nearestWord(text, choices) ?? choices.find((choice) => text.endsWith(choice));
  return new Refusal(
    `只能写${choices.map((choice) => `“${choice}”`).join('')}之一，这里是${quoteValue(text)}`,
    guess === undefined ? '从里面选一个。' : `您是不是想写“${guess}”？`,
  );
}
