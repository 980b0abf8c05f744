import { titleWordAt } from './title-words.ts';

/** A piece of a title that stays whole, and how bad it is to begin a line with it. */
export interface TitleToken {
  readonly text: string;
  /** From 0 (a line may well begin here) up; Infinity where none may. */
  readonly penalty: number;
}

const NEVER = Number.POSITIVE_INFINITY;
/** Within the name of who reports: only where a title cannot be broken otherwise. */
const IN_NAME = 200;
/** Between characters of no known word, which may be a name. */
const IN_UNKNOWN = 60;

/** A name or a work in quotation marks, a number with its unit, a Latin word: none is ever broken. */
const UNBROKEN =
  /《[^》]*》|“[^”]*”|‘[^’]*’|（[^）]*）|【[^】]*】|第?[0-9]+(?:[.—－~～/-][0-9]+)*[%％]?(?:年度|年上半年|年下半年|年|月|日|个|名|次|项|期|批|届|季度|号|万|亿|万元|亿元|亩|户|人)*|[A-Za-z][A-Za-z0-9-]*/y;
/** What a line must not begin with sticks to what comes before it. */
const STICKY = /^[的和与及、，。：；）》”’】暨等—…·]/;
const BODY_OF_STATE =
  /^\p{Script=Han}{1,30}(?:委员会|人民政府|政府|管委会|办事处|党工委|党委|党组|党总支|党支部|办公室|中心|街道|[局乡镇县市区院校])/u;

/** Cuts a title into what must stay whole. */
export function titleTokens(title: string): readonly TitleToken[] {
  const nameEnd = issuerEnd(title);
  const tokens: TitleToken[] = [];
  let previous = '';
  for (let at = 0; at < title.length; ) {
    const text = tokenAt(title, at, nameEnd);
    tokens.push({ text, penalty: at === 0 ? NEVER : penaltyOf(previous, text, at, nameEnd) });
    at += text.length;
    previous = text;
  }
  return tokens;
}

/** Where the name of who reports ends: before 关于, before the year, or with the last word that names a body. */
function issuerEnd(title: string): number {
  const about = title.indexOf('关于');
  if (about > 0) return about;
  const before = title.split(/[0-9《“]/, 1)[0] ?? '';
  return BODY_OF_STATE.exec(before)?.[0].length ?? 0;
}

function tokenAt(title: string, at: number, nameEnd: number): string {
  UNBROKEN.lastIndex = at;
  const whole = UNBROKEN.exec(title)?.[0];
  if (whole) return whole;
  const word = at < nameEnd ? undefined : title.startsWith('关于', at) ? '关于' : titleWordAt(title, at);
  return word ?? String.fromCodePoint(title.codePointAt(at) ?? 0);
}

function penaltyOf(previous: string, text: string, at: number, nameEnd: number): number {
  if (STICKY.test(text) || previous === '关于') return NEVER;
  if (text === '关于' || at === nameEnd) return 0;
  if (at < nameEnd) return IN_NAME;
  if (/[的》”]$/.test(previous)) return 3;
  if (/半年$/.test(previous)) return 6;
  if (/[0-9]/.test(previous)) return 20;
  if (/^[0-9《“]/.test(text)) return 6;
  if (/[和与及、]$/.test(previous)) return 30;
  return penaltyBetween(isWord(previous), isWord(text));
}

function penaltyBetween(isBehindWord: boolean, isWordNext: boolean): number {
  if (isBehindWord) return isWordNext ? 8 : 12;
  return isWordNext ? 14 : IN_UNKNOWN;
}

function isWord(text: string): boolean {
  return text.length > 1;
}
