import type { RunProperties } from '../docx/properties.ts';
import { SIZES } from '../format/gb9704.ts';
import { escapeXml } from '../ooxml/xml-text.ts';
import { EAST_ASIA_HINT, textXml } from '../write/docx/runs.ts';
import { headingWords } from '../write/docx/styles.ts';
import { carryFragment } from './fragment.ts';
import type { DrawnItem, NoteItem, ParagraphItem, RubyItem, TextItem } from './inline-items.ts';
import type { NewPart } from './new-part.ts';
import { rubyXml } from './rubies.ts';
import type { Typesetting } from './typesetting.ts';

/** How the texts of a paragraph are set. */
export interface RunManner {
  /** Bold, underlined and dotted words stay so where not the whole paragraph is; `always`: also where it is; `never`: nowhere. */
  readonly emphasis: 'partial' | 'always' | 'never';
  /** The heading that it is, or opens with, and for how many characters. */
  readonly heading?: { readonly level: 1 | 2 | 3 | 4; readonly length: number };
  /** Everything as it looks in the end. */
  readonly asItLooks?: boolean;
  /** Of the style that the paragraph has, in half-points; 三号 where nothing is said. */
  readonly size?: number;
}

/** What is in a text box, by where its content is in the part's XML. */
export type BoxWriter = (item: DrawnItem, start: number, end: number) => string | undefined;

/** Writes the runs of paragraphs into one part. */
export class RunWriter {
  private readonly typesetting: Typesetting;
  private readonly part: NewPart;
  private readonly box: BoxWriter;

  constructor(typesetting: Typesetting, part: NewPart, box: BoxWriter) {
    this.typesetting = typesetting;
    this.part = part;
    this.box = box;
  }

  /** Neighbours that look alike are one run. */
  runs(items: readonly ParagraphItem[], manner: RunManner): string {
    const kept = keptEmphasis(items, manner);
    let xml = '';
    let open: { properties: string; text: string } | undefined;
    const flush = () => {
      if (open !== undefined) xml += runElement(withHint(open.properties, open.text), textXml(open.text));
      open = undefined;
    };
    let at = 0;
    for (const item of items) {
      for (const piece of cutAt(item, (manner.heading?.length ?? 0) - at)) {
        const isHeading = manner.heading !== undefined && at < manner.heading.length;
        at += piece.text.length;
        if (piece.kind !== 'text' && piece.kind !== 'tab') {
          flush();
          xml +=
            piece.kind === 'ruby'
              ? this.rubyXml(piece, { manner, kept, isHeading })
              : this.other(piece, manner, kept);
          continue;
        }
        const properties = this.properties(piece, { manner, kept, isHeading });
        if (open?.properties === properties) open.text += piece.text;
        else {
          flush();
          open = { properties, text: piece.text };
        }
      }
    }
    flush();
    return xml;
  }

  private properties(
    { looks, symbolFont }: { looks: RunProperties; symbolFont?: string | undefined },
    { manner, kept, isHeading }: { manner: RunManner; kept: ReadonlySet<Emphasis>; isHeading: boolean },
  ): string {
    if (manner.asItLooks) return lookingProperties(looks);
    const style =
      isHeading && manner.heading ? `<w:rStyle w:val="${headingWords(manner.heading.level)}"/>` : '';
    return style + runFont(symbolFont) + emphasisXml(looks, isHeading ? NO_EMPHASIS : kept);
  }

  private other(
    item: Exclude<ParagraphItem, TextItem | RubyItem>,
    manner: RunManner,
    kept: ReadonlySet<Emphasis>,
  ): string {
    switch (item.kind) {
      case 'break':
      case 'page-break':
        return '<w:r><w:br/></w:r>';
      case 'sign':
        return runElement(this.properties(item, { manner, kept, isHeading: false }), item.xml);
      case 'note':
        return this.noteXml(item);
      case 'picture':
      case 'formula':
        return this.drawnXml(item);
      default:
        return '';
    }
  }

  /** The words as they would be without it. */
  private rubyXml(
    { base, ruby }: RubyItem,
    look: { manner: RunManner; kept: ReadonlySet<Emphasis>; isHeading: boolean },
  ): string {
    const words = base.map((item) =>
      item.kind === 'text'
        ? runElement(withHint(this.properties(item, look), item.text), textXml(item.text))
        : item.kind === 'ruby'
          ? ''
          : this.other(item, look.manner, look.kept),
    );
    const size = look.manner.asItLooks ? ruby.baseSize : (look.manner.size ?? SIZES.三号);
    return rubyXml(ruby, words.join(''), size);
  }

  private noteXml({ note, id, hasOwnMark, document }: NoteItem): string {
    const [style, element] =
      note === 'footnote'
        ? ['FootnoteReference', 'footnoteReference']
        : ['EndnoteReference', 'endnoteReference'];
    const own = hasOwnMark ? ' w:customMarkFollows="1"' : '';
    const number = this.typesetting.numberNote(note, id, document);
    return runElement(`<w:rStyle w:val="${style}"/>`, `<w:${element}${own} w:id="${number}"/>`);
  }

  private drawnXml(item: DrawnItem): string {
    const { typesetting, part } = this;
    const { kind, paragraph, document } = item;
    // A picture of a page that is brought in stands in no run.
    const isHtml = kind === 'picture' && item.run.element === undefined;
    const source = { opened: typesetting.packageOf(document), source: paragraph.part };
    const xml = isHtml
      ? undefined
      : carryFragment(
          {
            xml: typesetting.xmlOf(paragraph.part, document),
            namespaces: typesetting.namespacesOf(paragraph.part, document),
            paragraph,
            start: item.run.start,
          },
          {
            part,
            relate: (id) => typesetting.carried.relate(part, source, id),
            box: (start, end) => this.box(item, start, end),
            nextId: () => typesetting.nextDrawing(),
          },
        );
    if (xml === undefined)
      return runElement(
        EAST_ASIA_HINT,
        textXml(typesetting.cannotCarry(isHtml ? HTML_PICTURE : DRAWN_NAMES[kind], paragraph)),
      );
    return kind === 'formula' ? xml : `<w:r>${xml}</w:r>`;
  }
}

const DRAWN_NAMES = { picture: '图片', formula: '公式' } as const;
const HTML_PICTURE = '插入的网页的图片';

/** An item cut in two at `length` characters of its own, where a heading ends inside of it. */
function cutAt(item: ParagraphItem, length: number): readonly ParagraphItem[] {
  if (item.kind !== 'text' || length <= 0 || length >= item.text.length) return [item];
  return [
    { ...item, text: item.text.slice(0, length) },
    { ...item, text: item.text.slice(length) },
  ];
}

function runElement(properties: string, content: string): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${content}</w:r>`;
}

/** Chinese marks, which Latin fonts have too, are sent to the Chinese font. */
function withHint(properties: string, text: string): string {
  if (!/[^\0-\x7f]/.test(text)) return properties;
  if (properties.includes('<w:rFonts '))
    return properties.replace(
      '<w:rFonts ',
      properties.includes('w:hint=') ? '<w:rFonts ' : '<w:rFonts w:hint="eastAsia" ',
    );
  const style = /^<w:rStyle [^>]*>/.exec(properties)?.[0] ?? '';
  return style + EAST_ASIA_HINT + properties.slice(style.length);
}

function runFont(font: string | undefined): string {
  if (font === undefined) return '';
  const name = escapeXml(font);
  return `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:cs="${name}"/>`;
}

/** What sets words off from those around them. */
type Emphasis = 'bold' | 'italic' | 'underline' | 'emphasis';

const NO_EMPHASIS: ReadonlySet<Emphasis> = new Set();
const EMPHASES: readonly Emphasis[] = ['bold', 'italic', 'underline', 'emphasis'];

/** A paragraph that is all bold is not set off from anything: that is its author's layout. */
function keptEmphasis(items: readonly ParagraphItem[], { emphasis }: RunManner): ReadonlySet<Emphasis> {
  if (emphasis === 'never') return NO_EMPHASIS;
  if (emphasis === 'always') return new Set(EMPHASES);
  const texts = items.filter((item): item is TextItem => item.kind === 'text' && item.text.trim() !== '');
  return new Set(EMPHASES.filter((each) => texts.some(({ looks }) => !has(looks, each))));
}

/** A line under coloured words is a link's. */
function has(looks: RunProperties, emphasis: Emphasis): boolean {
  if (emphasis === 'underline' && isColoured(looks.color)) return false;
  const value = looks[emphasis];
  return value !== undefined && value !== false && value !== 'none';
}

/** In the schema's order. Struck and raised letters say something else than plain ones: those stay whatever is kept. */
function emphasisXml(looks: RunProperties, kept: ReadonlySet<Emphasis>): string {
  const wants = (each: Emphasis) => kept.has(each) && has(looks, each);
  return [
    wants('bold') ? '<w:b/><w:bCs/>' : '',
    wants('italic') ? '<w:i/><w:iCs/>' : '',
    looks.strike === true ? '<w:strike/>' : '',
    looks.doubleStrike === true ? '<w:dstrike/>' : '',
    wants('underline') ? `<w:u w:val="${escapeXml(looks.underline ?? '')}"/>` : '',
    raisedXml(looks),
    wants('emphasis') ? `<w:em w:val="${escapeXml(looks.emphasis ?? '')}"/>` : '',
  ].join('');
}

function raisedXml({ verticalAlign }: RunProperties): string {
  const isRaised = verticalAlign === 'superscript' || verticalAlign === 'subscript';
  return isRaised ? `<w:vertAlign w:val="${verticalAlign}"/>` : '';
}

/** Everything that a run looks like, said at the run; what nobody says is Word's own. */
export function lookingProperties(looks: RunProperties): string {
  const name = (font: string | undefined, usual: string) => escapeXml(font ?? usual);
  const ascii = name(looks.ascii, 'Times New Roman');
  const on = (is: boolean | undefined, element: string) => (is === true ? `<w:${element}/>` : '');
  const size = looks.size ?? 20;
  return [
    `<w:rFonts w:ascii="${ascii}" w:eastAsia="${name(looks.eastAsia, '宋体')}" w:hAnsi="${name(looks.hAnsi, 'Times New Roman')}" w:cs="${ascii}"/>`,
    looks.bold === true ? '<w:b/><w:bCs/>' : '',
    looks.italic === true ? '<w:i/><w:iCs/>' : '',
    on(looks.caps, 'caps'),
    on(looks.smallCaps, 'smallCaps'),
    on(looks.strike, 'strike'),
    on(looks.doubleStrike, 'dstrike'),
    `<w:color w:val="${colour(looks.color)}"/><w:spacing w:val="${looks.spacing ?? 0}"/>`,
    looks.scale === undefined || looks.scale === 100 ? '' : `<w:w w:val="${Math.round(looks.scale)}"/>`,
    looks.position === undefined || looks.position === 0 ? '' : `<w:position w:val="${looks.position}"/>`,
    `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
    (looks.underline ?? 'none') !== 'none' ? `<w:u w:val="${escapeXml(looks.underline ?? '')}"/>` : '',
    raisedXml(looks),
  ].join('');
}

function colour(written: string | undefined): string {
  return written !== undefined && /^[\dA-F]{6}$/i.test(written) ? written : '000000';
}

/** Whether a colour is none that the eye takes for black. */
export function isColoured(colour: string | undefined): boolean {
  if (colour === undefined || !/^[\dA-F]{6}$/i.test(colour)) return false;
  return (colour.match(/../g) ?? []).some((each) => Number.parseInt(each, 16) > 0x26);
}
