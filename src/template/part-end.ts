/** Ends a part for `join` to find; no fact can hold it, and what is left of it is taken out of the finished markup. */
export const PART_END = '\u001f';

/** Text as one part, whatever parts it was put together from; nothing where it is blank. */
export function endPart(html: string): string {
  if (html === '') return '';
  const text = (html.includes(PART_END) ? html.replaceAll(PART_END, '') : html).trim();
  return text === '' ? '' : text + PART_END;
}

export function splitParts(html: string): string[] {
  if (html === '') return [];
  const parts = html.split(PART_END);
  if (parts.at(-1)?.trim() === '') parts.pop();
  return parts;
}
