import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { COMPOSE_OPTIONS } from '../exact/compose-options.ts';
import { fieldsByKey } from '../key-index.ts';
import { isNullText } from '../raw-tree.ts';
import { type FactEdit, type FactValue, YamlSource } from './fact-edit.ts';
import { type EditStep, editSteps, scalarText, type YamlNode, type YamlTree } from './yaml-tree.ts';

/** What a file says without how it says it: keys are named as in English paths, so that either language compares. */
export type PlainValue = string | PlainValue[] | Map<string, PlainValue>;

/** A facts file as plain values; a text alone that means a list of texts is a list. */
export function plainOf(tree: YamlTree): Map<string, PlainValue> {
  return plainValueOf(tree.root, tree.text) as Map<string, PlainValue>;
}

function plainValueOf(node: YamlNode, text: string): PlainValue {
  if (isMap(node)) {
    const map = new Map<string, PlainValue>();
    for (const { key, value } of node.items)
      map.set(scalarText(key as YamlNode, text), plainValueOf(value as YamlNode, text));
    return map;
  }
  if (isSeq(node)) return node.items.map((item) => plainValueOf(item as YamlNode, text));
  const said = scalarText(node, text);
  return isScalar(node) && node.type === 'PLAIN' && isNullText(said) ? '' : said;
}

/** What a file is to say after edits, in order; undefined where one has no place in it. Keys are as the file has them, or `isEnglish` says. */
export function expectedAfter(
  before: Map<string, PlainValue>,
  edits: readonly FactEdit[],
  isEnglish: boolean,
): Map<string, PlainValue> | undefined {
  const root = structuredClone(before);
  return edits.every((edit) => changePlain(root, edit, isEnglish)) ? root : undefined;
}

/** Changes what the file says in its place, a copy of which the caller made; false where the edit has no place in it. */
function changePlain(root: Map<string, PlainValue>, edit: FactEdit, isEnglish: boolean): boolean {
  const steps = editSteps(edit.path);
  if (steps === undefined) return false;
  const cell = openCell(root, steps, edit.kind === 'set' || edit.kind === 'insert', isEnglish);
  if (cell === undefined) return false;
  if (edit.kind === 'set') cell.put(plainValue(edit.value, steps.at(-1), isEnglish));
  else if (edit.kind === 'insert') {
    const list = listIn(cell.get());
    list.splice(edit.index, 0, plainValue(edit.value, itemStep(steps.at(-1)), isEnglish));
    cell.put(list);
  } else if (edit.kind === 'move') {
    const list = cell.get();
    if (!Array.isArray(list)) return false;
    const [moved] = list.splice(edit.from, 1);
    if (moved === undefined) return false;
    list.splice(edit.to, 0, moved);
  } else return cell.drop();
  return true;
}

interface PlainPlace {
  get(): PlainValue | undefined;
  put(value: PlainValue): void;
  drop(): boolean;
}

function openCell(
  root: Map<string, PlainValue>,
  steps: readonly EditStep[],
  mayMake: boolean,
  isEnglish: boolean,
): PlainPlace | undefined {
  let cell: PlainPlace = { get: () => root, put: () => {}, drop: () => false };
  for (const [at, step] of steps.entries()) {
    const outer = cell;
    let value = outer.get();
    if (step.kind === 'item') {
      if (typeof value === 'string' && value !== '') {
        value = [value];
        outer.put(value);
      }
      if (!Array.isArray(value)) {
        if (!mayMake) return undefined;
        value = [];
        outer.put(value);
      }
      const list = value;
      const { index } = step;
      if (index > list.length || (!mayMake && index >= list.length)) return undefined;
      cell = {
        get: () => list[index],
        put: (item) => {
          list[index] = item;
        },
        drop: () => dropFrom(list.splice(index, 1).length > 0, list.length === 0, outer),
      };
    } else {
      const before = steps[at - 1];
      if (typeof value === 'string' && value !== '' && before?.kind === 'item' && before.bare !== undefined) {
        value = new Map([[keyFor(before.bare, step, isEnglish), value]]);
        outer.put(value);
      }
      if (!(value instanceof Map)) {
        if (!mayMake) return undefined;
        value = new Map();
        outer.put(value);
      }
      const map = value;
      const key =
        [...map.keys()].find((each) => keyIsNamed(each, step)) ?? keyFor(step.name, step, isEnglish);
      if (!mayMake && !map.has(key)) return undefined;
      cell = {
        get: () => map.get(key),
        put: (item) => void map.set(key, item),
        drop: () => dropFrom(map.delete(key), map.size === 0, outer),
      };
    }
  }
  return cell;
}

function dropFrom(isDone: boolean, isEmpty: boolean, outer: PlainPlace): boolean {
  if (isDone && isEmpty) outer.drop();
  return isDone;
}

function listIn(value: PlainValue | undefined): PlainValue[] {
  if (Array.isArray(value)) return value;
  return typeof value === 'string' && value !== '' ? [value] : [];
}

function keyIsNamed(key: string, step: EditStep): boolean {
  if (step.kind === 'part') return key === step.name;
  return step.kind === 'field' && fieldsByKey(step.fields).get(key)?.name === step.name;
}

function keyFor(name: string, step: EditStep, isEnglish: boolean): string {
  return step.kind === 'field' && !isEnglish ? (step.fields[name]?.zh ?? name) : name;
}

function itemStep(step: EditStep | undefined): EditStep {
  const bare = step?.kind === 'field' && step.field.kind === 'list' ? step.field.bare : undefined;
  const fields =
    step?.kind === 'field' && step.field.kind === 'list' && step.field.item !== 'text'
      ? step.field.item
      : undefined;
  return fields === undefined
    ? { kind: 'item', index: 0, bare }
    : { kind: 'field', name: '', fields: {}, field: { kind: 'record', zh: '', fields } };
}

function plainValue(value: FactValue, step: EditStep | undefined, isEnglish: boolean): PlainValue {
  if (typeof value === 'string') return value;
  if (value instanceof YamlSource) return plainSource(value.text);
  if (Array.isArray(value)) return value.map((item) => plainValue(item, itemStep(step), isEnglish));
  const fields = step?.kind === 'field' && step.field.kind === 'record' ? step.field.fields : undefined;
  return new Map(
    Object.entries(value).map(([name, each]) => {
      const field = fields?.[name];
      const inner: EditStep | undefined = field && fields && { kind: 'field', name, fields, field };
      return [isEnglish ? name : (field?.zh ?? name), plainValue(each, inner, isEnglish)];
    }),
  );
}

function plainSource(yaml: string): PlainValue {
  return plainValueOf(parseDocument(yaml, COMPOSE_OPTIONS).contents as YamlNode, yaml);
}

/** Whether two files say the same, whatever the order of their keys; a text alone and a list of that one text are the same. */
export function saysTheSameValue(a: PlainValue | undefined, b: PlainValue | undefined): boolean {
  if (typeof a === 'string' && Array.isArray(b)) return b.length === 1 && b[0] === a;
  if (typeof b === 'string' && Array.isArray(a)) return saysTheSameValue(b, a);
  if (a instanceof Map && b instanceof Map) {
    return (
      a.size === b.size && [...a].every(([key, value]) => b.has(key) && saysTheSameValue(value, b.get(key)))
    );
  }
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, at) => saysTheSameValue(item, b[at]));
  return a === b;
}
