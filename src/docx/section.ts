/** `w:sectPr`: the pages up to its paragraph. Distances in twips. */
export interface WordSection {
  /** Of the element. */
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly orientation: string | undefined;
  readonly margins: Margins;
  readonly grid: Grid | undefined;
  readonly columns: number;
  /** The first page has a header and a footer of its own. */
  readonly hasTitlePage: boolean;
  readonly numberFormat: string | undefined;
  readonly numberStart: number | undefined;
  /** Parts that print on its pages; what a section does not say it has from the one ahead. */
  readonly headers: PageParts;
  readonly footers: PageParts;
}

export interface Margins {
  readonly top: number | undefined;
  readonly bottom: number | undefined;
  readonly left: number | undefined;
  readonly right: number | undefined;
  readonly header: number | undefined;
  readonly footer: number | undefined;
  readonly gutter: number | undefined;
}

/** `w:docGrid`. */
export interface Grid {
  readonly type: string;
  readonly linePitch: number | undefined;
  /** In 4096ths of a point; LibreOffice writes negative ones without their sign. */
  readonly charSpace: number | undefined;
}

/** Names of parts (while a section is read: ids of relationships). */
export interface PageParts {
  readonly default: string | undefined;
  readonly first: string | undefined;
  readonly even: string | undefined;
}
