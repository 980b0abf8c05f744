import { escapeMarkup } from '../escape.ts';
import type { Span } from '../printed.ts';
import { headingWords } from './styles.ts';

/** Sends “ ” ‘ ’ — … to the Chinese font; Latin letters and digits go to the style's Latin font all the same. */
export const EAST_ASIA_HINT = '<w:rFonts w:hint="eastAsia"/>';

/** The runs of a paragraph; neighbours that look alike are one run. `level` is that of the run-in heading, if there is one. */
export function runsXml(spans: readonly Span[], level: 0 | 1 | 2 | 3 | 4 = 0): string {
  let xml = '';
  let text = '';
  let run: Span | undefined;
  for (const span of spans) {
    if (run !== undefined && !looksAlike(run, span)) {
      xml += runXml(text, run, level);
      text = '';
    }
    text += span.text;
    run = span;
  }
  return run === undefined ? xml : xml + runXml(text, run, level);
}

function runXml(text: string, span: Span, level: 0 | 1 | 2 | 3 | 4): string {
  let properties = span.isHeading && level !== 0 ? `<w:rStyle w:val="${headingWords(level)}"/>` : '';
  if (/[^\0-\x7f]/.test(text)) properties += EAST_ASIA_HINT;
  if (span.isStrong) properties += '<w:b/><w:bCs/>';
  if (span.isPending) properties += '<w:highlight w:val="yellow"/>';
  return properties === ''
    ? `<w:r>${textXml(text)}</w:r>`
    : `<w:r><w:rPr>${properties}</w:rPr>${textXml(text)}</w:r>`;
}

/** `w:t`; a tab in the text is a `w:tab`. */
export function textXml(text: string): string {
  if (!/[&<>"\s]/.test(text)) return text === '' ? '' : `<w:t>${text}</w:t>`;
  if (text.includes('\t')) return text.split('\t').map(textXml).join('<w:tab/>');
  return `<w:t xml:space="preserve">${escapeMarkup(text)}</w:t>`;
}

function looksAlike(a: Span, b: Span): boolean {
  return a.isHeading === b.isHeading && a.isStrong === b.isStrong && a.isPending === b.isPending;
}
