import { type ElementNode, elementTree } from '../docx/mark/element-tree.ts';
import { partNames } from '../docx/mark/part-names.ts';
import type { WordParagraph } from '../docx/word-document.ts';
import { escapeXml } from '../ooxml/xml-text.ts';

/** A reading above words (`w:ruby`, 17.3.3.25). Sizes in half-points. */
export interface Ruby {
  readonly reading: string;
  /** Where the words stand in the part's XML. */
  readonly base: readonly [start: number, end: number];
  readonly align: string;
  readonly size: number;
  /** How high above the words' line it stands. */
  readonly raise: number;
  readonly baseSize: number;
  readonly language: string;
}

/** The readings of a paragraph, in its order; `xml` is of its part. */
export function rubiesIn(paragraph: WordParagraph, xml: string): readonly Ruby[] {
  const readings = paragraph.runs.filter(({ isCode, kind }) => isCode && kind === 'text');
  if (readings.length === 0 || !RUBY.test(xml.slice(paragraph.start, paragraph.end))) return [];
  const tree = elementTree(xml, paragraph.start, paragraph.end, partNames(xml).rootTag);
  return nodesNamed(tree, 'w:ruby').flatMap((node) => {
    const part = (name: string) => node.children.find((child) => child.name === name);
    const [over, base, properties] = [part('w:rt'), part('w:rubyBase'), part('w:rubyPr')];
    if (over === undefined || base === undefined) return [];
    const reading = readings
      .filter(({ start, end }) => over.start <= start && end <= over.end)
      .map(({ text }) => text)
      .join('');
    const said = (name: string) => valueIn(xml, properties, name);
    const baseSize = Number(said('w:hpsBaseText') ?? USUAL_SIZE);
    const ruby = {
      reading,
      base: [base.start, base.end] as const,
      align: said('w:rubyAlign') ?? 'distributeSpace',
      size: Number(said('w:hps') ?? Math.round(baseSize / 2)),
      raise: Number(said('w:hpsRaise') ?? baseSize - 2),
      baseSize,
      language: said('w:lid') ?? 'zh-CN',
    };
    return reading === '' ? [] : [ruby];
  });
}

const RUBY = /<(?:[\w.-]+:)?ruby[\s>]/;

/** Half-points: 五号, where a file does not say of which size the words are. */
const USUAL_SIZE = 21;

function nodesNamed(node: ElementNode, name: string): ElementNode[] {
  return node.children.flatMap((child) => (child.name === name ? [child] : nodesNamed(child, name)));
}

function valueIn(xml: string, properties: ElementNode | undefined, name: string): string | undefined {
  const node = properties?.children.find((child) => child.name === name);
  if (node === undefined) return undefined;
  return /[:\s]val\s*=\s*["']([\w-]+)["']/.exec(xml.slice(node.start, node.openEnd))?.[1];
}

/** A reading above words that are set in `size` half-points; as large beside them as it was. */
export function rubyXml(ruby: Ruby, base: string, size: number): string {
  const scaled = (length: number) => Math.round((length * size) / (ruby.baseSize || USUAL_SIZE));
  const own = scaled(ruby.size);
  const properties = [
    `<w:rubyAlign w:val="${ruby.align}"/><w:hps w:val="${own}"/><w:hpsRaise w:val="${scaled(ruby.raise)}"/>`,
    `<w:hpsBaseText w:val="${size}"/><w:lid w:val="${ruby.language}"/>`,
  ].join('');
  const reading = `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/><w:sz w:val="${own}"/><w:szCs w:val="${own}"/></w:rPr><w:t xml:space="preserve">${escapeXml(ruby.reading)}</w:t></w:r>`;
  return `<w:r><w:ruby><w:rubyPr>${properties}</w:rubyPr><w:rt>${reading}</w:rt><w:rubyBase>${base}</w:rubyBase></w:ruby></w:r>`;
}
