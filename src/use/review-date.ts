import { documentDate } from '../docx/read/document-date.ts';
import type { OoxmlPackage } from '../ooxml/package.ts';
import { epochDate } from '../write/properties.ts';

/**
 * When marks are dated (`2023-05-04T03:02:01Z`): SOURCE_DATE_EPOCH, else when the document says that it was last changed, or made; never
 * the clock. Undefined where nobody says.
 */
export function reviewDate(opened: OoxmlPackage, epoch: string | undefined): string | undefined {
  const date = epochDate(epoch) ?? documentDate(opened);
  return date?.toISOString().replace(/\.\d+Z$/, 'Z');
}
