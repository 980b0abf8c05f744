/** What a PDF is made of (ISO 32000-1, 7.3): numbers and arrays as they are, the rest by kind. */
export type PdfValue =
  | number
  | boolean
  | null
  | readonly PdfValue[]
  | PdfDictionary
  | Name
  | PdfText
  | PdfReference
  | Word;

export type PdfDictionary = ReadonlyMap<string, PdfValue>;

export interface Name {
  readonly kind: 'name';
  readonly name: string;
}

/** A string; each character is a byte. */
export interface PdfText {
  readonly kind: 'text';
  readonly bytes: string;
}

/** `12 0 R`: the object that has this number. */
export interface PdfReference {
  readonly kind: 'reference';
  readonly number: number;
}

/** Anything else: an operator of a page's content, `stream`, `endobj`. */
export interface Word {
  readonly kind: 'word';
  readonly word: string;
}

export function isDictionary(value: PdfValue | undefined): value is PdfDictionary {
  return value instanceof Map;
}

/** The name that a value is; undefined for every other. */
export function pdfName(value: PdfValue | undefined): string | undefined {
  return isKind(value, 'name') ? value.name : undefined;
}

export function isKind<Kind extends (Name | PdfText | PdfReference | Word)['kind']>(
  value: PdfValue | undefined,
  kind: Kind,
): value is Extract<Name | PdfText | PdfReference | Word, { kind: Kind }> {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind;
}
