import {
  Composer,
  CST,
  type Document,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  type YAMLSeq,
} from 'yaml';
import { findIllegalCharacters, hasIllegalCharacter } from '../illegal-characters.ts';
import { isNothing, type Raw, type RawList, type RawMap, REFUSED } from '../raw-tree.ts';
import { readScalarText, type ScalarText, type WrittenScalar } from '../scalar-text.ts';
import { MOST_SLIPS, type Slip, type Stretch } from '../slip.ts';
import { findKeySlips } from './key-slips.ts';
import type { Mendable } from './mendable.ts';
import { describeSyntaxErrors } from './syntax-errors.ts';
import { readTokens } from './tokens.ts';

/** A stretch of the file that a key, a scalar or a collection takes up; scalars also say how they were written. */
export interface Written extends Stretch {
  readonly scalar?: WrittenScalar;
  readonly text?: ScalarText;
}

/** Where the keys and the values of a map or list stand. */
export interface WrittenParts {
  readonly keys: readonly Written[];
  readonly values: readonly Written[];
}

export interface ExactTree {
  /** Absent where the text is too broken to be a tree, and for an empty file. */
  readonly root?: Raw;
  readonly parts: ReadonlyMap<RawMap | RawList, WrittenParts>;
  /** YAML that facts may not use. */
  readonly slips: readonly Slip[];
  /** Breaches of YAML's own grammar. */
  readonly errors: readonly Slip[];
  /** Slips with which the tree may not be what was meant; mended, the text is worth another reading. */
  readonly mendable: readonly Mendable[];
  readonly isBroken: boolean;
}

/** Reads a text with the full parser. Never throws, whatever the text. */
export function readExactTree(text: string): ExactTree {
  const { tokens, slips, mendable, isGivenUp } = readTokens(text);
  if (isGivenUp)
    return {
      parts: new Map(),
      slips,
      errors: mendable.map(({ slip }) => slip),
      mendable: [],
      isBroken: true,
    };
  const [document] = [...new Composer(OPTIONS).compose(tokens, true, text.length)];
  const reader = new TreeReader(text);
  const errors = describeSyntaxErrors(document?.errors ?? [], text, slips, (end) =>
    openingQuote(tokens, end),
  );
  const root = document === undefined ? undefined : reader.readRoot(document);
  return {
    ...(root === undefined ? {} : { root }),
    parts: reader.parts,
    slips: [...slips, ...reader.slips],
    errors,
    mendable: [...mendable, ...findKeySlips(tokens)],
    isBroken: errors.length > 0,
  };
}

const OPTIONS = {
  schema: 'failsafe',
  version: '1.2',
  keepSourceTokens: true,
  uniqueKeys: false,
  strict: true,
  logLevel: 'silent',
  prettyErrors: false,
} as const;

/** Where the quoted text begins that ends at an offset for want of its closing quote. */
function openingQuote(tokens: readonly CST.Token[], end: number): number | undefined {
  let opening: number | undefined;
  const look = (token: CST.Token | null | undefined): void => {
    if (token?.type !== 'single-quoted-scalar' && token?.type !== 'double-quoted-scalar') return;
    if (token.offset + token.source.length === end) opening = token.offset;
  };
  for (const token of tokens) {
    if (token.type !== 'document') continue;
    look(token.value);
    CST.visit(token, ({ key, value }) => {
      look(key);
      look(value);
    });
  }
  return opening;
}

class TreeReader {
  readonly parts = new Map<RawMap | RawList, WrittenParts>();
  readonly slips: Slip[] = [];
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  readRoot(document: Document): Raw | undefined {
    const root = document.contents;
    if (root === null || (isScalar(root) && this.read(root) === '')) return undefined;
    return this.read(root);
  }

  private read(node: unknown): Raw {
    if (node === null) return '';
    if (isMap(node)) return this.readMap(node.items);
    if (isSeq(node)) return this.readList(node);
    return isScalar(node) ? this.readScalar(node) : REFUSED;
  }

  private readMap(pairs: readonly Pair[]): RawMap {
    const map: RawMap = { kind: 'map', keys: [], values: [] };
    const parts: { keys: Written[]; values: Written[] } = { keys: [], values: [] };
    this.parts.set(map, parts);
    for (const pair of pairs) {
      const key = this.readKey(pair);
      if (key === undefined) {
        map.isOpen = true;
        continue;
      }
      map.keys.push(key.text);
      map.values.push(this.read(pair.value));
      parts.keys.push(key.written);
      parts.values.push(this.writtenOf(pair.value, key.written));
    }
    return map;
  }

  private readKey(pair: Pair): { readonly text: string; readonly written: Written } | undefined {
    const { key } = pair;
    const written = this.writtenOf(key, colonOf(pair));
    if (!isScalar(key)) {
      if (key !== null) this.refuse('键只能是文字，不能是列表或映射', '冒号前面只写一个名称。', written);
      return undefined;
    }
    const text = this.scalarText(key)?.text ?? '';
    if (text === '<<') this.refuse('不能用合并键（“<<”）', '把要合并的内容直接写在这里。', written);
    else if (text === '') this.refuse('冒号前面没有键', '在冒号前面写上名称。', written);
    else return { text, written };
    return undefined;
  }

  private readList({ items, srcToken }: YAMLSeq): RawList {
    const list: RawList = { kind: 'list', values: items.map((item) => this.read(item)) };
    const values = items.map((item, index) => this.writtenOf(item, dashOf(srcToken, index)));
    this.parts.set(list, { keys: [], values });
    return list;
  }

  private readScalar(node: Scalar): Raw {
    const written = this.scalarText(node);
    if (written === undefined) return '';
    this.checkEscapes(node, written);
    return node.type === 'PLAIN' && isNothing(written.text) ? '' : written.text;
  }

  private scalarText(node: Scalar): ScalarText | undefined {
    const scalar = this.writtenScalar(node);
    return scalar === undefined ? undefined : readScalarText(this.source, scalar);
  }

  private checkEscapes(node: Scalar, written: ScalarText): void {
    if (node.type !== 'QUOTE_DOUBLE' || !hasIllegalCharacter(written.text)) return;
    for (const slip of findIllegalCharacters(written.text)) {
      this.slips.push({ ...slip, ...stretchIn(written, slip.start, slip.end) });
    }
  }

  private writtenScalar(node: Scalar): WrittenScalar | undefined {
    const token = node.srcToken;
    if (token === undefined || node.range == null) return undefined;
    if (token.type === 'block-scalar') {
      const end = node.range[1];
      return {
        style: node.type === 'BLOCK_FOLDED' ? 'folded' : 'literal',
        start: end - token.source.length,
        end,
        indent: blockIndent(
          this.source.slice(token.offset, end - token.source.length),
          token.source,
          token.indent,
        ),
      };
    }
    if (!('source' in token)) return undefined;
    const style = STYLES[token.type];
    if (style === undefined) return undefined;
    const quote = style === 'plain' ? 0 : 1;
    return { style, start: token.offset + quote, end: token.offset + token.source.length - quote };
  }

  private writtenOf(node: unknown, fallback: Stretch): Written {
    if (isScalar(node)) return this.writtenOfScalar(node, fallback);
    const range = (node as Node | null)?.range;
    return range == null ? { ...fallback } : this.firstLine(range[0], range[1]);
  }

  /** A collection stands at its first line. */
  private firstLine(start: number, end: number): Stretch {
    const lineEnd = this.source.slice(start, end).search(/\r?\n/);
    return { start, end: lineEnd === -1 ? end : start + lineEnd };
  }

  private writtenOfScalar(node: Scalar, fallback: Stretch): Written {
    const scalar = this.writtenScalar(node);
    if (scalar === undefined || node.range == null) return { ...fallback };
    const text = readScalarText(this.source, scalar);
    if (text.text === '') return { ...fallback };
    const isBlock = scalar.style === 'literal' || scalar.style === 'folded';
    const stretch = isBlock
      ? stretchIn(text, 0, text.text.length)
      : { start: node.range[0], end: node.range[1] };
    return { ...stretch, scalar, text };
  }

  private refuse(what: string, hint: string, { start, end }: Stretch): void {
    if (this.slips.length < MOST_SLIPS)
      this.slips.push({ rule: 'yaml-syntax', message: what, hint, start, end });
  }
}

function colonOf({ srcToken }: Pair): Stretch {
  const colon = srcToken?.sep?.find(({ type }) => type === 'map-value-ind');
  return colon === undefined ? NOWHERE : { start: colon.offset, end: colon.offset + 1 };
}

function dashOf(list: CST.Token | undefined, index: number): Stretch {
  const item = list !== undefined && 'items' in list ? list.items[index] : undefined;
  const dash = item?.start.find(({ type }) => type === 'seq-item-ind');
  return dash === undefined ? NOWHERE : { start: dash.offset, end: dash.offset + 1 };
}

const NOWHERE: Stretch = { start: 0, end: 0 };

const STYLES: Readonly<Record<string, WrittenScalar['style']>> = {
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
export function stretchIn({ pieces, text }: ScalarText, start: number, end: number): Stretch {
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
