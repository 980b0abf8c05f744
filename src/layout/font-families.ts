import { STANDARD_FONTS } from '../format/gb9704.ts';

/** The kinds of fonts that the standard speaks of, however foundries call theirs. */
export type FontFamily = '小标宋' | '仿宋' | '楷体' | '黑体' | '宋体';

/** Of which kind a font is by its name (仿宋_GB2312, FangSong, 方正仿宋_GBK); undefined for every other font. */
export function familyOf(font: string | undefined): FontFamily | undefined {
  if (font === undefined) return undefined;
  return FAMILIES.find(([, names]) => names.test(font))?.[0];
}

/** What a reader calls the font that a role wants. */
export function wantedFamily(role: keyof typeof STANDARD_FONTS): FontFamily {
  const family = familyOf(STANDARD_FONTS[role]);
  if (family === undefined) throw new Error(`no family: ${STANDARD_FONTS[role]}`);
  return family;
}

/** The name of a font as it is said in a finding: of a known kind by the kind, else as it is written. */
export function describeFont(font: string | undefined): string {
  return font === undefined ? '没有指定字体' : (familyOf(font) ?? font);
}

/** Whether a font is of a kind that the standard speaks of, or the one for Latin letters; else it replaces one of them. */
export function isOfStandard(font: string): boolean {
  return familyOf(font) !== undefined || /^times/i.test(font);
}

/** 仿宋 comes before 宋体, whose name is in it. `FZFSK`, `CESI_FS` are foundries' PostScript names, as a PDF has them. */
const FAMILIES: readonly (readonly [FontFamily, RegExp])[] = [
  ['小标宋', /标宋|xbs|xiaobiaosong/i],
  ['仿宋', /仿宋|fang\s*song|stfs|^fzfs|^cesi.?fs/i],
  ['楷体', /楷体|楷_|^kai|kai\s*ti|^fzkt|^cesi.?kt/i],
  ['黑体', /黑体|黑_gbk|sim\s*hei|st\s*hei\s*ti|^fzht|^cesi.?ht/i],
  ['宋体', /宋体|书宋|宋_gbk|sim\s*sun|st\s*song|song\s*ti|^fzss|^cesi.?s[st]/i],
];
