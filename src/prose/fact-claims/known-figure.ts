import { chinesePath, stepsOf } from '../../facts/fact-path.ts';

/** A figure of the facts, as prose would call it. */
export interface KnownFigure {
  readonly path: string;
  /** What it is called, where its path's label is not its name. */
  readonly name?: string;
  /** As the file has it. */
  readonly figure: number;
  /** As prose counts it: 万元 multiplied out. */
  readonly value: number;
  readonly units: readonly string[];
  /** Its noun is said of other things too: only 全镇共… is about this figure. */
  readonly isOnlyOfAll?: boolean;
  /** Its noun is said of nothing else: it need not follow other claims. */
  readonly isSpecific?: boolean;
  /** What the facts say that it was before, as prose counts it: 由431.8万元增长到512.6万元. */
  readonly previous?: number;
  /** A part is claimed only after its whole: 其中机关3个. */
  readonly isPart?: boolean;
}

/** 党员总数; 党支部分类“机关” for a part; the Chinese path where the vocabulary has no name of its own. */
export function knownLabel({ path, name }: KnownFigure): string {
  if (name !== undefined) return name;
  const last = stepsOf(path)?.at(-1);
  if (last?.kind === 'part') {
    return `${chinesePath(path.slice(0, -last.name.length - 1)).replaceAll('.', '')}“${last.name}”`;
  }
  return (last?.kind === 'field' ? last.field.label : undefined) ?? chinesePath(path).replaceAll('.', '');
}
