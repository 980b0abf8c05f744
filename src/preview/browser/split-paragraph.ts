/** Ends a paragraph after so many of its lines; what follows is a paragraph of its own, put after it. Both look as if they were one. */
export function splitAfterLines(
  paragraph: HTMLElement,
  lines: number,
  lineHeight: number,
): HTMLElement | undefined {
  const limit = paragraph.getBoundingClientRect().top + lines * lineHeight - lineHeight / 4;
  const place = firstBelow(paragraph, limit);
  if (place === undefined) return undefined;
  const range = document.createRange();
  range.setStart(place.node, place.offset);
  range.setEnd(paragraph, paragraph.childNodes.length);
  const rest = paragraph.cloneNode(false) as HTMLElement;
  rest.append(range.extractContents());
  rest.style.textIndent = '0';
  paragraph.classList.add('cut');
  paragraph.after(rest);
  return rest;
}

interface NodePlace {
  readonly node: Text;
  readonly offset: number;
}

/** The first character that stands below a height; characters come in the order of their lines. */
function firstBelow(paragraph: HTMLElement, limit: number): NodePlace | undefined {
  for (const node of textsIn(paragraph)) {
    if (bottomOf(node, node.length - 1) < limit) continue;
    let [low, high] = [0, node.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (bottomOf(node, middle) >= limit) high = middle;
      else low = middle + 1;
    }
    return bottomOf(node, low) >= limit ? { node, offset: startOfCharacter(node, low) } : undefined;
  }
  return undefined;
}

function textsIn(element: Node): Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode() !== null) {
    const text = walker.currentNode as Text;
    if (text.length > 0) texts.push(text);
  }
  return texts;
}

/** The middle of the line of a character, which does not depend on its font. */
function bottomOf(node: Text, offset: number): number {
  const range = document.createRange();
  range.setStart(node, offset);
  range.setEnd(node, offset + 1);
  const rect = range.getClientRects()[0] ?? range.getBoundingClientRect();
  return (rect.top + rect.bottom) / 2 + rect.height / 8;
}

/** Not between the halves of a rare character. */
function startOfCharacter(node: Text, offset: number): number {
  return /[\udc00-\udfff]/.test(node.data[offset] ?? '') ? offset - 1 : offset;
}
