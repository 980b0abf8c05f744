import type { Helper, HelperBlock } from './helper.ts';
import { HELPERS } from './helpers/index.ts';
import { Markup } from './markup.ts';
import { spendSteps } from './print-budget.ts';

/** What Handlebars passes after a helper's own arguments. */
interface HandlebarsOptions {
  readonly hash: Readonly<Record<string, unknown>>;
  readonly fn?: (context: unknown) => string;
  readonly inverse?: (context: unknown) => string;
}

/** The helpers as Handlebars calls them. */
export const HANDLEBARS_HELPERS: Readonly<Record<string, (...args: unknown[]) => unknown>> =
  Object.fromEntries(HELPERS.map((helper) => [helper.name, adapt(helper)]));

/** The names that a compiled template may call without looking further. */
export const KNOWN_HELPERS: Readonly<Record<string, boolean>> = Object.fromEntries(
  HELPERS.map(({ name }) => [name, true]),
);

/** The only helpers of Handlebars' own that a template may call. */
export const BUILT_IN_HELPERS: readonly string[] = ['each', 'with', 'if', 'unless'];

function adapt({ run }: Helper): (...args: unknown[]) => unknown {
  return function (this: unknown, ...args: unknown[]) {
    const options = args.pop() as HandlebarsOptions;
    const printed = run(args, new HandlebarsBlock(this, options));
    return options.fn !== undefined && printed instanceof Markup ? printed.html : printed;
  };
}

class HandlebarsBlock implements HelperBlock {
  readonly hash: Readonly<Record<string, unknown>>;
  readonly isBlock: boolean;
  private readonly context: unknown;
  private readonly options: HandlebarsOptions;

  constructor(context: unknown, options: HandlebarsOptions) {
    this.hash = options.hash;
    this.isBlock = options.fn !== undefined;
    this.context = context;
    this.options = options;
  }

  body(): string {
    spendSteps(1);
    return this.options.fn?.(this.context) ?? '';
  }

  otherwise(): string {
    return this.options.inverse?.(this.context) ?? '';
  }
}
