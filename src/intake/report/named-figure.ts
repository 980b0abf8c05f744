import { FIGURE_NOUNS } from '../../prose/fact-claims/figure-nouns.ts';

/** Words before a noun that say that all of the unit is meant, or nothing. */
const TIME_PHRASES =
  '(?:截至|目前|当前|现在|今年以来|全[镇乡县区市域局]|全街道|全园区|[本我该][镇乡县区]){0,3}';
const BODY_NAME = '(?:[\\p{Script=Han}xX×*]{1,16}(?:镇|乡|街道|区|县|局|党委|党工委|委员会)(?:内|共)?)?';
const NAMING_VERBS =
  '(?:下?辖有?|现辖|共辖|管辖|下设|现有|共有|设有|拥有|建有|现任|有|共|现|总|其中|累计|举办|开展|培养|确定|新){0,4}';
export const NAMED_SCOPE = `(?:${TIME_PHRASES}${BODY_NAME}${TIME_PHRASES}${NAMING_VERBS})`;

const AHEAD = new RegExp(
  `^${NAMED_SCOPE}([^\\d]{1,14}?)(?:总数|共计|共有|共|有|为|达到|达)?(\\d[\\d.]*[万亿]?)(名|人次|人|位|个|户|亩|万元|批|期|岁)$`,
  'u',
);
const AFTER_SCOPE = new RegExp(
  `^${NAMED_SCOPE}(\\d[\\d.]*[万亿]?)(名|人次|人|位|个|户|亩|万元|批|期|岁)([^\\d]{1,14})$`,
  'u',
);

/** A figure with the noun that names it. */
export interface NamedFigure {
  readonly path: string;
  readonly noun: string;
  readonly value: string;
}

const UNITS_BY_PATH: ReadonlyMap<string, readonly string[]> = new Map(
  FIGURE_NOUNS.map(
    ({ place, units }) => [place.path, place.field.unit === '万元' ? ['万元'] : units] as const,
  ),
);

/** By what prose calls them, the paths of figures. */
export const BY_NOUN: ReadonlyMap<string, string> = new Map(
  FIGURE_NOUNS.flatMap(({ place, nouns }) => nouns.map((noun) => [noun, place.path] as const)),
);

/** 党员共有300名 */
export function figureAhead(clause: string): NamedFigure | undefined {
  const match = AHEAD.exec(clause);
  return match === null ? undefined : figureNamedBy(match[1] ?? '', match[2] ?? '', match[3] ?? '');
}

/** 300名党员 */
export function figureBehind(clause: string): NamedFigure | undefined {
  const match = AFTER_SCOPE.exec(clause);
  return match === null ? undefined : figureNamedBy(match[3] ?? '', match[1] ?? '', match[2] ?? '');
}

function figureNamedBy(words: string, number: string, unit: string): NamedFigure | undefined {
  const noun = words.replace(/^(?:的|为)/u, '');
  const path =
    unit === '期' && noun === '培训'
      ? 'training.sessions'
      : unit === '人次' && noun === '培训'
        ? 'training.attendances'
        : BY_NOUN.get(noun);
  if (path === undefined || UNITS_BY_PATH.get(path)?.includes(unit) !== true) return undefined;
  return { path, noun, value: plainNumberText(number) };
}

/** 2.2万 as 22000, without binary dust. */
export function plainNumberText(written: string): string {
  const [, digits = '', scale = ''] = /^([\d.]+)([万亿]?)$/u.exec(written) ?? [];
  const factor = scale === '万' ? 10_000 : scale === '亿' ? 100_000_000 : 1;
  return factor === 1 ? written : String(Number((Number(digits) * factor).toPrecision(15)));
}
