import type { Document } from '../document/tree.ts';
import type { Layout } from '../format/layout.ts';

/** What a writer needs to know besides the document: the properties of the file. */
export interface Properties {
  /** 单位名称 or 落款; becomes the author. */
  readonly author: string;
  /** The report's date at 00:00 UTC, or SOURCE_DATE_EPOCH; never the clock. */
  readonly date: Date;
}

/** Turns a document into the bytes of a finished file; pure: same document, properties and layout, same bytes. */
export type Writer = (document: Document, properties: Properties, layout?: Layout) => Uint8Array;

export type OutputFormat = 'docx' | 'html' | 'txt';
