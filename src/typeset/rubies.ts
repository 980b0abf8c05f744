import { type ElementNode, elementTree } from '../docx/mark/element-tree.ts';
import { partNames } from '../docx/mark/part-names.ts';
import type { WordParagraph, WordRuby } from '../docx/word-document.ts';
import { escapeXml } from '../ooxml/xml-text.ts';

/** A reading above words (`w:ruby`, 17.3.3.25). Sizes in half-points. */
export interface Ruby {
  readonly reading: string;
  /** The runs that it stands above. */
  readonly words: WordRuby['words'];
  readonly align: string;
  readonly size: number;
  /** How high above the words' line it stands. */
  readonly raise: number;
  readonly baseSize: number;
  readonly language: string;
}

/** The readings of a paragraph, in its order; `xml` is of its part. */
export function rubiesIn({ rubies, runs }: WordParagraph, xml: string): readonly Ruby[] {
  return rubies.flatMap(({ words, reading: [from, to], element }) => {
    const reading = runs
      .slice(from, to)
      .map(({ kind, text }) => (kind === 'text' ? text : ''))
      .join('');
    if (reading === '') return [];
    const said = element === undefined ? () => undefined : rubyProperties(xml, element);
    const baseSize = Number(said('w:hpsBaseText') ?? USUAL_SIZE);
    return [
      {
        reading,
        words,
        align: said('w:rubyAlign') ?? 'distributeSpace',
        size: Number(said('w:hps') ?? Math.round(baseSize / 2)),
        raise: Number(said('w:hpsRaise') ?? baseSize - 2),
        baseSize,
        language: said('w:lid') ?? 'zh-CN',
      },
    ];
  });
}

/** Half-points: 五号, where a file does not say of which size the words are. */
const USUAL_SIZE = 21;

/** What `w:rubyPr` says, by the name of its child. */
function rubyProperties(xml: string, { start, end }: { readonly start: number; readonly end: number }) {
  const ruby = elementTree(xml, start, end, partNames(xml).rootTag);
  const properties = ruby.children.find(({ name }) => name === 'w:rubyPr');
  return (name: string) => valueIn(xml, properties, name);
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
