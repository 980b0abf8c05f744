import type { WordDocument } from '../docx/word-document.ts';
import type { Typesetting } from './typesetting.ts';

/** The part that the main part's styles are in; empty where there is none. */
export function stylesXmlOf(typesetting: Typesetting, document: WordDocument): string {
  const opened = typesetting.packageOf(document);
  const relations = opened.relationships(document.part);
  const found = Array.isArray(relations)
    ? relations.find(({ type }) => type === 'styles')?.target
    : undefined;
  return found !== undefined && opened.has(found) ? typesetting.xmlOf(found, document) : '';
}

/** A style's element, by its id. */
export function styleXml(styles: string, id: string): string {
  const escaped = id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const at = styles.search(new RegExp(`<(?:[\\w.-]+:)?style\\s[^>]*styleId=["']${escaped}["']`));
  if (at < 0) return '';
  const end = styles.indexOf('style>', at);
  return styles.slice(at, end < 0 ? undefined : end);
}
