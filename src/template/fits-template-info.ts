import type { Shape } from '../facts/shape.ts';
import { TEMPLATE_INFO } from './info-shape.ts';

/** Whether a template.yaml can say a value at a path of its keys: `layout`, `fonts`, `body`. */
export function fitsTemplateInfo(path: readonly string[], value: string): boolean {
  let shape: Shape | undefined = TEMPLATE_INFO;
  for (const name of path) shape = shape?.kind === 'record' ? shape.fields[name]?.shape : undefined;
  if (shape?.kind === 'choice') return Object.hasOwn(shape.choices, value);
  return shape?.kind === 'text' && (shape.only?.pattern.test(value) ?? true);
}
