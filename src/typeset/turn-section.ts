import { readTwips } from '../docx/properties.ts';
import type { TextArea } from '../write/docx/tables.ts';

/** A stationery's `w:sectPr` as it is written, and the pages that it makes. */
export interface PageSection {
  readonly xml: string;
  readonly area: TextArea;
  /** Pages that lie on their side already are not turned. */
  readonly isUpright: boolean;
}

/** Undefined where it does not say how large its pages are: what they are then is the program's that opens it. */
export function readPageSection(xml: string): PageSection | undefined {
  const size = attributesOf(xml, 'pgSz');
  const margins = attributesOf(xml, 'pgMar');
  const [width, height] = [size('w'), size('h')];
  const [top, right, bottom, left] = SIDES.map((side) => Math.abs(margins(side)));
  if (![width, height, top, right, bottom, left].every(Number.isFinite)) return undefined;
  const gutter = margins('gutter') || 0;
  const across = width - (left ?? 0) - (right ?? 0) - gutter;
  const down = height - (top ?? 0) - (bottom ?? 0);
  if (across < LEAST || down < LEAST) return undefined;
  return { xml, area: { width: across, height: down }, isUpright: width < height };
}

const SIDES = ['top', 'right', 'bottom', 'left'] as const;
/** 2 cm: less holds no text. */
const LEAST = 1134;

function attributesOf(xml: string, element: string): (name: string) => number {
  const tag = new RegExp(`<w:${element}\\b[^>]*>`).exec(xml)?.[0] ?? '';
  return (name) =>
    readTwips(new RegExp(`\\sw:${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1]) ?? Number.NaN;
}

/** The same section for pages further on: they begin a page, their numbers run on, and the first has no head of its own. */
export function continued(xml: string): string {
  const plain = xml
    .replace(/<w:sectPrChange\b.*?<\/w:sectPrChange>/s, '')
    .replace(/<w:titlePg\b[^>]*\/>|<w:titlePg\b[^>]*>\s*<\/w:titlePg>/, '')
    .replace(/(<w:pgNumType\b[^>]*?)\s+w:start\s*=\s*["'][^"']*["']/, '$1')
    .replace(/<w:type\b[^>]*\/>/, '');
  return plain.replace(/(?=<w:pgSz\b)/, '<w:type w:val="nextPage"/>');
}

/** The same section on pages that lie on their side and keep their margins on the paper. */
export function turned(xml: string): string {
  const size = attributesOf(xml, 'pgSz');
  const margins = attributesOf(xml, 'pgMar');
  const [top, right, bottom, left] = SIDES.map((side) => margins(side));
  const sides: readonly (readonly [string, number | undefined])[] = [
    ['top', left],
    ['right', top],
    ['bottom', right],
    ['left', bottom],
  ];
  return xml
    .replace(/<w:pgSz\b[^>]*>/, `<w:pgSz w:w="${size('h')}" w:h="${size('w')}" w:orient="landscape"/>`)
    .replace(/<w:pgMar\b[^>]*>/, (tag) =>
      sides.reduce(
        (written, [side, value]) =>
          written.replace(new RegExp(`(\\sw:${side}\\s*=\\s*)["'][^"']*["']`), `$1"${value}"`),
        tag,
      ),
    );
}
