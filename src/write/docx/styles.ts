import type { ParagraphRole } from '../../format/gb9704.ts';

/** Word's style for each role: `id` is what paragraphs refer to, `name` what Word shows; built-in names are English. */
export const ROLE_STYLES = {
  title: { id: 'Title', name: 'Title' },
  subtitle: { id: 'Subtitle', name: 'Subtitle' },
  addressee: { id: 'Addressee', name: '主送机关' },
  body: { id: 'BodyText', name: 'Body Text' },
  heading1: { id: 'Heading1', name: 'heading 1' },
  heading2: { id: 'Heading2', name: 'heading 2' },
  heading3: { id: 'Heading3', name: 'heading 3' },
  heading4: { id: 'Heading4', name: 'heading 4' },
  runIn1: { id: 'RunIn1', name: '一级标题接排' },
  runIn2: { id: 'RunIn2', name: '二级标题接排' },
  runIn3: { id: 'RunIn3', name: '三级标题接排' },
  runIn4: { id: 'RunIn4', name: '四级标题接排' },
  attachmentsNote: { id: 'AttachmentsNote', name: '附件说明' },
  signatory: { id: 'Signature', name: 'Signature' },
  date: { id: 'Date', name: 'Date' },
  attachmentMark: { id: 'AttachmentMark', name: '附件标识' },
  attachmentTitle: { id: 'AttachmentTitle', name: '附件标题' },
  caption: { id: 'Caption', name: 'caption' },
  legend: { id: 'TableLegend', name: '表格说明' },
  tableText: { id: 'TableText', name: '表格文字' },
  tableSmall: { id: 'TableSmall', name: '表格小字' },
  header: { id: 'Header', name: 'header' },
  footer: { id: 'Footer', name: 'footer' },
} as const satisfies Readonly<Record<ParagraphRole, { readonly id: string; readonly name: string }>>;

/** The character style of a heading's words, for headings that a paragraph opens with. */
export function headingWords(level: 1 | 2 | 3 | 4): string {
  return `Heading${level}Char`;
}

export const TABLE_STYLE = 'TableGrid';
