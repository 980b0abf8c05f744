import type { Layout } from '../../format/layout.ts';
import { escapeMarkup } from '../escape.ts';
import { WORD_NAMESPACES, XML_DECLARATION } from './xml.ts';

/** Where a font of the standard is not installed, Word and WPS take the one named here. */
const ALTERNATIVES: Readonly<Record<string, string>> = {
  方正小标宋简体: '华文中宋',
  仿宋_GB2312: '仿宋',
  楷体_GB2312: '楷体',
  黑体: 'SimHei',
  宋体: 'SimSun',
};

/** word/fontTable.xml. */
export function fontTableXml(layout: Layout): string {
  const families = [...new Set(Object.values(layout.fonts))];
  return `${XML_DECLARATION}<w:fonts ${WORD_NAMESPACES}>${families.map(fontEntry).join('')}</w:fonts>`;
}

function fontEntry(family: string): string {
  const alternative = ALTERNATIVES[family];
  const altName = alternative === undefined ? '' : `<w:altName w:val="${alternative}"/>`;
  const charset = /[^\x20-\x7e]/.test(family) ? '86' : '00';
  return `<w:font w:name="${escapeMarkup(family)}">${altName}<w:charset w:val="${charset}"/></w:font>`;
}
