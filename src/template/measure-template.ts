import { LIMITS } from '../diagnostics/budget.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type ParsedText, writtenName } from './parse-template.ts';
import { limitProblem } from './template-problem.ts';

/**
 * What of some texts would never end, or be too much, whatever the facts: partials that call themselves, and partials that call others so
 * often that the whole multiplies. Each is said at the call.
 */
export function findEndless(
  texts: readonly ParsedText[],
  partials: ReadonlyMap<string, ParsedText>,
): Diagnostic[] {
  const measured = new Map<ParsedText, TemplateMeasure>();
  const trail = new Set<ParsedText>();
  const problems = new Map<string, Diagnostic>();
  const say = (text: ParsedText, call: hbs.AST.PartialStatement, message: string) => {
    const { line, column } = call.loc.start;
    const place = `${text.source.file}:${line}:${column + 1}`;
    problems.set(place, limitProblem(message, place, text.source.file));
  };
  const measure = (text: ParsedText): TemplateMeasure => {
    const known = measured.get(text);
    if (known !== undefined) return known;
    trail.add(text);
    let { statements, depth } = text;
    let isTooMuch = false;
    for (const call of text.partials) {
      const name = writtenName(call.name);
      const called = partials.get(name);
      if (called === undefined) continue;
      if (trail.has(called)) {
        say(text, call, `片段“${name}”又引用了它自己，印起来没有尽头`);
        continue;
      }
      const inner = measure(called);
      isTooMuch = inner.isTooMuch;
      if (isTooMuch) break;
      statements += inner.statements;
      depth = Math.max(depth, text.depth + inner.depth + 1);
      if (statements <= LIMITS.statements && depth <= LIMITS.depth) continue;
      const what =
        depth > LIMITS.depth ? `嵌套超过了 ${LIMITS.depth} 层` : `展开以后超过了 ${LIMITS.statements} 条语句`;
      say(text, call, `片段“${name}”层层引用，${what}`);
      isTooMuch = true;
      break;
    }
    trail.delete(text);
    const result = { statements, depth, isTooMuch };
    measured.set(text, result);
    return result;
  };
  for (const text of texts) measure(text);
  return [...problems.values()];
}

/** A text with all that it calls. */
interface TemplateMeasure {
  readonly statements: number;
  readonly depth: number;
  /** Said already, where it became too much. */
  readonly isTooMuch: boolean;
}
