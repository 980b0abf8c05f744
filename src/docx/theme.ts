/** The fonts of a theme (`a:fontScheme`), by what properties call them. */
export type ThemeFonts = ReadonlyMap<string, string>;

/**
 * The font that a theme's name (`minorEastAsia`, `majorHAnsi`) stands for, where the theme has one. Office leaves the East Asian font
 * empty and keeps one for each script instead.
 */
export function themeFont(fonts: ThemeFonts, name: string, script: string): string | undefined {
  const family = name.startsWith('major') ? 'major' : 'minor';
  if (/EastAsia$/.test(name)) return fonts.get(`${family} ea`) ?? fonts.get(`${family} ${script}`);
  if (/Bidi$/.test(name)) return fonts.get(`${family} cs`);
  return fonts.get(`${family} latin`);
}

/** The script of a language, as themes call it; Chinese as the mainland writes it where nothing is said. */
export function scriptOf(language: string | undefined): string {
  if (language === undefined) return 'Hans';
  if (/^ja/i.test(language)) return 'Jpan';
  if (/^ko/i.test(language)) return 'Hang';
  return /^zh-(?:tw|hk|mo|hant)/i.test(language) ? 'Hant' : 'Hans';
}
