/** A name such as 36～45岁 or 大专及以上, as the stretch of its scale that it covers, both ends included. */
export interface Band {
  readonly name: string;
  readonly scale: 'age' | 'education';
  readonly low: number;
  readonly high: number;
}

/** Those of some names that are bands; of a division by age every number is one of years. */
export function bandsOf(names: readonly string[], isAge: boolean): Band[] {
  return names.map((name) => parseBand(name, isAge)).filter((band) => band !== undefined);
}

/** Reads a band; undefined for a name that is none. 以上 and 以下 include their number (民法典第一千二百五十九条). */
function parseBand(name: string, isAge: boolean): Band | undefined {
  const known = isAge ? AGE_BANDS : OTHER_BANDS;
  const remembered = known.get(name);
  if (remembered !== undefined || known.has(name)) return remembered;
  if (known.size === MOST_KNOWN_BANDS) known.clear();
  const text = name.normalize('NFKC').replace(/\s/gu, '');
  const band = ageBand(name, text, isAge) ?? educationBand(name, text);
  known.set(name, band);
  return band;
}

/** A county's townships use the same few dozen names: of nine, reading them anew takes 15 µs, looking them up half of one. */
const AGE_BANDS = new Map<string, Band | undefined>();
const OTHER_BANDS = new Map<string, Band | undefined>();
const MOST_KNOWN_BANDS = 500;

/** Two bands that one person can belong to. */
export function doOverlap(a: Band, b: Band): boolean {
  if (a.scale !== b.scale || a.low > b.high || b.low > a.high) return false;
  return a.scale === 'age' || isOpenBand(a) || isOpenBand(b);
}

/** One of them holds all of the other: 初中以上 and 大专以上. */
export function isCumulativeTally(a: Band, b: Band): boolean {
  const isUp = a.high === Infinity && b.high === Infinity;
  const isDown = a.low === -Infinity && b.low === -Infinity;
  return a.scale === b.scale && (isUp || isDown);
}

/** A tally that counts upwards or downwards (35岁以下, 45岁以下): its parts hold each other and have no sum. */
export function isCumulative(names: readonly string[], isAge: boolean): boolean {
  const bands = bandsOf(names, isAge);
  return bands.some((a, index) => bands.slice(index + 1).some((b) => isCumulativeTally(a, b)));
}

function isOpenBand({ low, high }: Band): boolean {
  return low === -Infinity || high === Infinity;
}

function ageBand(name: string, text: string, isAge: boolean): Band | undefined {
  if (!isAge && !text.includes('岁')) return undefined;
  const [, excluded] = /不含(\d+)/u.exec(text) ?? [];
  const plain = text.replace(/\([^)]*\)/gu, '');
  for (const [form, ends] of AGE_FORMS) {
    const match = form.exec(plain);
    if (match === null) continue;
    const [low, high] = ends(Number(match[1]), Number(match[2]));
    const without = Number(excluded);
    return {
      name,
      scale: 'age',
      low: low === without ? low + 1 : low,
      high: high === without ? high - 1 : high,
    };
  }
  return undefined;
}

const AGE_FORMS: readonly (readonly [RegExp, (a: number, b: number) => readonly [number, number]])[] = [
  [
    /^(\d+)(?:周?岁)?(?:(?:及?以上)?[-–—~－一至到]+|及?以上)(\d+)(?:周?岁)?(?:及?以下|之间)?$/u,
    (a, b) => [a, b],
  ],
  [/^(?:不满|未满|不足|小于)(\d+)(?:周?岁)?$/u, (a) => [-Infinity, a - 1]],
  [/^(\d+)(?:周?岁)?(?:及?以下|及?以内)$/u, (a) => [-Infinity, a]],
  [/^(\d+)(?:周?岁)?及?以上$/u, (a) => [a, Infinity]],
  [/^(?:超过|大于)(\d+)(?:周?岁)?$/u, (a) => [a + 1, Infinity]],
];

function educationBand(name: string, text: string): Band | undefined {
  const levels = EDUCATION_LEVELS.flatMap((words, level) => (words.test(text) ? [level] : []));
  if (levels.length === 0) return undefined;
  const low = text.includes('以下') ? -Infinity : Math.min(...levels);
  const high = text.includes('以上') ? Infinity : Math.max(...levels);
  return { name, scale: 'education', low, high };
}

const EDUCATION_LEVELS: readonly RegExp[] = [
  /小学|文盲/u,
  /初中/u,
  /高中|中专|中等专|中技|技校|职高|中职/u,
  /大专|(?<!中等)专科|高职/u,
  /本科|大学(?!专科)/u,
  /研究生|硕士|博士/u,
];
