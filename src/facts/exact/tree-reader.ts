import {
  type CST,
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
import { isNullText, type Raw, type RawList, type RawMap, REFUSED } from '../raw-tree.ts';
import { readScalarText, type ScalarText } from '../scalar-text.ts';
import { MOST_SLIPS, type ReadingSlip, type TextStretch } from '../slip.ts';
import { stretchIn, type WrittenNode, type WrittenParts, writtenScalar } from './written.ts';

/** Makes the raw tree of a parsed document and remembers where everything stands. */
export class TreeReader {
  readonly parts = new Map<RawMap | RawList, WrittenParts>();
  readonly slips: ReadingSlip[] = [];
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
    const parts: { keys: WrittenNode[]; values: WrittenNode[] } = { keys: [], values: [] };
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

  private readKey(pair: Pair): { readonly text: string; readonly written: WrittenNode } | undefined {
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
    return node.type === 'PLAIN' && isNullText(written.text) ? '' : written.text;
  }

  private scalarText(node: Scalar): ScalarText | undefined {
    const scalar = writtenScalar(node, this.source);
    return scalar === undefined ? undefined : readScalarText(this.source, scalar);
  }

  private checkEscapes(node: Scalar, written: ScalarText): void {
    if (node.type !== 'QUOTE_DOUBLE' || !hasIllegalCharacter(written.text)) return;
    for (const slip of findIllegalCharacters(written.text)) {
      this.slips.push({ ...slip, ...stretchIn(written, slip.start, slip.end) });
    }
  }

  private writtenOf(node: unknown, fallback: TextStretch): WrittenNode {
    if (isScalar(node)) return this.writtenOfScalar(node, fallback);
    const range = (node as Node | null)?.range;
    return range == null ? { ...fallback } : this.firstLine(range[0], range[1]);
  }

  /** A collection is at its first line. */
  private firstLine(start: number, end: number): TextStretch {
    const lineEnd = this.source.slice(start, end).search(/\r?\n/);
    return { start, end: lineEnd === -1 ? end : start + lineEnd };
  }

  private writtenOfScalar(node: Scalar, fallback: TextStretch): WrittenNode {
    const scalar = writtenScalar(node, this.source);
    if (scalar === undefined || node.range == null) return { ...fallback };
    const text = readScalarText(this.source, scalar);
    if (text.text === '') return { ...fallback };
    const isBlock = scalar.style === 'literal' || scalar.style === 'folded';
    const stretch = isBlock
      ? stretchIn(text, 0, text.text.length)
      : { start: node.range[0], end: node.range[1] };
    return { ...stretch, scalar, text };
  }

  private refuse(what: string, hint: string, { start, end }: TextStretch): void {
    if (this.slips.length < MOST_SLIPS)
      this.slips.push({ rule: 'yaml-syntax', message: what, hint, start, end });
  }
}

function colonOf({ srcToken }: Pair): TextStretch {
  const colon = srcToken?.sep?.find(({ type }) => type === 'map-value-ind');
  return colon === undefined ? NO_STRETCH : { start: colon.offset, end: colon.offset + 1 };
}

function dashOf(list: CST.Token | undefined, index: number): TextStretch {
  const item = list !== undefined && 'items' in list ? list.items[index] : undefined;
  const dash = item?.start.find(({ type }) => type === 'seq-item-ind');
  return dash === undefined ? NO_STRETCH : { start: dash.offset, end: dash.offset + 1 };
}

const NO_STRETCH: TextStretch = { start: 0, end: 0 };
