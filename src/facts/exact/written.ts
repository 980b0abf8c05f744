import type { Scalar } from 'yaml';
import type { ScalarText, WrittenScalar } from '../scalar-text.ts';
import type { TextStretch } from '../slip.ts';

/** A stretch of the file that a key, a scalar or a collection takes up; scalars also say how they were written. */
export interface WrittenNode extends TextStretch {
  readonly scalar?: WrittenScalar;
  readonly text?: ScalarText;
}

/** Where the keys and the values of a map or list stand. */
export interface WrittenParts {
  readonly keys: readonly WrittenNode[];
  readonly values: readonly WrittenNode[];
}

/** How a scalar is written in a source; undefined for one that is not there at all. */
export function writtenScalar(node: Scalar, source: string): WrittenScalar | undefined {
  const token = node.srcToken;
  if (token === undefined || node.range == null) return undefined;
  if (token.type === 'block-scalar') {
    const end = node.range[1];
    return {
      style: node.type === 'BLOCK_FOLDED' ? 'folded' : 'literal',
      start: end - token.source.length,
      end,
      indent: blockIndent(source.slice(token.offset, end - token.source.length), token.source, token.indent),
    };
  }
  if (!('source' in token)) return undefined;
  const style = SCALAR_STYLES[token.type];
  if (style === undefined) return undefined;
  const quote = style === 'plain' ? 0 : 1;
  return { style, start: token.offset + quote, end: token.offset + token.source.length - quote };
}

const SCALAR_STYLES: Readonly<Record<string, WrittenScalar['style']>> = {
  scalar: 'plain',
  'single-quoted-scalar': 'single',
  'double-quoted-scalar': 'double',
};

/** The columns of a block scalar that are indentation: as its header says, or those of its first line. */
function blockIndent(header: string, content: string, parent: number): number {
  const digit = /^[|>][-+]?([1-9])/.exec(header)?.[1];
  if (digit !== undefined) return Math.max(0, parent) + Number(digit);
  const first = content.split('\n').find((line) => /[^ \r]/.test(line)) ?? '';
  return first.search(/[^ ]|$/);
}

/** The stretch of the file that a stretch of a scalar's text was made of. */
export function stretchIn({ pieces, text }: ScalarText, start: number, end: number): TextStretch {
  const first = pieces.findLast(({ at }) => at <= start);
  const last = pieces.findLast(({ at }) => at < Math.max(end, start + 1)) ?? first;
  if (first === undefined || last === undefined || text === '') return { start: 0, end: 0 };
  const isCopy = first.length === first.writtenLength;
  const from = isCopy ? first.from + Math.min(start - first.at, first.length) : first.from;
  const isLastCopy = last.length === last.writtenLength;
  const until = isLastCopy
    ? last.from + Math.min(end - last.at, last.length)
    : last.from + last.writtenLength;
  return { start: from, end: Math.max(from, until) };
}
