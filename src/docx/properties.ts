import type { XmlScanner } from '../ooxml/xml-scanner.ts';

/** What `w:rPr` says; what is absent is not said there. Sizes in half-points, distances in twips unless another unit is named. */
export interface RunProperties {
  readonly style?: string | undefined;
  readonly ascii?: string | undefined;
  readonly hAnsi?: string | undefined;
  readonly eastAsia?: string | undefined;
  readonly cs?: string | undefined;
  /** A theme's font (`minorEastAsia`); it goes before a name said beside it. */
  readonly asciiTheme?: string | undefined;
  readonly hAnsiTheme?: string | undefined;
  readonly eastAsiaTheme?: string | undefined;
  readonly csTheme?: string | undefined;
  readonly hint?: string | undefined;
  readonly size?: number | undefined;
  readonly sizeCs?: number | undefined;
  readonly bold?: boolean | undefined;
  readonly italic?: boolean | undefined;
  readonly caps?: boolean | undefined;
  readonly smallCaps?: boolean | undefined;
  readonly strike?: boolean | undefined;
  readonly doubleStrike?: boolean | undefined;
  readonly outline?: boolean | undefined;
  readonly shadow?: boolean | undefined;
  readonly emboss?: boolean | undefined;
  readonly imprint?: boolean | undefined;
  readonly vanish?: boolean | undefined;
  readonly specVanish?: boolean | undefined;
  readonly webHidden?: boolean | undefined;
  readonly snapToGrid?: boolean | undefined;
  readonly color?: string | undefined;
  readonly highlight?: string | undefined;
  readonly shading?: string | undefined;
  readonly underline?: string | undefined;
  readonly emphasis?: string | undefined;
  readonly verticalAlign?: string | undefined;
  /** Between characters. */
  readonly spacing?: number | undefined;
  /** Raised by so many half-points. */
  readonly position?: number | undefined;
  /** Width of the characters, in per cent. */
  readonly scale?: number | undefined;
  readonly kerning?: number | undefined;
  readonly fitText?: number | undefined;
  readonly language?: string | undefined;
}

/** What `w:pPr` says. Distances in twips, those in characters and lines in hundredths. */
export interface ParagraphProperties {
  readonly style?: string | undefined;
  readonly numberingId?: string | undefined;
  /** As it is written; `listLevel` reads it. */
  readonly numberingLevel?: string | undefined;
  /** From 0; 9 is body text. */
  readonly outlineLevel?: number | undefined;
  readonly alignment?: string | undefined;
  readonly left?: number | undefined;
  readonly right?: number | undefined;
  /** Negative where the first line hangs. */
  readonly firstLine?: number | undefined;
  readonly leftChars?: number | undefined;
  readonly rightChars?: number | undefined;
  readonly firstLineChars?: number | undefined;
  readonly before?: number | undefined;
  readonly after?: number | undefined;
  readonly beforeLines?: number | undefined;
  readonly afterLines?: number | undefined;
  readonly beforeAuto?: boolean | undefined;
  readonly afterAuto?: boolean | undefined;
  /** In twips, or, where the rule is `auto`, in 240ths of a line. */
  readonly line?: number | undefined;
  readonly lineRule?: string | undefined;
  readonly keepNext?: boolean | undefined;
  readonly keepLines?: boolean | undefined;
  readonly pageBreakBefore?: boolean | undefined;
  readonly widowControl?: boolean | undefined;
  readonly snapToGrid?: boolean | undefined;
  readonly contextualSpacing?: boolean | undefined;
  readonly kinsoku?: boolean | undefined;
  readonly wordWrap?: boolean | undefined;
  readonly overflowPunctuation?: boolean | undefined;
  readonly topLinePunctuation?: boolean | undefined;
  readonly autoSpaceLatin?: boolean | undefined;
  readonly autoSpaceDigits?: boolean | undefined;
  readonly adjustRightIndent?: boolean | undefined;
  readonly mirrorIndents?: boolean | undefined;
  readonly rightToLeft?: boolean | undefined;
  readonly textAlignment?: string | undefined;
  readonly textDirection?: string | undefined;
  /** A frame around the paragraph, which takes it out of the text's flow. */
  readonly isFramed?: boolean | undefined;
  /** `drop` or `margin` where its letter begins the paragraph that follows. */
  readonly dropCap?: string | undefined;
  /** `w:pBdr`: the lines around it, each for itself. */
  readonly borderTop?: BorderLine | undefined;
  readonly borderLeft?: BorderLine | undefined;
  readonly borderBottom?: BorderLine | undefined;
  readonly borderRight?: BorderLine | undefined;
  readonly borderBetween?: BorderLine | undefined;
  /** In the order of their places; what inherited ones a paragraph clears is `clear` where it says it, and nowhere else. */
  readonly tabs?: readonly TabStop[] | undefined;
  readonly shading?: string | undefined;
}

/** Reads one child of `w:rPr` into `into`. */
export function readRunProperty(scanner: XmlScanner, into: WrittenProperties): void {
  readProperty(RUN_TABLE, scanner, into);
  if (scanner.name !== 'w:rFonts') return;
  // A name that is said without a theme's font takes the place of an inherited theme's font.
  for (const slot of ['ascii', 'hAnsi', 'eastAsia', 'cs']) {
    if (into[slot] !== undefined && into[`${slot}Theme`] === undefined) into[`${slot}Theme`] = undefined;
  }
}

/** One line of `w:pBdr`, as it is written. */
export interface BorderLine {
  /** `nil` and `none` draw nothing. */
  readonly style: string;
  /** In eighths of a point. */
  readonly size: number;
  /** From the text, in points. */
  readonly space: number;
  readonly color: string;
}

/** `w:tab` of `w:tabs`: a place in twips from the left of the text area, and what stands there (`left`, `center`, `right`, `decimal`, `clear`). */
export interface TabStop {
  readonly at: number;
  readonly kind: string;
  /** What fills the way there (`dot`); undefined where nothing does. */
  readonly leader: string | undefined;
}

/** A paragraph's properties over those that it inherits: of tab stops each place counts for itself (17.3.1.38), of all else the whole. */
export function overlayParagraph(base: ParagraphProperties, own: ParagraphProperties): ParagraphProperties {
  if (own.tabs === undefined) return { ...base, ...own };
  const places = new Set(own.tabs.map(({ at }) => at));
  const inherited = base.tabs?.filter(({ at }) => !places.has(at)) ?? [];
  const stops = [...inherited, ...own.tabs.filter(({ kind }) => kind !== 'clear')];
  return { ...base, ...own, tabs: stops.sort((one, other) => one.at - other.at) };
}

/** Reads one child of `w:pPr` into `into`. */
export function readParagraphProperty(scanner: XmlScanner, into: WrittenProperties): void {
  if (scanner.name === 'w:numPr') {
    const { depth } = scanner;
    while (scanner.nextChild(depth)) readProperty(PARAGRAPH_TABLE, scanner, into);
    return;
  }
  if (scanner.name === 'w:pBdr') {
    const { depth } = scanner;
    while (scanner.nextChild(depth)) readBorder(scanner, into);
    return;
  }
  if (scanner.name === 'w:tabs') {
    into.tabs = readTabs(scanner);
    return;
  }
  readProperty(PARAGRAPH_TABLE, scanner, into);
  if (scanner.name === 'w:ind') readHanging(scanner, into);
  else if (scanner.name === 'w:jc') into.alignment = SIDES[String(into.alignment)] ?? into.alignment;
}

function readBorder(scanner: XmlScanner, into: WrittenProperties): void {
  const field = BORDER_FIELDS.get(scanner.name);
  if (field === undefined) return;
  into[field] = {
    style: scanner.attribute('w:val') ?? 'single',
    size: Number(scanner.attribute('w:sz') ?? 4) || 4,
    space: Number(scanner.attribute('w:space') ?? 0) || 0,
    color: scanner.attribute('w:color') ?? 'auto',
  };
}

const BORDER_FIELDS: ReadonlyMap<string, string> = new Map([
  ['w:top', 'borderTop'],
  ['w:bottom', 'borderBottom'],
  ['w:left', 'borderLeft'],
  ['w:start', 'borderLeft'],
  ['w:right', 'borderRight'],
  ['w:end', 'borderRight'],
  ['w:between', 'borderBetween'],
]);

function readTabs(scanner: XmlScanner): readonly TabStop[] {
  const stops: TabStop[] = [];
  const { depth } = scanner;
  while (scanner.nextChild(depth)) {
    const at = readTwips(scanner.attribute('w:pos'));
    const kind = scanner.attribute('w:val') ?? 'left';
    if (at !== undefined && stops.length < MOST_TABS)
      stops.push({ at, kind: SIDES[kind] ?? kind, leader: scanner.attribute('w:leader') });
  }
  return stops;
}

/** Word takes 64 at most. */
const MOST_TABS = 64;

/** Strict files and LibreOffice name the sides by the direction of the text. */
const SIDES: Readonly<Record<string, string>> = { start: 'left', end: 'right' };

/** What properties are read into; it becomes `RunProperties` or `ParagraphProperties`, whose names the tables below hold. */
export type WrittenProperties = Record<
  string,
  string | number | boolean | BorderLine | readonly TabStop[] | undefined
>;

/** `onOff` is on where nothing is said, a `flag` only where it is said. */
type ValueKind = 'text' | 'number' | 'twips' | 'halfPoints' | 'onOff' | 'flag' | 'present';

interface PropertyField {
  readonly attribute: string;
  readonly field: string;
  readonly kind: ValueKind;
}

type PropertyTable = ReadonlyMap<string, readonly PropertyField[]>;

function readProperty(table: PropertyTable, scanner: XmlScanner, into: WrittenProperties): void {
  const fields = table.get(scanner.name);
  if (fields === undefined) return;
  for (const { attribute, field, kind } of fields) {
    const written = scanner.attribute(attribute);
    const value = valueAs(kind, written);
    if (value !== undefined) into[field] = value;
  }
}

function valueAs(kind: ValueKind, written: string | undefined): string | number | boolean | undefined {
  if (kind === 'present') return true;
  if (kind === 'onOff') return isOn(written);
  if (kind === 'flag') return written === undefined ? undefined : isOn(written);
  return readValue(written, kind);
}

function readHanging(scanner: XmlScanner, into: WrittenProperties): void {
  const hanging = readValue(scanner.attribute('w:hanging'), 'twips');
  const hangingChars = readValue(scanner.attribute('w:hangingChars'), 'number');
  if (typeof hanging === 'number') into.firstLine = -hanging;
  if (typeof hangingChars === 'number') into.firstLineChars = -hangingChars;
}

/** `<w:b/>`, `<w:b w:val="1"/>` and, in old files, `on`. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !['0', 'false', 'off'].includes(value);
}

function readValue(written: string | undefined, kind: ValueKind): string | number | undefined {
  if (written === undefined) return undefined;
  if (kind === 'text') return written;
  const measure = MEASURE.exec(written.trim());
  if (measure === null) return undefined;
  const number = Number(measure[1]);
  const unit = measure[2];
  if (unit === undefined || kind === 'number') return number;
  const twips = number * (TWIPS[unit] ?? 1);
  return Math.round(kind === 'halfPoints' ? twips / 10 : twips);
}

/** A number, or, as strict files may have it, a number with its unit. */
const MEASURE = /^([+-]?\d{1,12}(?:\.\d{1,6})?)(mm|cm|in|pt|pc|pi|%)?$/;
const TWIPS: Readonly<Record<string, number>> = {
  mm: 1440 / 25.4,
  cm: 1440 / 2.54,
  in: 1440,
  pt: 20,
  pc: 240,
  pi: 240,
};

/** A measure in twips as it is written in an attribute; undefined where it is none. */
export function readTwips(written: string | undefined): number | undefined {
  const value = readValue(written, 'twips');
  return typeof value === 'number' ? value : undefined;
}

const RUN_TABLE = table([
  ['w:rStyle w:val', 'style', 'text'],
  ['w:rFonts w:ascii', 'ascii', 'text'],
  ['w:rFonts w:hAnsi', 'hAnsi', 'text'],
  ['w:rFonts w:eastAsia', 'eastAsia', 'text'],
  ['w:rFonts w:cs', 'cs', 'text'],
  ['w:rFonts w:asciiTheme', 'asciiTheme', 'text'],
  ['w:rFonts w:hAnsiTheme', 'hAnsiTheme', 'text'],
  ['w:rFonts w:eastAsiaTheme', 'eastAsiaTheme', 'text'],
  ['w:rFonts w:cstheme', 'csTheme', 'text'],
  ['w:rFonts w:hint', 'hint', 'text'],
  ['w:sz w:val', 'size', 'halfPoints'],
  ['w:szCs w:val', 'sizeCs', 'halfPoints'],
  ['w:b w:val', 'bold', 'onOff'],
  ['w:i w:val', 'italic', 'onOff'],
  ['w:caps w:val', 'caps', 'onOff'],
  ['w:smallCaps w:val', 'smallCaps', 'onOff'],
  ['w:strike w:val', 'strike', 'onOff'],
  ['w:dstrike w:val', 'doubleStrike', 'onOff'],
  ['w:outline w:val', 'outline', 'onOff'],
  ['w:shadow w:val', 'shadow', 'onOff'],
  ['w:emboss w:val', 'emboss', 'onOff'],
  ['w:imprint w:val', 'imprint', 'onOff'],
  ['w:vanish w:val', 'vanish', 'onOff'],
  ['w:specVanish w:val', 'specVanish', 'onOff'],
  ['w:webHidden w:val', 'webHidden', 'onOff'],
  ['w:snapToGrid w:val', 'snapToGrid', 'onOff'],
  ['w:color w:val', 'color', 'text'],
  ['w:highlight w:val', 'highlight', 'text'],
  ['w:shd w:fill', 'shading', 'text'],
  ['w:u w:val', 'underline', 'text'],
  ['w:em w:val', 'emphasis', 'text'],
  ['w:vertAlign w:val', 'verticalAlign', 'text'],
  ['w:spacing w:val', 'spacing', 'twips'],
  ['w:position w:val', 'position', 'halfPoints'],
  ['w:w w:val', 'scale', 'number'],
  ['w:kern w:val', 'kerning', 'halfPoints'],
  ['w:fitText w:val', 'fitText', 'twips'],
  ['w:lang w:val', 'language', 'text'],
]);

const PARAGRAPH_TABLE = table([
  ['w:pStyle w:val', 'style', 'text'],
  ['w:numId w:val', 'numberingId', 'text'],
  ['w:ilvl w:val', 'numberingLevel', 'text'],
  ['w:outlineLvl w:val', 'outlineLevel', 'number'],
  ['w:jc w:val', 'alignment', 'text'],
  ['w:ind w:left', 'left', 'twips'],
  ['w:ind w:start', 'left', 'twips'],
  ['w:ind w:right', 'right', 'twips'],
  ['w:ind w:end', 'right', 'twips'],
  ['w:ind w:firstLine', 'firstLine', 'twips'],
  ['w:ind w:leftChars', 'leftChars', 'number'],
  ['w:ind w:startChars', 'leftChars', 'number'],
  ['w:ind w:rightChars', 'rightChars', 'number'],
  ['w:ind w:endChars', 'rightChars', 'number'],
  ['w:ind w:firstLineChars', 'firstLineChars', 'number'],
  ['w:spacing w:before', 'before', 'twips'],
  ['w:spacing w:after', 'after', 'twips'],
  ['w:spacing w:beforeLines', 'beforeLines', 'number'],
  ['w:spacing w:afterLines', 'afterLines', 'number'],
  ['w:spacing w:beforeAutospacing', 'beforeAuto', 'flag'],
  ['w:spacing w:afterAutospacing', 'afterAuto', 'flag'],
  ['w:spacing w:line', 'line', 'twips'],
  ['w:spacing w:lineRule', 'lineRule', 'text'],
  ['w:keepNext w:val', 'keepNext', 'onOff'],
  ['w:keepLines w:val', 'keepLines', 'onOff'],
  ['w:pageBreakBefore w:val', 'pageBreakBefore', 'onOff'],
  ['w:widowControl w:val', 'widowControl', 'onOff'],
  ['w:snapToGrid w:val', 'snapToGrid', 'onOff'],
  ['w:contextualSpacing w:val', 'contextualSpacing', 'onOff'],
  ['w:kinsoku w:val', 'kinsoku', 'onOff'],
  ['w:wordWrap w:val', 'wordWrap', 'onOff'],
  ['w:overflowPunct w:val', 'overflowPunctuation', 'onOff'],
  ['w:topLinePunct w:val', 'topLinePunctuation', 'onOff'],
  ['w:autoSpaceDE w:val', 'autoSpaceLatin', 'onOff'],
  ['w:autoSpaceDN w:val', 'autoSpaceDigits', 'onOff'],
  ['w:adjustRightInd w:val', 'adjustRightIndent', 'onOff'],
  ['w:mirrorIndents w:val', 'mirrorIndents', 'onOff'],
  ['w:bidi w:val', 'rightToLeft', 'onOff'],
  ['w:textAlignment w:val', 'textAlignment', 'text'],
  ['w:textDirection w:val', 'textDirection', 'text'],
  ['w:framePr w:w', 'isFramed', 'present'],
  ['w:framePr w:dropCap', 'dropCap', 'text'],
  ['w:shd w:fill', 'shading', 'text'],
]);

function table(rows: readonly (readonly [place: string, field: string, kind: ValueKind])[]): PropertyTable {
  const fields = new Map<string, PropertyField[]>();
  for (const [place, field, kind] of rows) {
    const [element = '', attribute = ''] = place.split(' ');
    fields.set(element, [...(fields.get(element) ?? []), { attribute, field, kind }]);
  }
  return fields;
}

/** What a reader fills in bit by bit. */
export type Mutable<T> = { -readonly [K in keyof T]: T[K] };
