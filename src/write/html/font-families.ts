import type { FontRole } from '../../format/gb9704.ts';
import type { Layout } from '../../format/layout.ts';

const FANGSONG = ['仿宋', 'FangSong', 'STFangsong', 'FandolFang', 'Noto Serif CJK SC'];
const HEITI = ['SimHei', 'Heiti SC', 'Noto Sans CJK SC'];

/** What stands in where a font of the standard is not installed: Windows, macOS, Linux. */
const SUBSTITUTES: Readonly<Record<FontRole, readonly string[]>> = {
  title: ['FZXiaoBiaoSong-B05S', '华文中宋', 'STZhongsong', 'Songti SC', 'Noto Serif CJK SC', 'SimSun'],
  body: FANGSONG,
  heading1: HEITI,
  heading2: ['楷体', 'KaiTi', 'Kaiti SC', 'STKaiti', 'FandolKai', 'AR PL UKai CN'],
  heading3: FANGSONG,
  heading4: FANGSONG,
  attachmentMark: HEITI,
  pageNumber: ['SimSun', 'Songti SC', 'Noto Serif CJK SC'],
  latin: ['Liberation Serif', 'Times'],
};

/**
 * Latin letters and digits are taken from the Latin font and nothing else is, so that “ ” and — come from the Chinese one,
 * as in Word.
 */
export function latinFace(layout: Layout): string {
  const sources = [layout.fonts.latin, ...SUBSTITUTES.latin].map((family) => `local(${quoteFamily(family)})`);
  return `@font-face{font-family:Latin;src:${sources.join(',')};unicode-range:U+20-7E}`;
}

/** The value of `font-family` for a role. */
export function fontFamily(role: FontRole, layout: Layout): string {
  const families = [layout.fonts[role], ...SUBSTITUTES[role]].map(quoteFamily).join(',');
  return `Latin,${families},serif`;
}

function quoteFamily(family: string): string {
  return `"${family.replace(/["\\<>]/g, '')}"`;
}
