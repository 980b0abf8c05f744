import type { XmlScanner } from '../../ooxml/xml-scanner.ts';
import type { Mutable } from '../properties.ts';
import { isOn, readTwips } from '../properties.ts';
import type { Grid, Margins, PageParts, WordSection } from '../section.ts';

/** Of a `w:sectPr` that was just opened; headers and footers are ids of relationships yet. */
export function readSection(scanner: XmlScanner): WordSection {
  const headers: Mutable<PageParts> = { default: undefined, first: undefined, even: undefined };
  const footers: Mutable<PageParts> = { default: undefined, first: undefined, even: undefined };
  const section: Mutable<WordSection> = {
    start: scanner.start,
    end: scanner.end,
    type: 'nextPage',
    width: undefined,
    height: undefined,
    orientation: undefined,
    margins: NO_MARGINS,
    grid: undefined,
    columns: 1,
    hasTitlePage: false,
    numberFormat: undefined,
    numberStart: undefined,
    headers,
    footers,
  };
  const { depth } = scanner;
  while (scanner.nextChild(depth)) {
    switch (scanner.name) {
      case 'w:type':
        section.type = scanner.attribute('w:val') ?? section.type;
        break;
      case 'w:pgSz':
        section.width = twips(scanner, 'w:w');
        section.height = twips(scanner, 'w:h');
        section.orientation = scanner.attribute('w:orient');
        break;
      case 'w:pgMar':
        section.margins = readMargins(scanner);
        break;
      case 'w:docGrid':
        section.grid = readGrid(scanner);
        break;
      case 'w:cols':
        section.columns = Math.min(45, Math.max(1, twips(scanner, 'w:num') ?? 1));
        break;
      case 'w:titlePg':
        section.hasTitlePage = isOn(scanner.attribute('w:val'));
        break;
      case 'w:pgNumType':
        section.numberFormat = scanner.attribute('w:fmt');
        section.numberStart = twips(scanner, 'w:start');
        break;
      case 'w:headerReference':
        headers[pagesOf(scanner)] = scanner.attribute('r:id');
        break;
      case 'w:footerReference':
        footers[pagesOf(scanner)] = scanner.attribute('r:id');
        break;
    }
  }
  section.end = scanner.end;
  return section;
}

const NO_MARGINS: Margins = {
  top: undefined,
  bottom: undefined,
  left: undefined,
  right: undefined,
  header: undefined,
  footer: undefined,
  gutter: undefined,
};

function readMargins(scanner: XmlScanner): Margins {
  return {
    top: twips(scanner, 'w:top'),
    bottom: twips(scanner, 'w:bottom'),
    left: twips(scanner, 'w:left'),
    right: twips(scanner, 'w:right'),
    header: twips(scanner, 'w:header'),
    footer: twips(scanner, 'w:footer'),
    gutter: twips(scanner, 'w:gutter'),
  };
}

function readGrid(scanner: XmlScanner): Grid {
  const charSpace = twips(scanner, 'w:charSpace');
  return {
    type: scanner.attribute('w:type') ?? 'default',
    linePitch: twips(scanner, 'w:linePitch'),
    charSpace: charSpace === undefined ? undefined : charSpace | 0,
  };
}

function twips(scanner: XmlScanner, attribute: string): number | undefined {
  return readTwips(scanner.attribute(attribute));
}

function pagesOf(scanner: XmlScanner): keyof PageParts {
  const type = scanner.attribute('w:type');
  return type === 'first' || type === 'even' ? type : 'default';
}
