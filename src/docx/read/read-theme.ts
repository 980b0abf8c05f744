import type { XmlScanner } from '../../ooxml/xml-scanner.ts';
import type { ThemeFonts } from '../theme.ts';

/** Reads the fonts of `word/theme/theme1.xml`. */
export function readThemeFonts(scanner: XmlScanner): ThemeFonts {
  const fonts = new Map<string, string>();
  let family = '';
  while (scanner.next()) {
    if (scanner.event !== 'open') continue;
    const { name } = scanner;
    if (name === 'a:majorFont' || name === 'a:minorFont') family = name.slice(2, 7);
    if (family === '' || !FONT_SLOTS.has(name)) continue;
    const slot = name === 'a:font' ? (scanner.attribute('script') ?? '') : name.slice(2);
    const typeface = scanner.attribute('typeface') ?? '';
    if (typeface !== '') fonts.set(`${family} ${slot}`, typeface);
  }
  return fonts;
}

const FONT_SLOTS: ReadonlySet<string> = new Set(['a:latin', 'a:ea', 'a:cs', 'a:font']);
