/**
 * The kinds of value that a facts file may hold. A field is plain data: the reader, the schema, the cells that
 * templates see and the documentation are all made from it.
 */
export type Field = Scalar | Tally | RecordField | ListField;

interface Named {
  /** The key that clerks write. */
  readonly zh: string;
  /** What a missing fact is called, where the path's Chinese keys strung together are not its name. */
  readonly label?: string;
  /** One sentence for the editor and the documentation. */
  readonly about?: string;
}

export type ScalarKind =
  /** One line, kept as written: `0512`, `1.10` and `no` are text. */
  | 'text'
  /** Running text that is printed; may hold several paragraphs and refer to figures as {{党员.总数}}. */
  | 'prose'
  /** A prose or a list of them. */
  | 'proses'
  /** A text or a list of texts: ids of problems. */
  | 'texts'
  /** A whole number from 0, or 待补. */
  | 'count'
  /** A whole number, negative too (a vacancy of -2 is 超编), or 待补. */
  | 'difference'
  /** A decimal number, or 待补. */
  | 'amount'
  /** A denominator: a number, or the path of one. */
  | 'denominator'
  /** A day or a month. */
  | 'date'
  /** A date or 长期坚持. */
  | 'deadline'
  /** 是/否, true/false. */
  | 'yesno'
  /** One of `choices`. */
  | 'choice'
  /** The version of the facts file's own form: 1. */
  | 'version';

export interface Scalar extends Named {
  readonly kind: ScalarKind;
  /** A number's counting word or unit: 个, 名, 亩, 万元. */
  readonly unit?: string;
  readonly choices?: readonly string[];
  readonly isRequired?: boolean;
  /** False where it only names something else of the file or the program, and no document prints it. */
  readonly isPrinted?: false;
}

/** Free keys, each with a count: the parts of a whole by kind, age or education. */
export interface Tally extends Named {
  readonly kind: 'tally';
  readonly unit: string;
  /** What its parts are: heads to count, or amounts that may have decimals. */
  readonly part: 'count' | 'amount';
}

export interface RecordField extends Named {
  readonly kind: 'record';
  readonly fields: Fields;
  readonly isRequired?: boolean;
}

/** A list of records, or of texts where `item` is a scalar. */
export interface ListField extends Named {
  readonly kind: 'list';
  readonly item: Fields | 'text';
  readonly isRequired?: boolean;
}

/** Fields by their English names, in the order in which they are documented. */
export type Fields = { readonly [name: string]: Field };
