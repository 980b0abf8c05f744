import { writeDocx } from './docx/write-docx.ts';
import { writeHtml } from './html/write-html.ts';
import { writeText } from './write-text.ts';
import type { OutputFormat, Writer } from './writer.ts';

/** The writers by the format that `--to` names. */
export const WRITERS: Readonly<Record<OutputFormat, Writer>> = {
  docx: writeDocx,
  html: writeHtml,
  txt: writeText,
};
