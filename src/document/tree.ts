/**
 * The document: the only meeting point of templates and writers. It knows roles (a heading of level 2, a run-in
 * heading, a series), never fonts, points or numbers: numbering (`一、` `（一）` `1.` `（1）` `一是`) is the writers'.
 */
export interface Document {
  readonly title: readonly Inline[];
  /** A briefing's lines under its title: the issuing unit, then （date）. */
  readonly subtitle: readonly (readonly Inline[])[];
  /** 主送机关 or 称谓, without its closing colon; absent where the facts name none. */
  readonly addressee?: readonly Inline[];
  readonly body: readonly Block[];
  readonly signature: Signature;
  readonly attachments: readonly Attachment[];
  /** How the pages of the document itself lie; upright unless it says otherwise. */
  readonly orientation?: 'portrait' | 'landscape';
  /** A draft is marked 草稿 on every page. */
  readonly isDraft: boolean;
}

/** 署名 and 成文日期. */
export interface Signature {
  readonly signatory?: readonly Inline[];
  /** As printed, for instance 2023年11月6日. */
  readonly date?: readonly Inline[];
}

/** An attachment: one with blocks starts a page of its own, one without is only named in the note. */
export interface Attachment {
  readonly title: readonly Inline[];
  readonly blocks: readonly Block[];
  readonly orientation: 'portrait' | 'landscape';
}

export type HeadingLevel = 1 | 2 | 3 | 4;

export type Block = Heading | Paragraph | SeriesBlock | Table;

/** A heading alone in its paragraph; printed without a closing mark. */
export interface Heading {
  readonly type: 'heading';
  readonly level: HeadingLevel;
  readonly children: readonly Inline[];
}

export interface Paragraph {
  readonly type: 'paragraph';
  /** A heading that the paragraph opens with; it ends with 。 and the text goes on after it. */
  readonly runIn?: { readonly level: HeadingLevel; readonly children: readonly Inline[] };
  readonly children: readonly Inline[];
}

/** A series in which every item is a paragraph of its own: 一是…。 / 二是…。 */
export interface SeriesBlock {
  readonly type: 'series';
  readonly items: readonly (readonly Inline[])[];
}

export interface Table {
  readonly type: 'table';
  readonly caption?: readonly Inline[];
  /** The line above a form table: 填报单位, 单位, 日期; left, centre and right. */
  readonly legend: readonly (readonly Inline[])[];
  /** Shares of the text width; as many as there are columns, adding up to 1. */
  readonly columns: readonly number[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  /** A header row is repeated on every page. */
  readonly isHeader: boolean;
  readonly cells: readonly TableCell[];
}

export interface TableCell {
  readonly children: readonly Inline[];
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly align: 'left' | 'center' | 'right';
}

export type Inline = Text | Strong | Figure | PendingFact | Series | Break;

/** Where a paragraph of the facts' prose ends inside a paragraph or an item: what follows is a paragraph of its own; a cell of a table goes on. */
export interface Break {
  readonly type: 'break';
}

export interface Text {
  readonly type: 'text';
  readonly text: string;
  /** The fact that says it; kept only where somebody asked for it. */
  readonly origin?: Origin;
}

/** Where a text is from: a facts path, and UTF-16 offsets into the text that is there. */
export interface Origin {
  readonly path: string;
  readonly span: readonly [start: number, end: number];
}

export interface Strong {
  readonly type: 'strong';
  readonly children: readonly Inline[];
}

/** A figure, and the fact that it came from. */
export interface Figure {
  readonly type: 'figure';
  /** The facts path, for instance `members.total`. */
  readonly path: string;
  readonly text: string;
}

/** A fact that is missing: a draft prints 【待补：党员总数】 highlighted. */
export interface PendingFact {
  readonly type: 'pending';
  readonly path: string;
  /** The fact's Chinese name, for instance 党员总数. */
  readonly label: string;
}

/**
 * A series inside a paragraph. Items carry no closing marks; the writer numbers them 一是, 二是 and separates them:
 * by ；, or by 。 where an item holds a 。 of its own; the last ends with 。. One item alone prints as plain prose.
 */
export interface Series {
  readonly type: 'series';
  readonly items: readonly (readonly Inline[])[];
}
