/** The sentences of a paragraph with their closing marks; closing quotation marks and brackets go with them. */
export function sentencesIn(text: string): string[] {
  return (text.match(/[^。！？\n]*[。！？]+[”’）》」]*|[^。！？\n]+/gu) ?? [])
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/** A text's first sentence as a title, and the rest; all of it is the title where it is one sentence. */
export function titleAndBody(text: string): { readonly title: string; readonly body: string } {
  const [first = '', ...rest] = text.split('\n');
  const stop = first.indexOf('。');
  const title = stop === -1 ? first : first.slice(0, stop);
  const own = stop === -1 ? '' : first.slice(stop + 1).trim();
  return {
    title: title.replace(/[；;：:]$/u, ''),
    body: [own, ...rest].filter((line) => line !== '').join('\n'),
  };
}
