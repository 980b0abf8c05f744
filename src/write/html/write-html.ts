import type { Document } from '../../document/tree.ts';
import type { Properties } from '../writer.ts';

/** The report as a page of its own. */
export function writeHtml(_document: Document, _properties: Properties): Uint8Array {
  return new TextEncoder().encode('<!doctype html>\n');
}
