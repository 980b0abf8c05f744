import { fail, type Outcome, succeed } from '../diagnostics/outcome.ts';
import type { CompiledCode, Transform } from './compile-template.ts';
import type { MarkedPlace } from './mark-places.ts';
import { PART_END } from './part-end.ts';
import { readSourcesOf } from './read-sources.ts';
import type { Template, TemplateInfo } from './template.ts';
import { assemble, type Specification, specificationOf } from './template-runtime.ts';
import { traceStatements } from './trace-statements.ts';

/** Compiles a template from its files; the compiler is loaded only here. */
export async function buildTemplate(
  info: TemplateInfo,
  folders: readonly string[],
): Promise<Outcome<Template>> {
  const { value, diagnostics } = await compileFolder(info, folders);
  if (value === undefined) return fail(diagnostics);
  const [report, partials] = specify(value);
  return succeed(makeTemplate({ info, folders, report, partials, isBilingual: value.isBilingual }));
}

/** What a template is, once compiled. */
interface TemplateParts {
  readonly info: TemplateInfo;
  readonly folders: readonly string[];
  readonly report: Specification;
  readonly partials: Readonly<Record<string, Specification>>;
  readonly isBilingual: boolean;
}

export function makeTemplate({ info, folders, report, partials, isBilingual }: TemplateParts): Template {
  // Compiling takes far longer than printing, and a batch may hold thousands of facts files with gaps.
  let traced: Promise<ReturnType<typeof assemble> | undefined> | undefined;
  return {
    info,
    isBilingual,
    print: assemble(report, partials),
    mark: async (view) => {
      const [{ markPlaces, takeMarks }, places] = [await import('./mark-places.ts'), [] as MarkedPlace[]];
      const { value } = await compileFolder(info, folders, (program, text) =>
        markPlaces(program, text, places),
      );
      if (value === undefined) return undefined;
      const marked = assemble(...specify(value))(view);
      return takeMarks(marked.replaceAll(PART_END, ''), places);
    },
    trace: async (view, log) => {
      traced ??= compileFolder(info, folders, traceStatements).then(
        ({ value }) => value && assemble(...specify(value)),
      );
      return (await traced)?.(view, log) ?? '';
    },
  };
}

async function compileFolder(
  info: TemplateInfo,
  folders: readonly string[],
  transform?: Transform,
): Promise<Outcome<CompiledCode>> {
  const { value: sources, diagnostics } = await readSourcesOf(info, folders);
  if (sources === undefined) return fail(diagnostics);
  const { compileTemplate } = await import('./compile-template.ts');
  return compileTemplate(sources, { transform });
}

function specify(code: CompiledCode): [report: Specification, partials: Record<string, Specification>] {
  const partials = Object.entries(code.partials).map(([name, text]) => [name, specificationOf(text)]);
  return [specificationOf(code.report), Object.fromEntries(partials)];
}
