/** How a cell's format makes its number appear: as a day, with a fixed number of decimals, or as it is. */
export interface NumberFormat {
  readonly isDay: boolean;
  /** Of a day, whether only its month is shown. */
  readonly isMonth?: true;
  /** How many decimals `0.00` and the like show; undefined for a format that fixes none. */
  readonly decimals: number | undefined;
}

/** What has no format: a number that appears as it is. */
export const GENERAL_FORMAT: NumberFormat = { isDay: false, decimals: undefined };

/**
 * A format by its number, where the file gives no code for it (ISO/IEC 29500-1, 18.8.30): 14–17 and 22, and in Chinese 27–31, 36, 50–54,
 * 57 and 58, are days; the rest of these are times.
 */
export function builtInFormat(id: number): NumberFormat {
  if (DAY_FORMATS.has(id))
    return { isDay: true, decimals: undefined, ...(MONTHS.has(id) && { isMonth: true }) };
  return { isDay: false, decimals: id === 2 || id === 4 ? 2 : id === 1 || id === 3 ? 0 : undefined };
}

const DAY_FORMATS: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58,
]);

const MONTHS: ReadonlySet<number> = new Set([17, 27, 36, 50, 52, 57]);

/** A format by its code: `[DBNum1][$-804]yyyy"年"m"月";@` shows a day, `0.00` two decimals. */
export function formatOfCode(code: string): NumberFormat {
  const [positive = ''] = code.replace(LITERALS, '').split(';');
  const letters = positive.replace(/general|g\/通用格式|am\/pm|a\/p|上午\/下午/giu, '');
  const hasTime = /[hs]/i.test(letters);
  const isDay = /[yd年月日]|a{3}|e(?![+-])/iu.test(letters) || (!hasTime && /m/i.test(letters));
  const decimals = isDay ? undefined : /^[#,]*0\.?(0*)$/.exec(letters.trim())?.[1]?.length;
  const isMonth =
    isDay && /[ye年]/iu.test(letters) && /[m月]/iu.test(letters) && !/[d日]|a{3}/iu.test(letters);
  return { isDay, decimals, ...(isMonth && { isMonth }) };
}

/** Quoted text, escaped characters, fill and width characters, and what is in brackets: colours, conditions, languages. */
const LITERALS = /"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/giu;
