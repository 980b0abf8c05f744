import { unzipSync } from 'fflate';

/** The parts of a .docx as texts, by their names. */
export function partsOf(bytes: Uint8Array): Readonly<Record<string, string>> {
  const files = Object.entries(unzipSync(bytes));
  return Object.fromEntries(files.map(([name, data]) => [name, new TextDecoder().decode(data)]));
}

/** word/document.xml. */
export function documentPart(bytes: Uint8Array): string {
  return partsOf(bytes)['word/document.xml'] ?? '';
}

/** The texts of the paragraphs that are not empty; cells are paragraphs too. */
export function paragraphsOf(bytes: Uint8Array): readonly string[] {
  const paragraphs = documentPart(bytes).match(/<w:p>.*?<\/w:p>/gs) ?? [];
  return paragraphs.map(wordsOf).filter((text) => text !== '');
}

function wordsOf(paragraph: string): string {
  const pieces = paragraph.match(/<w:t[^>]*>[^<]*<\/w:t>|<w:tab\/>/g) ?? [];
  return plain(pieces.map((piece) => (piece === '<w:tab/>' ? '\t' : piece.replace(/<[^>]*>/g, ''))).join(''));
}

/** What the references that writers make stand for. */
export function plain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
