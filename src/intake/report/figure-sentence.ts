import type { CalendarDate } from '../../facts/dates.ts';
import {
  behindPart,
  branchKind,
  DIVISIONS,
  FIXED,
  NONE_OF,
  POST_WORDING,
  partName,
  STATED_AS_NONE,
  WHOLES,
  type WordedWhole,
} from './figure-wording.ts';
import { readIndicators, type ToldIndicator } from './indicator-sentence.ts';
import { BY_NOUN, figureAhead, figureBehind, NAMED_SCOPE, plainNumberText } from './named-figure.ts';
import { type ReportPeriod, readPeriod } from './read-period.ts';
import type { ToldFigure } from './told-figure.ts';

/** What a sentence of figures tells, where every clause of it tells one. */
export interface FigureSentence {
  readonly figures: readonly ToldFigure[];
  readonly indicators: readonly ToldIndicator[];
  readonly period?: ReportPeriod;
}

/**
 * Reads a sentence that tells nothing but figures of the facts: 全镇共有党员300名，其中女党员62名。 Undefined as soon as one clause of it tells
 * anything else, so that a figure is never taken out of what it belongs to. `date` is the report's: 今年 is its year.
 */
export function readFigureSentence(
  sentence: string,
  date: CalendarDate | undefined,
): FigureSentence | undefined {
  const text = plainSentence(sentence);
  if (!/\d|无|没有|均为/u.test(text)) return undefined;
  return text.startsWith('此外，') ? readOthers(text.slice(3)) : new SentenceReader(date).read(text);
}

function readOthers(text: string): FigureSentence | undefined {
  const indicators = readIndicators(text);
  return indicators && { figures: [], indicators };
}

/** Without blanks and the last stop, half-width marks as full-width ones, and what is no list without its pause marks. */
function plainSentence(sentence: string): string {
  return sentence
    .replace(/[\s\u3000]/gu, '')
    .replace(/(?<!\d),|,(?!\d{3})/gu, '，')
    .replaceAll(';', '；')
    .replace(/[。！]$/u, '')
    .replaceAll('党组织书记、村委会主任', '党组织书记村委会主任')
    .replaceAll('书记、主任', '书记主任')
    .replaceAll('核定、实有均为', '核定实有均为');
}

/** Reads the clauses of one sentence; what one says holds for those after it. */
class SentenceReader {
  readonly #date: CalendarDate | undefined;
  readonly #figures: ToldFigure[] = [];
  readonly #indicators: ToldIndicator[] = [];
  #period: ReportPeriod | undefined;
  #whole: WordedWhole = 'none';
  #isAmong = false;
  #isNone = false;
  #isAdjusted = false;
  #division: string | undefined;
  #category: string | undefined;
  #list: 'posts' | 'leadershipPosts' = 'posts';
  #isTotalOfPosts = false;

  constructor(date: CalendarDate | undefined) {
    this.#date = date;
  }

  read(text: string): FigureSentence | undefined {
    for (const part of text.split('；')) {
      this.#isAmong = false;
      this.#isNone = false;
      if (this.#nothingOf(part)) continue;
      for (const clause of part.split(/[，、：]/u)) {
        if (clause.length > LONGEST_FIGURE_CLAUSE || (clause !== '' && !this.#clause(clause)))
          return undefined;
      }
    }
    const figures = this.#figures;
    if (figures.length + this.#indicators.length === 0 && !this.#isTotalOfPosts) return undefined;
    return { figures, indicators: this.#indicators, ...(this.#period && { period: this.#period }) };
  }

  /** 无交流、免职和党员发展情况 */
  #nothingOf(part: string): boolean {
    const names = /^(?:[^，]*，)?无(.+)情况$/u.exec(part)?.[1]?.split(/[、和]/u);
    if (names === undefined) return false;
    const paths = names.map((name) => STATED_AS_NONE.get(name.replace(/^调整|调整$/u, '')));
    if (paths.some((path) => path === undefined)) return false;
    const ahead = part.slice(0, part.lastIndexOf('，无') + 1);
    if (ahead !== '' && !this.#clause(ahead.slice(0, -1))) return false;
    for (const path of paths) this.#tell(path ?? '', '0');
    return true;
  }

  #clause(clause: string): boolean {
    if (clause.startsWith('其中')) this.#isAmong = true;
    return (
      this.#opening(clause) ||
      this.#post(clause) ||
      this.#ofWhole(clause) ||
      (this.#isDivided && this.#part(clause)) ||
      this.#named(clause) ||
      this.#fixed(clause) ||
      this.#part(clause) ||
      this.#other(clause)
    );
  }

  /** 其中村党支部9个 is a part and no 党支部 of a village. */
  get #isDivided(): boolean {
    return this.#isAmong && (this.#whole === 'branches' || this.#whole === 'admitted');
  }

  /** What tells no figure and says what the next ones are about. */
  #opening(clause: string): boolean {
    const period = readPeriod(clause, this.#date);
    if (period !== undefined) this.#period ??= period;
    else if (/^(?:党员)?按年龄分?$/u.test(clause))
      this.#division = this.#whole === 'team' ? 'cadres.team.byAge' : 'members.byAge';
    else if (/^(?:党员)?按学历分?$/u.test(clause)) this.#division = 'members.byEducation';
    else if (clause === '领导职数方面') this.#list = 'leadershipPosts';
    else if (clause === '党员中') this.#whole = 'members';
    else if (/^(?:现有)?干部中$/u.test(clause)) {
      this.#whole = 'cadres';
      this.#division = clause === '干部中' ? 'cadres.byAge' : 'cadres.byCategory';
    } else if (/^(?:截至)?(?:目前|当前|现在)$/u.test(clause)) return true;
    else return false;
    return true;
  }

  /** 行政编制核定32名、实有29名、空缺3名 */
  #post(clause: string): boolean {
    const total = /^核定编制共(\d+)[名个人]$/u.exec(clause);
    if (total !== null) {
      this.#isTotalOfPosts = true;
      return true;
    }
    if (this.#isTotalOfPosts && /^实有人员(\d+)[名人]$/u.test(clause)) return true;
    const plain = new RegExp(
      `^(?:${NAMED_SCOPE})?((?:机关)?(?:行政|事业|工勤)编制)(\\d+)[名个人]$`,
      'u',
    ).exec(clause);
    if (plain !== null) return this.#tellPost('核定', plain[1], plain[2]);
    const match =
      /^(?:现有|共有)?(.{0,12}?)(核定实有均为|核定|实有|实配|空缺|超编|超职数|无空缺)(?:人员|编制)?(?:(\d+)[名个人])?$/u.exec(
        clause,
      );
    if (match === null) return false;
    const [, category = '', measure = '', number] = match;
    if (measure === '无空缺') return category === '' && this.#tellPost('空缺', '', '0');
    return number !== undefined && this.#tellPost(measure, category, number);
  }

  #tellPost(measure: string, category = '', number = ''): boolean {
    if (category !== '') this.#category = category;
    if (this.#category === undefined) return false;
    for (const [field, sign] of POST_WORDING.get(measure) ?? []) {
      this.#figures.push({ path: `${this.#list}.${field}`, item: this.#category, value: `${sign}${number}` });
    }
    return true;
  }

  /** What a figure of a part is called after its whole: 其中女性2名, 均为正式党员. */
  #ofWhole(clause: string): boolean {
    const women =
      /^(?:其中)?(?:女性|女成员)(\d+)名$/u.exec(clause)?.[1] ?? (clause === '无女性成员' ? '0' : undefined);
    if (women !== undefined && this.#whole === 'team') return this.#tell('cadres.team.female', women);
    if (women !== undefined && this.#whole === 'cadres') return this.#tell('cadres.female', women);
    const total = this.#figures.find(({ path }) => path === 'members.total')?.value;
    if (clause === '均为正式党员' && total !== undefined) return this.#tell('members.full', total);
    const sole = /^均?为(.{1,8}?)(?:党支部)?$/u.exec(clause)?.[1];
    const branches = this.#figures.find(({ path }) => path === 'branches.total')?.value;
    if (sole === undefined || branches === undefined) return false;
    return this.#tell(`branches.byKind.${branchKind(sole)}`, branches);
  }

  /** A noun of the vocabulary before or after its number: 党员300名, 6个行政村; 无社区. */
  #named(clause: string): boolean {
    const none = /^(?:现)?无(.+)$/u.exec(clause)?.[1] ?? (this.#isNone ? clause : undefined);
    const nothing = (none?.split('和') ?? []).map((noun) => BY_NOUN.get(noun) ?? NONE_OF.get(noun));
    if (nothing.length > 0 && nothing.every((path) => path !== undefined)) {
      this.#isNone = true;
      return nothing.every((path) => this.#tell(path, '0'));
    }
    const told = figureAhead(clause) ?? figureBehind(clause);
    if (told === undefined) return false;
    this.#isNone = false;
    if (this.#isAdjusted && told.noun === '村“两委”成员')
      return this.#tell('villageTeams.membersChanged', told.value);
    this.#whole = WHOLES.get(told.path) ?? this.#whole;
    if (WHOLES.has(told.path) && told.path !== 'members.admitted.total') this.#isAmong = false;
    return this.#tell(told.path, told.value);
  }

  /** What the templates say in words of their own. */
  #fixed(clause: string): boolean {
    for (const [pattern, path] of FIXED) {
      const match = pattern.exec(clause);
      if (match === null) continue;
      const value = match[1] ?? '0';
      if (path === 'households' || path === 'population') {
        if (!this.#figures.some(({ path: told }) => told.startsWith('overview.'))) return false;
        return this.#tell(`overview.${path}`, plainNumberText(value));
      }
      if (path === 'villageTeams.secretariesChanged') this.#isAdjusted = true;
      if (path === '') return true;
      this.#whole = WHOLES.get(path) ?? this.#whole;
      return this.#tell(path, plainNumberText(value));
    }
    return false;
  }

  /** 其中机关3个、村6个; 35岁及以下92名 after 按年龄分. */
  #part(clause: string): boolean {
    const none = /^没有(.+)$/u.exec(clause)?.[1];
    const match =
      /^(?:其中)?(.{1,16}?)(?:有)?(\d+)(个|名|人)(?:党支部)?$/u.exec(clause) ??
      /^(?:其中)?()(\d+)(个)(.{1,10})$/u.exec(clause);
    const division = this.#division ?? (this.#isAmong ? DIVISIONS[this.#whole] : undefined);
    if (division === undefined) return false;
    if (none !== undefined) return this.#tell(`${division}.${partName(none, division)}`, '0');
    if (match === null) return behindPart(clause, division, (path, value) => this.#tell(path, value));
    const [, name = '', number = '', unit = '', noun = ''] = match;
    if ((unit === '个') !== (division === 'branches.byKind')) return false;
    const part = partName(name || noun, division);
    return part !== '' && this.#tell(`${division}.${part}`, number);
  }

  /** A count of something that the vocabulary has no name for, beside figures that it has: an indicator. */
  #other(clause: string): boolean {
    if (this.#figures.length === 0 || this.#isAmong || this.#division !== undefined) return false;
    const [indicator, second] = readIndicators(clause) ?? [];
    if (indicator === undefined || second !== undefined || !SURE_NAME.test(indicator.name)) return false;
    this.#indicators.push(indicator);
    return true;
  }

  #tell(path: string, value: string): boolean {
    this.#figures.push({ path, value });
    return true;
  }
}

/** Characters; a longer clause tells more than a figure. */
const LONGEST_FIGURE_CLAUSE = 60;

/** The name of an indicator that no sentence could be mistaken for. */
const SURE_NAME = /^[\p{Script=Han}“”]{2,16}$/u;
