export { escapeXml as escapeMarkup } from '../ooxml/xml-text.ts';
