/**
 * The kinds of value that a facts file may hold. A field is plain data: the reader, the schema, the cells that
 * templates see and the documentation are all made from it.
 */
export type Field = Scalar | TallyField | Mapping | RecordField | ListField;

interface NamedKey {
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

export type Scalar = FigureField | TextField;

/** Kinds whose value is a number. */
export type FigureKind = 'count' | 'difference' | 'amount' | 'denominator';

export type FigureField = CountField | AmountField;

interface AnyFigure extends NamedKey {
  /** A number's counting word or unit: 个, 名, 亩, 万元. */
  readonly unit?: string;
  readonly isRequired?: boolean;
  /** What it counts some of, so that it cannot be the larger; the first is what `division` divides. */
  readonly partOf?: readonly WholeName[];
  /** What the parts of one division are called together (男女): if all are stated they are the whole. */
  readonly division?: string;
  readonly said?: SaidFigure;
  /** The figure of which it is last year's. */
  readonly lastYearOf?: string;
}

export interface CountField extends AnyFigure {
  readonly kind: 'count' | 'difference';
  /** `sum` where it is not said. */
  readonly rollUp?: 'sum' | 'own' | 'none';
}

/** An amount may be an average or a share: it has to say how it is rolled up. */
export interface AmountField extends AnyFigure {
  readonly kind: 'amount' | 'denominator';
  readonly rollUp: 'sum' | 'own' | 'none' | { readonly meanBy: string };
}

/** The path of a total, or several figures whose sum is one. */
export type WholeName = string | { readonly sumOf: readonly string[]; readonly label: string };

/** How officials call a figure in prose. In which words it is counted follows from its unit. */
export interface SaidFigure {
  readonly nouns: readonly string[];
  /** The nouns are said of parts too: they mean this figure only where the text says that it is all (全镇共发展党员14名). */
  readonly isOnlyOfAll?: true;
  /** Its counting word is said of nothing else, so that it needs no noun: 全镇共有7812户. */
  readonly hasOwnUnit?: true;
}

/** How prose calls the parts of a tally: by their key alone, or with the noun after it (机关党支部). */
export interface SaidParts {
  readonly noun: string;
  /** By a key, what prose calls it too. */
  readonly aliases?: Readonly<Record<string, readonly string[]>>;
}

/** A scalar that is no number. */
export interface TextField extends NamedKey {
  readonly kind: Exclude<ScalarKind, FigureKind>;
  readonly choices?: readonly string[];
  /** Of a list of texts: what editors propose. Others may be written too. */
  readonly proposals?: readonly string[];
  readonly isRequired?: boolean;
  /** False where it only names something else of the file or the program, and no document prints it. */
  readonly isPrinted?: false;
  /** `none` where it is not said: a county does not take over its units' wording. */
  readonly rollUp?: 'shared' | 'latest' | 'any' | 'own' | 'none';
}

/**
 * How the fact of a county comes of the facts of its units. `rollUpOf` gives it for every field of the vocabulary.
 *
 * Averages and shares are never added: what is no sum says how it is weighted, or is `none`.
 */
export type RollUp =
  /** A record: each of its fields has its own way. */
  | 'fields'
  /** Added up. A unit that lacks the figure leaves the county's unknown. */
  | 'sum'
  /** A tally: the figures of each name added up. */
  | 'union'
  /** The mean of the units' values, each weighted by the figure at this path. */
  | { readonly meanBy: string }
  /** A list: items of the units whose text in this field is the same become one; the item's other fields say how. */
  | { readonly unionBy: string }
  /** A list: the items of all units one after another, each with its unit's name before this field's text and of its id. */
  | { readonly listBy: string }
  /** A field of a listed item: stays what its unit says. */
  | 'own'
  /** What all units that state it say alike; else left out. */
  | 'shared'
  /** The latest of the units' dates. */
  | 'latest'
  /** 是 as soon as one unit says so. */
  | 'any'
  /** The county's own; never taken from its units. */
  | 'none';

/** How a county's fact comes of those of its units. */
export function rollUpOf(field: Field): RollUp {
  if (field.kind === 'record') return 'fields';
  if (field.rollUp !== undefined) return field.rollUp;
  return field.kind === 'tally'
    ? 'union'
    : field.kind === 'count' || field.kind === 'difference'
      ? 'sum'
      : 'none';
}

/** Free keys, each with a count: the parts of a whole by kind, age or education. */
export interface TallyField extends NamedKey {
  readonly kind: 'tally';
  readonly unit: string;
  /** What its parts are: heads to count, or amounts that may have decimals. */
  readonly part: 'count' | 'amount';
  /** `union` where it is not said. */
  readonly rollUp?: 'union' | 'none';
  /** The path of the total that its parts make up. */
  readonly partOf: string;
  /** What its parts are called together: 分类, 年龄段. */
  readonly division: string;
  readonly said?: SaidParts;
}

/** Free keys, each with a text. */
export interface Mapping extends NamedKey {
  readonly kind: 'mapping';
  /** What the keys are and what follows each: 列名、表头. */
  readonly pair: readonly [key: string, value: string];
  readonly rollUp?: 'none';
}

export interface RecordField extends NamedKey {
  readonly kind: 'record';
  readonly fields: Fields;
  readonly isRequired?: boolean;
}

/** A list of records, or of texts where `item` is a scalar. */
export interface ListField extends NamedKey {
  readonly kind: 'list';
  readonly item: Fields | 'text';
  readonly isRequired?: boolean;
  /** The field that is meant where an item is a bare text. */
  readonly bare?: string;
  /** False where no document prints it: templates do not see it. */
  readonly isPrinted?: false;
  readonly rollUp: { readonly unionBy: string } | { readonly listBy: string } | 'none';
}

/** Fields by their English names, in the order in which they are documented. */
export type Fields = { readonly [name: string]: Field };
