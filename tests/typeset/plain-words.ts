import { strFromU8, unzipSync } from 'fflate';

/** A part of an archive as text; empty where there is none. */
export function partOf(bytes: Uint8Array, name: string): string {
  const part = unzipSync(bytes)[name];
  return part === undefined ? '' : strFromU8(part);
}

/**
 * The lines of a part of WordprocessingML, read by patterns alone, with nothing of the program's reader: what is between `w:p`, in its order, a
 * line where a line is broken, without white space at both ends; empty ones are left out. Text boxes are not for it.
 */
export function plainWords(xml: string): string[] {
  const paragraphs = xml.split(/<\/w:p>|<w:p\/>/).map((paragraph) => {
    const pieces = paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(tab|br|cr)(?: [^>]*)?\/>/g);
    return [...pieces]
      .map(([, text, mark]) => (mark === undefined ? unescaped(text ?? '') : mark === 'tab' ? '\t' : '\n'))
      .join('');
  });
  return paragraphs
    .flatMap((text) => text.split('\n'))
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
