import { Document as DocxDocument, Footer, Packer, Paragraph, SimpleField, TextRun } from 'docx';
import Docxtemplater from 'docxtemplater';
import { TemplateHandler } from 'easy-template-x';
import PizZip from 'pizzip';
import { A4, type ParagraphFormat, type ParagraphRole, ROLE_FORMATS } from '../src/format/gb9704.ts';
import { STANDARD_LAYOUT } from '../src/format/layout.ts';
import { ROLE_STYLES } from '../src/write/docx/styles.ts';
import type { PlainParagraph } from './printed-paragraphs.ts';

/** Writes the paragraphs with the `docx` package: styles, page, odd and even footers, as its users do. */
export async function writeWithDocx(paragraphs: readonly PlainParagraph[]): Promise<Uint8Array> {
  const document = new DocxDocument({
    evenAndOddHeaderAndFooters: true,
    styles: { paragraphStyles: PARAGRAPH_STYLES },
    sections: [{ properties: PAGE, footers: footers(), children: paragraphs.map(docxParagraph) }],
  });
  return Packer.toBuffer(document);
}

/** Fills a template that holds one tag for every run; the template is made beforehand and not measured. */
export function fillWithDocxtemplater(template: Buffer, data: Readonly<Record<string, string>>): Uint8Array {
  const filler = new Docxtemplater(new PizZip(template), { paragraphLoop: true });
  filler.render(data);
  return filler.toBuffer();
}

export async function fillWithEasyTemplate(
  template: Buffer,
  data: Readonly<Record<string, string>>,
): Promise<Uint8Array> {
  return new TemplateHandler().process(template, data);
}

const PAGE = {
  page: {
    size: { width: A4.width, height: A4.height },
    margin: { top: A4.top, right: A4.right, bottom: A4.bottom, left: A4.left, footer: A4.footer },
  },
  grid: { type: 'lines', linePitch: A4.line },
} as const;

const PARAGRAPH_STYLES = (Object.keys(ROLE_FORMATS) as ParagraphRole[]).map((role) => {
  const format: ParagraphFormat = ROLE_FORMATS[role];
  return {
    ...ROLE_STYLES[role],
    run: {
      size: format.size,
      font: { eastAsia: STANDARD_LAYOUT.fonts[format.font], ascii: STANDARD_LAYOUT.fonts.latin },
    },
    paragraph: { spacing: { line: A4.line }, indent: { firstLine: format.indent * 320 } },
  };
});

function docxParagraph({ style, runs }: PlainParagraph): Paragraph {
  const children = runs.map(
    ({ text, isHeading }) => new TextRun(isHeading ? { text, font: '楷体_GB2312' } : { text }),
  );
  return new Paragraph({ style, children });
}

function footers(): { default: Footer; even: Footer } {
  const footer = () =>
    new Footer({
      children: [
        new Paragraph({
          style: ROLE_STYLES.footer.id,
          children: [new TextRun('— '), new SimpleField('PAGE', '1'), new TextRun(' —')],
        }),
      ],
    });
  return { default: footer(), even: footer() };
}
