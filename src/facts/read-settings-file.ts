import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Range } from '../diagnostics/diagnostic.ts';
import { explainSyntaxError } from './exact/syntax-errors.ts';
import { readShape, type ValueOfShape } from './read-shape.ts';
import type { Shape } from './shape.ts';

/** A small YAML file that a table of keys describes: a configuration, what a template says of itself. */
export interface SettingsFile<S extends Shape> {
  /** What could be read; undefined where the text is no YAML, is empty or lacks what is required. */
  readonly value: ValueOfShape<S> | undefined;
  readonly problems: readonly SettingsProblem[];
  /**
   * The place of what English names lead to (`rules`, `tally-sum`), the file having them in either language; of a free key the key itself, of
   * anything else the value. Where the file ends before the path does, that of the last value on the way, which `isWhole` tells.
   */
  placeOf(path: readonly (string | number)[]): { readonly range: Range; readonly isWhole: boolean };
}

export interface SettingsProblem {
  readonly range: Range;
  readonly message: string;
  /** Absent where the message says what to do. */
  readonly hint: string | undefined;
  /** Whether the text is no YAML. */
  readonly isSyntax: boolean;
}

export function readSettingsFile<S extends Shape>(text: string, shape: S): SettingsFile<S> {
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
  const problems: SettingsProblem[] = document.errors.map((error) => {
    const range = rangeBetween(lines, error.pos);
    return { range, ...explainSyntaxError(error), isSyntax: true };
  });
  const contents: Node | null = document.contents;
  const value =
    problems.length > 0
      ? undefined
      : readShape(contents, shape, (node, message, hint) =>
          problems.push({ range: rangeBetween(lines, nodeRange(node)), message, hint, isSyntax: false }),
        );
  return {
    // The compiler cannot follow a type through the table of readers.
    value: value as ValueOfShape<S> | undefined,
    problems,
    placeOf(path) {
      const { node, isWhole } = findNode(contents, shape, path);
      return { range: rangeBetween(lines, nodeRange(node)), isWhole };
    },
  };
}

function rangeBetween(lines: LineCounter, [start, end]: readonly [number, number]): Range {
  const [from, to] = [lines.linePos(start), lines.linePos(Math.max(start, end))];
  return { start: { line: from.line, column: from.col }, end: { line: to.line, column: to.col } };
}

function nodeRange(node: Node | null | undefined): readonly [number, number] {
  const [start = 0, end = 0] = node?.range ?? [];
  return [start, end];
}

function findNode(
  node: Node | null,
  shape: Shape,
  [name, ...rest]: readonly (string | number)[],
): { readonly node: Node | null; readonly isWhole: boolean } {
  if (name === undefined) return { node, isWhole: true };
  const inner = innerNode(node, shape, name);
  return inner === undefined ? { node, isWhole: false } : findNode(inner.node, inner.shape, rest);
}

function innerNode(
  node: Node | null,
  shape: Shape,
  name: string | number,
): { readonly node: Node; readonly shape: Shape } | undefined {
  const found = (inner: unknown, innerShape: Shape) =>
    inner === undefined || inner === null ? undefined : { node: inner as Node, shape: innerShape };
  if (shape.kind === 'list') return isSeq(node) ? found(node.items[Number(name)], shape.item) : undefined;
  const pair = (...names: readonly unknown[]) =>
    isMap(node)
      ? node.items.find(({ key }) => isScalar(key) && names.includes(String(key.value)))
      : undefined;
  if (shape.kind === 'map') return found(pair(name)?.key, shape.value);
  const field = shape.kind === 'record' ? shape.fields[name] : undefined;
  return field && found(pair(name, field.zh)?.value, field.shape);
}
