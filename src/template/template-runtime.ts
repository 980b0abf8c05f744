import type Handlebars from 'handlebars';
import runtimeModule from 'handlebars/runtime.js';
import type { GapLog } from './gap.ts';
import { HANDLEBARS_HELPERS } from './handlebars-helpers.ts';
import { PLACE_HELPER } from './trace-statements.ts';
import type { View } from './view.ts';

/** A compiled text: Handlebars' template specification. */
export type Specification = TemplateSpecification;

/** Makes a printing function of specifications; prototype access stays off, as Handlebars has it. */
export function assemble(
  report: Specification,
  partials: Readonly<Record<string, Specification>>,
): (view: View, log?: GapLog) => string {
  const print = environment.template<View>(report);
  const compiled = Object.fromEntries(
    Object.entries(partials).map(([name, partial]) => [name, environment.template(partial)]),
  );
  return (view, log) => print(view, { partials: compiled, data: { log } });
}

/** The specification that a compiled JavaScript text stands for. */
export function specificationOf(code: string): Specification {
  return new Function(`return ${code}`)() as Specification;
}

// The runtime's own declarations are empty; it is Handlebars without its compiler.
const environment = (runtimeModule as unknown as typeof Handlebars).create();
environment.registerHelper(HANDLEBARS_HELPERS as Handlebars.HelperDeclareSpec);
environment.registerHelper(PLACE_HELPER, (place: string, options: { data: { log?: GapLog } }) => {
  if (options.data.log !== undefined) options.data.log.place = place;
  return '';
});
environment.unregisterHelper('log');
