import type { PrintedParagraph, Span } from '../printed.ts';
import { runsXml } from './runs.ts';
import { ROLE_STYLES } from './styles.ts';

/** Properties of one paragraph that its style does not say, in the schema's order: `w:keepNext` before `w:ind`. */
export interface OwnProperties {
  readonly isKeptWithNext?: boolean;
  readonly startsPage?: boolean;
  /** `w:ind`, `w:jc` and the like. */
  readonly placing?: string;
  /** The `w:sectPr` of the section that ends here. */
  readonly section?: string;
}

const NO_OWN_PROPERTIES: OwnProperties = {};

/** A paragraph in the style of its role. */
export function paragraphXml(style: string, runs: string, own: OwnProperties = NO_OWN_PROPERTIES): string {
  if (own === NO_OWN_PROPERTIES) return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${runs}</w:p>`;
  const { isKeptWithNext, startsPage, placing = '', section = '' } = own;
  const keep = isKeptWithNext ? '<w:keepNext/>' : '';
  const page = startsPage ? '<w:pageBreakBefore/>' : '';
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${keep}${page}${placing}${section}</w:pPr>${runs}</w:p>`;
}

/** A line of the grid that stays empty. */
export function blankLineXml(own: OwnProperties = NO_OWN_PROPERTIES): string {
  return paragraphXml('Normal', '', own);
}

/** A line of a point, which does not show, nor fill a page of its own. */
export const POINT = paragraphXml('Normal', '', {
  placing:
    '<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr>',
});

/** A paragraph of the body: a heading, a paragraph with a run-in heading, or plain text. */
export function proseXml(
  { level, isHeading, spans }: PrintedParagraph,
  own: OwnProperties = NO_OWN_PROPERTIES,
): string {
  if (level === 0) return paragraphXml(ROLE_STYLES.body.id, runsXml(spans), own);
  const styles = isHeading ? HEADING_STYLES : RUN_INS;
  return paragraphXml(styles[level], runsXml(spans, level), own);
}

const HEADING_STYLES = {
  1: ROLE_STYLES.heading1.id,
  2: ROLE_STYLES.heading2.id,
  3: ROLE_STYLES.heading3.id,
  4: ROLE_STYLES.heading4.id,
} as const;
const RUN_INS = {
  1: ROLE_STYLES.runIn1.id,
  2: ROLE_STYLES.runIn2.id,
  3: ROLE_STYLES.runIn3.id,
  4: ROLE_STYLES.runIn4.id,
} as const;

/** A title whose lines were broken by meaning. */
export function linesXml(lines: readonly (readonly Span[])[]): string {
  return lines.map((line) => runsXml(line)).join('<w:r><w:br/></w:r>');
}
