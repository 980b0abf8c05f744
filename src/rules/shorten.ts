/** A text for a message: its beginning, if it is long. */
export function shortText(text: string, most = 30): string {
  const characters = [...text.trim()];
  return characters.length <= most ? text.trim() : `${characters.slice(0, most).join('')}…`;
}
