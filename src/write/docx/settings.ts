import type { Layout } from '../../format/layout.ts';
import { hasPagesOfTwoKinds } from './page-marks.ts';
import { WORD_NAMESPACES, XML_DECLARATION } from './xml.ts';

/**
 * word/settings.xml. `evenAndOddHeaders` is what makes Word look at the even pages' footers; no compression of
 * punctuation, or 28 characters would not be 28.
 */
export function settingsXml(layout: Layout): string {
  const evenAndOdd = hasPagesOfTwoKinds(layout) ? '<w:evenAndOddHeaders/>' : '';
  return `${XML_DECLARATION}<w:settings ${WORD_NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="640"/>${evenAndOdd}<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:useFELayout/><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>`;
}
