/** Which lines are a table of contents that somebody typed: two and more in a row, or under 目录, that end with a gap and a page number. */
export function isMadeUpContents(texts: readonly string[]): boolean[] {
  const isLine = texts.map((text) => text.length <= LONGEST_CONTENTS_LINE && ENTRY.test(text));
  let isUnderTitle = false;
  return texts.map((text, index) => {
    if (/^\s*目\s*录\s*$/.test(text)) isUnderTitle = true;
    else if (!isLine[index]) isUnderTitle = false;
    return (
      isLine[index] === true && (isUnderTitle || isLine[index - 1] === true || isLine[index + 1] === true)
    );
  });
}

const ENTRY = /\S(?:\t+|[.·…‥┈┄\s]*(?:\.{3,}|…|·{3,})[.·…\s]*)\s*[(（-]?\d{1,3}[)）-]?\s*$/;
const LONGEST_CONTENTS_LINE = 80;
