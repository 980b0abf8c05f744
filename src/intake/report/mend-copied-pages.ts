/**
 * Lines of a text that was copied page by page from a web page, each begun with its page's number (1、…, 2、…) in the middle of sentences: the
 * text without those numbers, its headings and paragraphs on lines of their own again. Undefined for every other text.
 */
export function mendCopiedPages(lines: readonly string[]): string[] | undefined {
  const pages = lines.filter((line) => line !== '');
  const isNumbered = pages.every((line, index) => line.startsWith(`${index + 1}、`));
  const isCut = pages.slice(0, -1).filter((line) => !/[。！？]$/u.test(line)).length * 2 > pages.length;
  if (pages.length < 3 || !isNumbered || !isCut) return undefined;
  const text = pages.map((line, index) => line.slice(`${index + 1}、`.length)).join('');
  return splitHeadings(splitTitle(text)).flatMap(splitParagraphs);
}

/** A title that the text follows without a break. */
function splitTitle(text: string): string {
  return text.replace(/^(.{6,50}?(?:汇报|报告|总结))(?=[^的，。,：:、])/u, '$1\n');
}

/** 一、… up to the next blank, in the order of their numbers. */
function splitHeadings(text: string): string[] {
  let rest = text;
  const parts: string[] = [];
  for (const numeral of '一二三四五六七八九十') {
    const match = new RegExp(`(?:^|[\\s。：:])(${numeral}、\\s?[^\\s。；;]{4,60})(?=\\s|$)`, 'u').exec(rest);
    if (match === null) break;
    const at = match.index + match[0].length - (match[1] ?? '').length;
    parts.push(rest.slice(0, at), match[1] ?? '');
    rest = rest.slice(match.index + match[0].length);
  }
  return [...parts, rest];
}

/** A blank after a full stop was a paragraph's end. */
function splitParagraphs(text: string): string[] {
  return text
    .split(/\n|(?<=[。！？])\s+(?=\p{Script=Han})/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
