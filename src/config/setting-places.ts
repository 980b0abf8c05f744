import { isMap, isScalar, isSeq, type LineCounter, type Node } from 'yaml';
import type { PlaceInFile } from '../diagnostics/diagnostic.ts';
import type { Shape } from '../facts/shape.ts';
import { CONFIGURATION } from './shape.ts';

/** Where a setting is in its file, by its English names (`rules`, `tally-sum`); undefined for one that the file does not say. */
export type PlaceOfSetting = (...path: readonly string[]) => PlaceInFile | undefined;

/** Finds settings in a configuration that was read; of a free key (a rule's id) the key itself, of anything else its value. */
export function placeSettings(contents: unknown, lines: LineCounter, file: string): PlaceOfSetting {
  return (...path) => {
    const range = findNode(contents as Node | null, CONFIGURATION, path)?.range;
    if (range === undefined || range === null) return undefined;
    const [start, end] = [lines.linePos(range[0]), lines.linePos(range[1])];
    return {
      file,
      start: { line: start.line, column: start.col },
      end: { line: end.line, column: end.col },
    };
  };
}

function findNode(
  node: Node | null | undefined,
  shape: Shape,
  path: readonly string[],
): Node | null | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return node;
  if (shape.kind === 'list') {
    return isSeq(node) ? findNode(node.items[Number(name)] as Node | undefined, shape.item, rest) : undefined;
  }
  const pair = (...names: readonly string[]) =>
    isMap(node)
      ? node.items.find(({ key }) => isScalar(key) && names.includes(String(key.value)))
      : undefined;
  if (shape.kind === 'map') return pair(name)?.key as Node | undefined;
  const field = shape.kind === 'record' ? shape.fields[name] : undefined;
  if (field === undefined) return undefined;
  return findNode(pair(name, field.zh)?.value as Node | undefined, field.shape, rest);
}
