import { type Figure, PENDING } from './facts.ts';
import { quoteValue, Refusal } from './refusal.ts';

export type NumberKind = 'count' | 'difference' | 'amount';

/** Reads a figure: digits without separators or units, or 待补. At most 15 digits, which a number holds exactly. */
export function readNumber(text: string, kind: NumberKind): Figure | Refusal {
  const whole = wholeNumber(text);
  if (whole !== undefined) return whole;
  if (NUMBER_FORMS[kind].test(text) && safeDigits(text) <= MAX_DIGITS) return Number(text) + 0;
  if (text === PENDING) return PENDING;
  return refuseNumber(text, kind);
}

/** What nearly every figure is, of any kind: digits alone, read without a regular expression. */
function wholeNumber(text: string): number | undefined {
  const hasLeadingZero = text.length > 1 && text.charCodeAt(0) === ZERO_CODE;
  if (text === '' || text.length > MAX_DIGITS || hasLeadingZero) return undefined;
  let value = 0;
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - ZERO_CODE;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  return value;
}

const ZERO_CODE = 48;

const NUMBER_FORMS: Readonly<Record<NumberKind, RegExp>> = {
  count: /^(?:0|[1-9]\d*)$/,
  difference: /^(?:0|-?[1-9]\d*)$/,
  amount: /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/,
};

const MAX_DIGITS = 15;

function safeDigits(text: string): number {
  return text.length <= MAX_DIGITS ? text.length : text.replace(/\D/g, '').length;
}

function refuseNumber(text: string, kind: NumberKind): Refusal {
  const slip = SLIPS.find(({ form, only }) => form.test(text) && (only === undefined || only === kind));
  const what = slip?.rule === 'lossy-value' ? slip.what : `要写${NUMBER_NAMES[kind]}`;
  return new Refusal(
    `${what}，这里是${quoteValue(text)}`,
    slip?.remedy(text) ?? '只写阿拉伯数字；还不知道的写“待补”。',
    slip?.rule ?? 'schema',
  );
}

const NUMBER_NAMES: Readonly<Record<NumberKind, string>> = {
  count: '整数',
  difference: '整数',
  amount: '数',
};

interface NumberSlip {
  readonly form: RegExp;
  readonly only?: NumberKind;
  readonly rule?: 'lossy-value';
  /** For `lossy-value`: why the number would not stay what was written. */
  readonly what?: string;
  readonly remedy: (text: string) => string;
}

const AMBIGUOUS = '的写法会被不同的软件读成不同的数';

/** The first that fits counts. */
const SLIPS: readonly NumberSlip[] = [
  {
    form: /^[-+]?0\d+(?:\.\d*)?$/,
    rule: 'lossy-value',
    what: '的数前面多了 0，有的软件会当作八进制',
    remedy: (text) => `写成 ${text.replace(/^\+?(-?)0+(?=\d)/, '$1')}。`,
  },
  {
    form: /^[-+]?0[xob][\da-f_]+$/i,
    rule: 'lossy-value',
    what: AMBIGUOUS,
    remedy: () => '写成普通的十进制数。',
  },
  {
    form: /^[-+]?(?:\d+\.?\d*|\.\d+)e[-+]?\d+$/i,
    rule: 'lossy-value',
    what: AMBIGUOUS,
    remedy: () => '不用科学记数法，把数完整地写出来。',
  },
  {
    form: /^[-+]?\d[\d.]*(?:_[\d.]*)+$/,
    rule: 'lossy-value',
    what: AMBIGUOUS,
    remedy: (text) => `去掉下划线，写成 ${text.replaceAll('_', '')}。`,
  },
  { form: /^[-+]?\d+(?::\d+)+$/, rule: 'lossy-value', what: AMBIGUOUS, remedy: () => '只写一个数。' },
  {
    form: /^[-+]?\.(?:inf|nan)$/i,
    rule: 'lossy-value',
    what: '不是一个确定的数',
    remedy: () => '写确切的数；还不知道的写“待补”。',
  },
  {
    form: /^[-+]?(?=(?:\.?\d){16})\d+(?:\.\d+)?$/,
    rule: 'lossy-value',
    what: `的数超过 ${MAX_DIGITS} 位，存成数字会丢掉末几位`,
    remedy: () => '核对这个数是不是多写了几位；编号、证件号码不能写在这里。',
  },
  { form: /^\+\d/, remedy: (text) => `去掉加号，写成 ${text.slice(1)}。` },
  { form: /^-\d+$/, only: 'count', remedy: () => '数量不能是负数。' },
  { form: /^-?\d+\.0+$/, remedy: (text) => `写成 ${text.replace(/\.0+$/, '')}。` },
  { form: /^-?\d+\.\d+$/, remedy: () => '数量不能有小数；核对这个数，按比例算出来的要写实数。' },
  {
    form: /^-?(?:\d+\.|\.\d+)$/,
    remedy: (text) => `把小数点两边写全，例如 ${text.startsWith('.') ? `0${text}` : `${text}0`}。`,
  },
  { form: /^[-−－]\s*\d/, remedy: () => '负号用英文的“-”，后面不空格。' },
  {
    form: /^\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?$/,
    remedy: (text) => `不写千位分隔符，写成 ${text.replaceAll(/[,，]/g, '')}。`,
  },
  {
    form: /^[\d.]*[\uff10-\uff19．][\uff10-\uff19\d.．]*$/,
    remedy: (text) => `用半角数字，写成 ${text.normalize('NFKC')}。`,
  },
  {
    form: /^\d+(?:\.\d+)?\s*[%％]$/,
    remedy: (text) => `只写 ${text.replace(/\s*[%％]$/, '')}，百分号不写在这里。`,
  },
  { form: /^\d+(?:\.\d+)?\s*[万亿]/, remedy: () => '写出完整的数，不用“万”“亿”；计量单位由程序来写。' },
  { form: /^\d+(?:\.\d+)?\s*(?:余|多|左右|以上)/, remedy: () => '写确切的数；还不知道的写“待补”。' },
  { form: /^\d+\s*[-—–~～至到]\s*\d+/, remedy: () => '只写一个确切的数；还不知道的写“待补”。' },
  { form: /^(?:约|近|大约|超)\s*\d/, remedy: () => '写确切的数；还不知道的写“待补”。' },
  { form: /^\d+(?: \d{3})+$/, remedy: (text) => `数字中间不空格，写成 ${text.replaceAll(' ', '')}。` },
  {
    form: /^\d+(?:\.\d+)?\s*[^\d\s]+$/,
    remedy: (text) => `单位不用写，只写 ${/^[\d.]+/.exec(text)?.[0] ?? ''}。`,
  },
  { form: /^[〇零一二两三四五六七八九十百千万亿]+[^\d]?$/, remedy: () => '用阿拉伯数字写。' },
  { form: /^(?:无|没有|否)$/, remedy: () => '一个也没有的写 0；不涉及的把这一行删去。' },
  {
    form: /^(?:[?？/／—-]+|不详|不清楚|暂无|待定|待核|待查|待统计|未知|TBD|N\/?A)$/i,
    remedy: () => '还不知道的写“待补”。',
  },
];
