import type { Document } from '../src/document/tree.ts';
import { ROLE_STYLES } from '../src/write/docx/styles.ts';
import { printDocument } from '../src/write/print-document.ts';
import type { Printed, PrintedParagraph, Span } from '../src/write/printed.ts';

/** A paragraph as every library is given it: Word's style, and runs that look alike joined. */
export interface PlainParagraph {
  readonly style: string;
  readonly runs: readonly { readonly text: string; readonly isHeading: boolean }[];
}

/** The report's paragraphs, numbered and closed; the sample has neither tables nor attachments with text. */
export function printedParagraphs(document: Document): readonly PlainParagraph[] {
  const printed = printDocument(document);
  return [
    paragraph(ROLE_STYLES.title.id, printed.title),
    paragraph(ROLE_STYLES.addressee.id, printed.addressee),
    ...printed.body.flatMap((block) => (block.type === 'paragraph' ? [prose(block)] : [])),
    ...lines(printed),
  ];
}

function prose({ level, isHeading, spans }: PrintedParagraph): PlainParagraph {
  if (level === 0) return paragraph(ROLE_STYLES.body.id, spans);
  return paragraph((isHeading ? ROLE_STYLES[`heading${level}`] : ROLE_STYLES[`runIn${level}`]).id, spans);
}

function lines({ signatory, date }: Printed): readonly PlainParagraph[] {
  return [paragraph(ROLE_STYLES.signatory.id, signatory), paragraph(ROLE_STYLES.date.id, date)];
}

function paragraph(style: string, spans: readonly Span[]): PlainParagraph {
  const heading = spans.filter((span) => span.isHeading);
  const plain = spans.filter((span) => !span.isHeading);
  const runs = [
    { text: heading.map((span) => span.text).join(''), isHeading: true },
    { text: plain.map((span) => span.text).join(''), isHeading: false },
  ];
  return { style, runs: runs.filter((run) => run.text !== '') };
}
