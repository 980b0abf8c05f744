import type { PrintedParagraph, Span } from '../printed.ts';
import { runsXml } from './runs.ts';
import { STYLES } from './styles.ts';

/** Properties of one paragraph that its style does not say, in the schema's order: `w:keepNext` before `w:ind`. */
export interface Own {
  readonly isKeptWithNext?: boolean;
  readonly startsPage?: boolean;
  /** `w:ind`, `w:jc` and the like. */
  readonly placing?: string;
  /** The `w:sectPr` of the section that ends here. */
  readonly section?: string;
}

const NOTHING: Own = {};

/** A paragraph in the style of its role. */
export function paragraphXml(style: string, runs: string, own: Own = NOTHING): string {
  const { isKeptWithNext, startsPage, placing = '', section = '' } = own;
  const keep = isKeptWithNext ? '<w:keepNext/>' : '';
  const page = startsPage ? '<w:pageBreakBefore/>' : '';
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${keep}${page}${placing}${section}</w:pPr>${runs}</w:p>`;
}

/** A line of the grid that stays empty. */
export function blankLineXml(own: Own = NOTHING): string {
  return paragraphXml('Normal', '', own);
}

/** A paragraph of the body: a heading, a paragraph with a run-in heading, or plain text. */
export function proseXml({ level, isHeading, spans }: PrintedParagraph, own: Own = NOTHING): string {
  if (level === 0) return paragraphXml(STYLES.body.id, runsXml(spans), own);
  const style = isHeading ? STYLES[`heading${level}`] : STYLES[`runIn${level}`];
  return paragraphXml(style.id, runsXml(spans, level), own);
}

/** A title whose lines were broken by meaning. */
export function linesXml(lines: readonly (readonly Span[])[]): string {
  return lines.map((line) => runsXml(line)).join('<w:r><w:br/></w:r>');
}
