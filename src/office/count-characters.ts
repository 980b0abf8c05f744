/** Chinese characters of a text: what is compared between a document and the PDF of it, since spaces and marks may be drawn in other ways. */
export function countCharacters(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0;
}
