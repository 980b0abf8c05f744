import {
  isMap,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { COMPOSE_OPTIONS } from '../exact/compose-options.ts';
import { writtenScalar } from '../exact/written.ts';
import type { Field, Fields } from '../field.ts';
import { fieldsByKey } from '../key-index.ts';
import { readScalarText } from '../scalar-text.ts';
import { VOCABULARY } from '../vocabulary.ts';

export type YamlNode = Scalar | YAMLMap | YAMLSeq | null;
export type YamlPair = Pair;

/** A facts file as YAML has it, every node with its range in the text. */
export interface YamlTree {
  readonly text: string;
  readonly root: YAMLMap;
  /** Whether its keys are English. */
  readonly isEnglish: boolean;
  readonly lineEnd: '\n' | '\r\n';
}

/** Undefined for a text that is no plain map. */
export function parseYaml(text: string): YamlTree | undefined {
  const document = parseDocument(text, COMPOSE_OPTIONS);
  const root = document.contents;
  if (document.errors.length > 0 || !isMap(root)) return undefined;
  const top = fieldsByKey(VOCABULARY);
  const known = root.items.find(({ key }) => top.has(scalarText(key as YamlNode, text)));
  const isEnglish =
    known !== undefined &&
    top.get(scalarText(known.key as YamlNode, text))?.zh !== scalarText(known.key as YamlNode, text);
  return { text, root, isEnglish, lineEnd: text.includes('\r\n') ? '\r\n' : '\n' };
}

/** What a scalar says, as every reader of facts takes it; empty for none. */
export function scalarText(node: YamlNode, text: string): string {
  if (!isScalar(node)) return '';
  const written = writtenScalar(node, text);
  return written === undefined ? '' : readScalarText(text, written).text;
}

/** A step of a facts path with what the vocabulary says of it. */
export type EditStep =
  | { readonly kind: 'field'; readonly name: string; readonly fields: Fields; readonly field: Field }
  | { readonly kind: 'item'; readonly index: number; readonly bare: string | undefined }
  | { readonly kind: 'part'; readonly name: string };

/** The steps of an English facts path; undefined where the vocabulary knows no such path. */
export function editSteps(path: string): readonly EditStep[] | undefined {
  const steps: EditStep[] = [];
  let fields: Fields | undefined = VOCABULARY;
  let field: Field | undefined;
  const segments = path.split('.');
  for (const [at, segment] of segments.entries()) {
    if (field?.kind === 'tally' || field?.kind === 'mapping') {
      return [...steps, { kind: 'part', name: segments.slice(at).join('.') }];
    }
    if (fields !== undefined) {
      const named = fieldsByKey(fields).get(segment);
      if (named === undefined) return undefined;
      steps.push({ kind: 'field', name: named.name, fields, field: named.field });
      field = named.field;
      fields = field.kind === 'record' ? field.fields : undefined;
    } else {
      if (field === undefined || !/^\d+$/.test(segment)) return undefined;
      steps.push({
        kind: 'item',
        index: Number(segment),
        bare: field.kind === 'list' ? field.bare : undefined,
      });
      fields = field.kind === 'list' && field.item !== 'text' ? field.item : undefined;
      field = undefined;
    }
  }
  return steps;
}

/** The pair of a field or a part in a map; a field under either of its names. */
export function yamlPair(map: YAMLMap, step: EditStep, text: string): YamlPair | undefined {
  return map.items.find(({ key }) => {
    const name = scalarText(key as YamlNode, text);
    return step.kind === 'field'
      ? fieldsByKey(step.fields).get(name)?.name === step.name
      : step.kind === 'part' && name === step.name;
  });
}

/** How far a path leads: the last node that is there, and how many of the steps lead to it. */
export interface Reached {
  readonly node: YamlNode;
  readonly taken: number;
  /** What holds the node, and where in it. */
  readonly holder?: { readonly node: YAMLMap | YAMLSeq; readonly index: number } | undefined;
  /** Whether a scalar alone is meant as the list of texts, or the record, that the path goes on into. */
  readonly isBare: boolean;
}

/** Follows the steps as far as the file goes. */
export function reach({ root, text }: YamlTree, steps: readonly EditStep[]): Reached {
  let reached: Reached = { node: root, taken: 0, isBare: false };
  for (const step of steps) {
    const { node } = reached;
    const taken = reached.taken + 1;
    if (isMap(node)) {
      const pair = yamlPair(node, step, text);
      if (pair === undefined) return reached;
      reached = {
        node: pair.value as YamlNode,
        taken,
        holder: { node, index: node.items.indexOf(pair) },
        isBare: false,
      };
    } else if (isSeq(node) && step.kind === 'item') {
      if (step.index >= node.items.length) return reached;
      reached = {
        node: node.items[step.index] as YamlNode,
        taken,
        holder: { node, index: step.index },
        isBare: false,
      };
    } else if (isScalar(node) && scalarText(node, text) !== '' && meansItem(steps, reached.taken)) {
      reached = { ...reached, taken, isBare: true };
    } else return reached;
  }
  return reached;
}

/** 佐证: 一份材料 is a list of one text; 问题: [标题] a list of records with their bare field. */
function meansItem(steps: readonly EditStep[], at: number): boolean {
  const step = steps[at];
  const before = steps[at - 1];
  if (step?.kind === 'item') return step.index === 0;
  return step?.kind === 'field' && before?.kind === 'item' && before.bare === step.name;
}

/** Where what a node says ends: after its last character, before a comment. */
export function nodeEnd(node: YamlNode, fallback: number): number {
  if (node === null) return fallback;
  if (isScalar(node)) return node.range?.[1] ?? fallback;
  if (node.flow === true) return node.range?.[1] ?? fallback;
  const last = node.items.at(-1);
  if (last === undefined) return fallback;
  if (isMap(node)) return endOfPair(last as YamlPair, fallback);
  return nodeEnd(last as YamlNode, fallback);
}

export function endOfPair({ key, value, srcToken }: YamlPair, fallback: number): number {
  const colon = srcToken?.sep?.find(({ type }) => type === 'map-value-ind');
  const keyEnd = colon === undefined ? nodeEnd(key as YamlNode, fallback) : colon.offset + 1;
  const isNothing =
    value === null ||
    (isScalar(value) && scalarText(value, '') === '' && value.range?.[0] === value.range?.[1]);
  return isNothing ? keyEnd : nodeEnd(value as YamlNode, keyEnd);
}

/** The offset after the line that holds `offset`; one that is at a line's start already stays, but for blank lines before it. */
export function afterLine(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] === '\n') {
    let at = offset;
    for (
      let before = lineStart(text, at - 1);
      before < at && text.slice(before, at).trim() === '';
      before = lineStart(text, at - 1)
    ) {
      at = before;
      if (at === 0) break;
    }
    return at;
  }
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

export function columnAt(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}
