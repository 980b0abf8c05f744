import type Handlebars from 'handlebars';
import runtimeModule from 'handlebars/runtime.js';
import { LIMITS } from '../diagnostics/budget.ts';
import type { GapLog } from './gap.ts';
import { BUILT_IN_HELPERS, HANDLEBARS_HELPERS } from './handlebars-helpers.ts';
import { measured, printWithin, spendSteps } from './print-budget.ts';
import { PLACE_HELPER } from './trace-statements.ts';
import type { View } from './view.ts';

/** A compiled text: Handlebars' template specification. */
export type Specification = TemplateSpecification;

/** Makes a printing function of specifications, which throws LimitReached where it prints too much. */
export function assemble(
  report: Specification,
  partials: Readonly<Record<string, Specification>>,
  steps: number = LIMITS.steps,
): (view: View, log?: GapLog) => string {
  const print = environment.template<View>(report);
  const compiled = Object.fromEntries(
    Object.entries(partials).map(([name, partial]) => [name, countingPartial(environment.template(partial))]),
  );
  const settings: RuntimeOptions = { ...SETTINGS, partials: compiled };
  const { useData = false } = report as { readonly useData?: boolean };
  return (view, log) =>
    printWithin(steps, () => print(view, useData ? { ...settings, data: { root: view, log } } : settings));
}

/** The specification that a compiled JavaScript text stands for. */
export function specificationOf(code: string): Specification {
  return new Function(`return ${code}`)() as Specification;
}

// The runtime's own declarations are empty; it is Handlebars without its compiler.
const environment = (runtimeModule as unknown as typeof Handlebars).create();

/** A partial that counts how often it is printed. */
function countingPartial(partial: Handlebars.TemplateDelegate): Handlebars.TemplateDelegate {
  return (context, options) => {
    spendSteps(1);
    return measured(partial(context, options));
  };
}

/** `each` counts what it is about to print: loops in loops multiply. */
const EACH_HELPER = {
  each(this: unknown, list: unknown, options: Handlebars.HelperOptions): string {
    spendSteps(Array.isArray(list) ? list.length : 1);
    return measured(environment.helpers.each?.call(this, list, options));
  },
};

/** The only helpers of Handlebars' own that a template may call. */
const BUILT_IN = Object.fromEntries(
  Object.entries(environment.helpers).filter(([name]) => BUILT_IN_HELPERS.includes(name)),
);

/**
 * What Handlebars otherwise works out again at every printing. Called as a partial is, a template takes it as it stands: the
 * helpers unwrapped, and an access control that lets no inherited property through.
 */
const SETTINGS = {
  partial: true,
  helpers: { ...HANDLEBARS_HELPERS, ...BUILT_IN, ...EACH_HELPER, [PLACE_HELPER]: notePlace },
  decorators: {},
  hooks: {},
  protoAccessControl: { properties: forbidAll(), methods: forbidAll() },
};

function forbidAll() {
  return { whitelist: Object.create(null), defaultValue: false };
}

function notePlace(place: string, options: { data: { log?: GapLog } }): string {
  if (options.data.log !== undefined) options.data.log.place = place;
  return '';
}
