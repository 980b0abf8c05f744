import type { XmlScanner } from '../ooxml/xml-scanner.ts';
import { readTwips } from './properties.ts';

/** What `w:tblPr` says of a table's width and place; what is absent is not said there. */
export interface TableProperties {
  /** `w:tblW`, in twips. */
  readonly width?: number | undefined;
  /** `w:tblW`, in hundredths of the text area's width. */
  readonly widthPercent?: number | undefined;
  /** `w:tblInd`, in twips: how far from the left of the text area it begins. */
  readonly indent?: number | undefined;
  /** `w:jc`. */
  readonly alignment?: string | undefined;
  /** `w:tblpPr`: it stands where it is put on the page. */
  readonly isFloating?: boolean | undefined;
}

/** Reads one child of `w:tblPr`; undefined for what says nothing of width and place. */
export function readTableProperty(scanner: XmlScanner): TableProperties | undefined {
  switch (scanner.name) {
    case 'w:tblW':
      return readWidth(scanner);
    case 'w:tblInd':
      return scanner.attribute('w:type') === 'pct'
        ? undefined
        : { indent: readTwips(scanner.attribute('w:w')) };
    case 'w:jc':
      return { alignment: scanner.attribute('w:val') };
    case 'w:tblpPr':
      return { isFloating: true };
    default:
      return undefined;
  }
}

/** 17.18.90: `auto` and `nil` take back what is inherited; a `pct` is in fiftieths of a hundredth, or a number with its sign. */
function readWidth(scanner: XmlScanner): TableProperties {
  const written = scanner.attribute('w:w') ?? '';
  const isPercent = written.endsWith('%');
  const type = isPercent ? 'pct' : (scanner.attribute('w:type') ?? 'dxa');
  const number = isPercent ? Number.parseFloat(written) * 50 : readTwips(written);
  const said = number !== undefined && number > 0 ? number : undefined;
  return {
    width: type === 'dxa' ? said : undefined,
    widthPercent: type === 'pct' && said !== undefined ? said / 50 : undefined,
  };
}
