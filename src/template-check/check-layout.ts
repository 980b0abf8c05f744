import { STANDARD_LAYOUT } from '../format/layout.ts';
import { ofInfoFile, type TemplateFinding } from '../template/place.ts';
import type { InfoFile } from '../template/template-info.ts';

/** Each point in which a template's layout leaves GB/T 9704-2012, so that nobody leaves it without knowing. */
export function layoutDeviations({ info, placeOf, source }: InfoFile): TemplateFinding[] {
  const { isLevel3Bold, firstNumberedPage, fonts = {} } = info.layout ?? {};
  const found: (readonly [key: string, message: string])[] = [];
  if (isLevel3Bold) found.push(['boldLevel3', '三级标题加粗：国家标准规定用仿宋，不加粗（7.3.3）']);
  if (firstNumberedPage === 2) found.push(['pageNumberFrom', '首页不排页码：国家标准规定每页都排（7.5）']);
  const standard: Readonly<Record<string, string>> = STANDARD_LAYOUT.fonts;
  for (const [role, font] of Object.entries(fonts)) {
    if (font === standard[role]) continue;
    found.push([`fonts.${role}`, `字体“${font}”不是通行的“${standard[role]}”`]);
  }
  return found.map(([key, message]) => ({
    rule: 'layout-deviation',
    severity: 'warning',
    at: ofInfoFile(source, placeOf('layout', ...key.split('.'))),
    message: `版式与国家标准不同——${message}`,
    hint: '本单位确有规定的可以保留；否则从“版式”（layout）里删去这一项。',
  }));
}
