import { LIMITS, LimitReached } from '../diagnostics/budget.ts';
import type { Facts } from '../facts/facts.ts';
import { type CompiledCode, compileTemplate, type Transform } from '../template/compile-template.ts';
import type { GapLog } from '../template/gap.ts';
import { type MarkedPlace, markPlaces, takeMarks, type Unmarked } from '../template/mark-places.ts';
import { PART_END } from '../template/part-end.ts';
import { viewReport } from '../template/report-view.ts';
import type { TemplateInfo } from '../template/template.ts';
import { assemble, specificationOf } from '../template/template-runtime.ts';
import type { TemplateSources } from '../template/template-sources.ts';
import { traceStatements } from '../template/trace-statements.ts';
import { type Branch, takeBranches } from './take-branches.ts';

/** What a template made of some facts. */
export type Trial = Unmarked;

/** Prints facts through a template, so that every piece of the markup knows its place; the same markup is the same trial. */
export type TryTemplate = (facts: Facts) => Trial;

/** Prepares a template for trials; `branch` makes every condition take the same side, whatever the facts. */
export function prepareTrials(sources: TemplateSources, info: TemplateInfo, branch?: Branch): TryTemplate {
  const places: MarkedPlace[] = [];
  const transform: Transform = (program, text) => {
    if (branch !== undefined) takeBranches(program, branch);
    markPlaces(program, text, places);
  };
  const compiled = compileTemplate(sources, { transform });
  if (compiled.value === undefined) throw new Error('only a template without mistakes can be tried');
  const { isBilingual } = compiled.value;
  const print = assembleCode(compiled.value);
  const trials = new Map<string, Trial>();
  return (facts) => {
    const log: GapLog = { gaps: [] };
    const view = viewReport({ facts, written: new Map(), isBilingual, headings: info.headings }, log);
    const marked = print(view, log).replaceAll(PART_END, '');
    const trial = trials.get(marked) ?? takeMarks(marked, places);
    trials.set(marked, trial);
    return trial;
  };
}

/** Where a template prints too much of some facts, as `file:line:column`; undefined where it does not. */
export function placeOfLimit(sources: TemplateSources, info: TemplateInfo, facts: Facts): string | undefined {
  const { value } = compileTemplate(sources, { transform: traceStatements });
  if (value === undefined) return undefined;
  const log: GapLog = { gaps: [] };
  const { isBilingual } = value;
  const view = viewReport({ facts, written: new Map(), isBilingual, headings: info.headings }, log);
  try {
    assembleCode(value)(view, log);
    return undefined;
  } catch (error) {
    if (!(error instanceof LimitReached)) throw error;
    return log.place;
  }
}

function assembleCode({ report, partials }: CompiledCode) {
  const specified = Object.entries(partials).map(([name, code]) => [name, specificationOf(code)] as const);
  return assemble(specificationOf(report), Object.fromEntries(specified), LIMITS.trialSteps);
}
