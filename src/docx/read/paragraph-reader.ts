import { readAlternate } from '../../ooxml/alternate-content.ts';
import { placeInSource } from '../../ooxml/xml-text.ts';
import type { RunProperties } from '../properties.ts';
import { symbolText } from '../symbols.ts';
import type {
  RangeMark,
  Revision,
  RunElement,
  RunKind,
  WordBlock,
  WordRuby,
  WordRun,
} from '../word-document.ts';
import { readFormula } from './formula.ts';
import { NO_PARAGRAPH_PROPERTIES, NO_RUN_PROPERTIES, type ReadParagraph } from './properties-reader.ts';
import { readDrawing } from './read-drawing.ts';
import { readFormField } from './read-form-field.ts';
import { readRevision } from './read-revision.ts';
import type { StoryContext } from './story.ts';

/** Reads a `w:p`: its runs in their order, whatever is wrapped around them. */
export class ParagraphReader {
  private readonly story: StoryContext;
  readonly runs: WordRun[] = [];
  /** Most paragraphs have none of these, and share one list. */
  ranges: RangeMark[] = NO_RANGES;
  rubies: WordRuby[] = NO_RUBIES;
  boxes: WordBlock[][] = NO_BOXES;
  private revisions: readonly Revision[];
  /** Ruby text is not part of the line. */
  private unread = 0;
  private properties: RunProperties = NO_RUN_PROPERTIES;
  private element: RunElement | undefined;
  private control: number | undefined;

  constructor(story: StoryContext, revisions: readonly Revision[]) {
    this.story = story;
    this.revisions = revisions;
  }

  /** Of the `w:p` that was just opened; gives its properties. */
  read(): ReadParagraph {
    const { scanner, context } = this.story;
    const { depth } = scanner;
    let read = NO_PARAGRAPH_PROPERTIES;
    while (scanner.nextChild(depth)) {
      if (scanner.name === 'w:pPr') read = context.properties.paragraph(scanner);
      else this.readInline();
    }
    return read;
  }

  /** What was just opened in a paragraph. */
  readInline(): void {
    const { scanner } = this.story;
    switch (scanner.name) {
      case 'w:r':
        this.readRun();
        break;
      case 'w:fldSimple':
        this.add('instruction', scanner.attribute('w:instr') ?? '', scanner.start, scanner.end);
        this.readInlines();
        break;
      case 'mc:AlternateContent':
        readAlternate(scanner, () => this.readInlines());
        break;
      case 'm:oMath':
      case 'm:oMathPara':
        this.readFormula();
        break;
      case 'w:subDoc':
        this.story.context.miss('embedded', '子文档');
        break;
      default:
        if (RUN_WRAPPERS.has(scanner.name)) this.readWrapped();
        else this.readRange();
    }
  }

  private readInlines(): void {
    const { scanner } = this.story;
    const { depth } = scanner;
    while (scanner.nextChild(depth)) this.readInline();
  }

  private readWrapped(): void {
    const revision = readRevision(this.story.scanner);
    const { revisions, control } = this;
    if (revision !== undefined) this.revisions = [...revisions, revision];
    if (this.story.scanner.name === 'w:sdt') this.control = this.story.scanner.start;
    this.readInlines();
    this.revisions = revisions;
    this.control = control;
  }

  private readRange(): void {
    const { scanner } = this.story;
    const kind = RANGE_MARKS.get(scanner.name);
    if (kind === undefined) return;
    const { start, end } = scanner;
    const id = scanner.attribute('w:id') ?? '';
    const name = scanner.attribute('w:name') ?? '';
    const range = { kind, id, name, run: this.runs.length, isGone: this.isGone, start, end };
    if (this.ranges === NO_RANGES) this.ranges = [range];
    else this.ranges.push(range);
  }

  private readRun(): void {
    const { scanner } = this.story;
    const { depth } = scanner;
    const { properties, element } = this;
    this.properties = NO_RUN_PROPERTIES;
    this.element = { start: scanner.start, end: scanner.end };
    while (scanner.nextChild(depth)) this.readRunChild();
    this.element.end = scanner.end;
    this.properties = properties;
    this.element = element;
  }

  private readRunChild(): void {
    const { scanner, context } = this.story;
    const { name, start, end } = scanner;
    switch (name) {
      case 'w:t':
      case 'w:delText':
        this.readText();
        break;
      case 'w:rPr':
        this.properties = context.properties.run(scanner);
        break;
      case 'w:instrText':
      case 'w:delInstrText':
        this.readInstruction();
        break;
      case 'w:fldChar':
        this.readFieldCharacter();
        break;
      case 'w:tab':
        this.add('tab', '\t', start, end);
        break;
      case 'w:ptab':
        this.add('tab', '\t', start, end, scanner.attribute('w:alignment') ?? 'left');
        break;
      case 'w:br':
        this.readBreak();
        break;
      case 'w:cr':
        this.add('break', '\n', start, end);
        break;
      case 'w:noBreakHyphen':
        this.add('symbol', '-', start, end);
        break;
      case 'w:sym':
        this.add(
          'symbol',
          symbolText(scanner.attribute('w:font') ?? '', scanner.attribute('w:char') ?? ''),
          start,
          end,
        );
        break;
      case 'w:ruby':
        this.readRuby();
        break;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        this.readDrawing();
        break;
      case 'mc:AlternateContent':
        readAlternate(scanner, () => this.readRunChildren());
        break;
      case 'w:r':
        this.readRun();
        break;
      default:
        this.readRange();
    }
  }

  private readRunChildren(): void {
    const { scanner } = this.story;
    const { depth } = scanner;
    while (scanner.nextChild(depth)) this.readRunChild();
  }

  /** Word takes the blanks at both ends of a text for the file's own unless it says to keep them. */
  private readText(): void {
    const { scanner } = this.story;
    const isKept = scanner.attribute('xml:space') === 'preserve';
    const written = scanner.content();
    const { contentStart, contentEnd } = scanner;
    const text = written.includes('\n') || written.includes('\r') ? written.replace(/[\r\n]/g, ' ') : written;
    const trimmed = isKept ? text : text.trim();
    if (trimmed === '') return;
    const skipped = trimmed === text ? 0 : text.length - text.trimStart().length;
    const start =
      skipped === 0 ? contentStart : placeInSource(scanner.xml, contentStart, contentEnd, skipped);
    this.add('text', trimmed, start, contentEnd);
  }

  private readInstruction(): void {
    const { scanner, fields } = this.story;
    const text = scanner.content();
    fields.instruct(text);
    this.add('instruction', text, scanner.contentStart, scanner.contentEnd);
  }

  private readFieldCharacter(): void {
    const { scanner, fields } = this.story;
    const { start, end } = scanner;
    const type = scanner.attribute('w:fldCharType');
    if (type === 'begin') fields.begin(readFormField(scanner));
    else if (type === 'separate') fields.separate();
    else if (type === 'end') {
      const shown = fields.end();
      if (shown !== '') this.add('formula', shown, start, end);
    }
  }

  private readBreak(): void {
    const { scanner } = this.story;
    const type = scanner.attribute('w:type');
    const isPage = type === 'page' || type === 'column';
    this.add(isPage ? 'page-break' : 'break', '\n', scanner.start, scanner.end);
  }

  private readRuby(): void {
    const { scanner } = this.story;
    const { depth, start } = scanner;
    const first = this.runs.length;
    let reading: WordRuby['reading'] = [first, first];
    let words: WordRuby['words'] = [first, first];
    while (scanner.nextChild(depth)) {
      const isReading = scanner.name === 'w:rt';
      if (!isReading && scanner.name !== 'w:rubyBase') continue;
      const from = this.runs.length;
      this.unread += isReading ? 1 : 0;
      this.readInlines();
      this.unread -= isReading ? 1 : 0;
      if (isReading) reading = [from, this.runs.length];
      else words = [from, this.runs.length];
    }
    const inner = this.rubies.findIndex(({ words: [from] }) => from >= first);
    const before = inner === -1 ? this.rubies : this.rubies.slice(0, inner);
    this.rubies = [...before, { reading, words, element: { start, end: scanner.end } }];
  }

  private readFormula(): void {
    const { start } = this.story.scanner;
    const text = readFormula(this.story.scanner);
    if (text !== '') this.add('formula', text, start, this.story.scanner.end);
  }

  private readDrawing(): void {
    const { scanner } = this.story;
    const { start } = scanner;
    // What is deleted, or is in a field's code, is not shown with its boxes either.
    const isShown = !this.isGone;
    readDrawing(this.story, (box) => {
      if (!isShown) return;
      if (this.boxes === NO_BOXES) this.boxes = [box];
      else this.boxes.push(box);
    });
    this.add('picture', '', start, scanner.end);
  }

  private get isGone(): boolean {
    const isTaken = this.revisions.some(({ kind }) => kind === 'deleted' || kind === 'moved-from');
    return isTaken || this.unread > 0 || this.story.fields.isCode;
  }

  private add(kind: RunKind, text: string, start: number, end: number, tabAlignment?: string): void {
    const { fields, context, scanner } = this.story;
    context.countPiece(scanner);
    const run: WordRun = {
      kind,
      text,
      start,
      end,
      properties: this.properties,
      element: this.element,
      revisions: this.revisions,
      control: this.control,
      isCode: kind === 'instruction' || this.unread > 0 || (fields.isOpen && fields.isCode),
    };
    this.runs.push(tabAlignment === undefined ? run : { ...run, tabAlignment });
  }
}

const NO_RANGES: RangeMark[] = [];
const NO_RUBIES: WordRuby[] = [];
const NO_BOXES: WordBlock[][] = [];

/** What stands around runs and changes nothing of them, but for revisions. */
const RUN_WRAPPERS: ReadonlySet<string> = new Set([
  'w:hyperlink',
  'w:ins',
  'w:del',
  'w:moveFrom',
  'w:moveTo',
  'w:smartTag',
  'w:customXml',
  'w:sdt',
  'w:sdtContent',
  'w:dir',
  'w:bdo',
]);

const RANGE_MARKS: ReadonlyMap<string, RangeMark['kind']> = new Map([
  ['w:commentRangeStart', 'comment-start'],
  ['w:commentRangeEnd', 'comment-end'],
  ['w:commentReference', 'comment'],
  ['w:bookmarkStart', 'bookmark-start'],
  ['w:bookmarkEnd', 'bookmark-end'],
  ['w:footnoteReference', 'footnote'],
  ['w:endnoteReference', 'endnote'],
]);
