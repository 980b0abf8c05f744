import type { TemplateInfo } from './template.ts';
import type { Specification } from './template-runtime.ts';
import type { TemplateKind } from './template-sources.ts';

/** The built-in templates, compiled: each a function, so that none comes into being but those that are used. */
export interface BuiltInCode {
  readonly partials: Readonly<Record<string, () => Specification>>;
  readonly templates: Readonly<Record<TemplateKind, Readonly<Record<string, () => PrecompiledTemplate>>>>;
}

interface PrecompiledTemplate {
  readonly info: Omit<TemplateInfo, 'folder' | 'file' | 'body'>;
  readonly report: Specification;
  /** Partials that no other template has: its title. */
  readonly own: Readonly<Record<string, Specification>>;
  /** The names of the others that it calls. */
  readonly shared: readonly string[];
}

/** The build puts a module in the place of this one, made by `precompileTemplates`; the sources alone, which only tests run, have nothing. */
export const BUILT_IN_CODE: BuiltInCode | undefined = undefined;
