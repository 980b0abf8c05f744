import type { Anchor } from '../../diagnostics/finding.ts';
import { findBankCards } from '../../prose/bank-card.ts';
import { findIdentityCards } from '../../prose/identity-card.ts';
import { findPhoneNumbers } from '../../prose/phone-number.ts';
import { anchorIn, placeInPlain } from '../../prose/place.ts';
import { SIGN } from '../../prose/signs.ts';
import { wholeText } from '../../prose/whole-text.ts';
import type { ProseRule, Reported } from '../rule.ts';

export const sensitiveData: ProseRule = {
  id: 'sensitive-data',
  stage: 'prose',
  severity: 'error',
  docs: {
    title: '个人敏感信息',
    why: '公民身份号码、银行卡号不应写进报告，报告会多处传阅、长期存档。号码按校验位识别，差一位的不算。电话号码有时确需公开，只提醒。',
    fix: '删去号码，或者只留能说明问题的几位，例如“身份证号末四位”。事实文件里确需公开的办公电话，可以在这一行用注释说明理由后忽略。',
    basis: {
      source: '《中华人民共和国个人信息保护法》',
      clause: '第二十八条',
      rank: '规定',
      proof: '号码的校验位',
    },
  },
  examples: [
    {
      input: '某同志（11010119900307889X）档案缺页。',
      reports: ['11010119900307889X'],
    },
    { input: '某同志（110101199003078890）档案缺页。', reports: [] },
    {
      input: '款项转入6222020200112230004。',
      reports: ['6222020200112230004'],
    },
    { input: '公示电话13900000000。', reports: ['13900000000'] },
    { input: '拨打12380举报。', reports: [] },
    { input: '结余13900000000元。', reports: [] },
  ],
  check({ prose, plainTexts = [] }, report) {
    for (const passage of wholeText(prose).passagesWith(ANY_DIGIT)) {
      searchIn(passage.text, (kind, start, end) =>
        report(sensitiveReport(kind, anchorIn(passage, start, end))),
      );
    }
    for (const plain of plainTexts) {
      if (plain.text.length < SHORTEST_SENSITIVE) continue;
      searchIn(plain.text, (kind, start, end) =>
        report(sensitiveReport(kind, placeInPlain(plain, start, end))),
      );
    }
  },
};

const ANY_DIGIT = SIGN.digit | SIGN.wideDigit;
/** So many digits in a row, or in groups, are in every number that is looked for. */
const MANY_DIGITS = /[\d０-９]{7}|[\d０-９]{4}[ -][\d０-９]{4}/;
const SHORTEST_SENSITIVE = 7;

function searchIn(text: string, found: (kind: Kind, start: number, end: number) => void): void {
  if (!MANY_DIGITS.test(text)) return;
  for (const { start, end, kind } of findSensitive(halfWidthNumber(text))) found(kind, start, end);
}

/** Full-width digits are read as digits; every character keeps its place. */
function halfWidthNumber(text: string): string {
  return text.replace(/[０-９Ｘ]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

type Kind = keyof typeof SENSITIVE_KINDS;

const SENSITIVE_KINDS = {
  identityCard: { noun: '公民身份号码', find: findIdentityCards, severity: 'error' },
  bankCard: { noun: '银行卡号', find: findBankCards, severity: 'error' },
  phone: { noun: '电话号码', find: findPhoneNumbers, severity: 'warning' },
} as const;

const KIND_ORDER: readonly Kind[] = ['identityCard', 'bankCard', 'phone'];

/** The surest reading of each number: what is an identity card is blanked before bank cards are looked for. */
function findSensitive(text: string): { start: number; end: number; kind: Kind }[] {
  let rest = text;
  return KIND_ORDER.flatMap((kind) => {
    const spans = SENSITIVE_KINDS[kind].find(rest);
    rest = blank(rest, spans);
    return spans.map(([start, end]) => ({ start, end, kind }));
  });
}

function blank(text: string, spans: readonly (readonly [number, number])[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const [start, end] of spans) {
    pieces.push(text.slice(from, start), 'x'.repeat(end - start));
    from = end;
  }
  return pieces.join('') + text.slice(from);
}

function sensitiveReport(kind: Kind, at: Anchor): Reported {
  const { noun, severity } = SENSITIVE_KINDS[kind];
  return {
    at,
    severity,
    message: `这里写了${noun}`,
    hint:
      severity === 'error'
        ? '报告里不应出现，请删去或者只留末几位。'
        : '个人电话请删去；确需公开的办公电话可以保留。',
  };
}
