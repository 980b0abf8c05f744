import { TWO_CHARACTERS } from '../../format/gb9704.ts';
import type { Layout } from '../../format/layout.ts';
import { spansText } from '../closing-marks.ts';
import { textExtent } from '../measure.ts';
import { placeSignature, type SignaturePlace } from '../place-signature.ts';
import type { Span } from '../printed.ts';
import { paragraphXml } from './paragraphs.ts';
import { runsXml } from './runs.ts';
import { ROLE_STYLES } from './styles.ts';

/** 署名 and 成文日期; either may be missing. */
export function signatureXml(signatory: readonly Span[], date: readonly Span[], layout: Layout): string[] {
  const size = layout.sizes.body;
  const places = placeSignature(
    textExtent(spansText(signatory), size),
    textExtent(spansText(date), size),
    layout,
  );
  const lines = [
    { style: ROLE_STYLES.signatory.id, spans: signatory, place: places.signatory },
    { style: ROLE_STYLES.date.id, spans: date, place: places.date },
  ];
  return lines
    .filter(({ spans }) => spans.length > 0)
    .map(({ style, spans, place }) => paragraphXml(style, runsXml(spans), { placing: placingXml(place) }));
}

/** The indent and alignment of a line of the signature. Whole characters are said in characters too: Word then follows the size of the text. */
export function placingXml({ edge, indent }: SignaturePlace): string {
  if (edge === 'left') return `<w:ind w:left="${indent}"/><w:jc w:val="left"/>`;
  const characters = (indent / TWO_CHARACTERS) * 200;
  const inCharacters = Number.isInteger(characters) ? ` w:rightChars="${characters}"` : '';
  return `<w:ind${inCharacters} w:right="${indent}"/>`;
}
