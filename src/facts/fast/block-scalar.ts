import { readScalarText } from '../scalar-text.ts';
import { BAR } from './characters.ts';
import { decline } from './decline.ts';
import type { Lines } from './lines.ts';

/** Reads a `|` or `>` text: the lines below that are indented more than `parent` (YAML 1.2.2 §8.1). */
export function readBlockScalar(lines: Lines, header: number, parent: number): string {
  const { text } = lines;
  if (!BLOCK_HEADER.test(text.slice(header, lines.end))) decline();
  const style = text.charCodeAt(header) === BAR ? 'literal' : 'folded';
  const block = findBlock(lines, parent);
  lines.advance();
  return block === undefined ? '' : readScalarText(text, { style, ...block }).text;
}

/** How a block begins: how it treats its last line break is of no account here. */
const BLOCK_HEADER = /^[|>][-+]? *$/;

interface BlockScalar {
  readonly start: number;
  readonly end: number;
  readonly indent: number;
}

/** The stretch from the first line that holds anything to the last; the first one's indentation counts. */
function findBlock(lines: Lines, parent: number): BlockScalar | undefined {
  let block: BlockScalar | undefined;
  let blanks = 0;
  while (lines.next < lines.text.length) {
    const begin = lines.next;
    const content = lines.endOfSpaces(begin);
    const end = lines.readEnd(begin);
    const indent = content - begin;
    if (content >= end) {
      blanks = Math.max(blanks, end - begin);
    } else if (indent <= parent) {
      lines.next = begin;
      break;
    } else {
      if (indent < (block?.indent ?? blanks)) decline();
      block = { start: block?.start ?? begin, end, indent: block?.indent ?? indent };
    }
  }
  return block;
}
