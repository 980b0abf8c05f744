import { expect, it } from 'vitest';
import { type CompiledCode, compileTemplate } from '../../src/template/compile-template.ts';
import { loadTemplate } from '../../src/template/load-template.ts';
import { BUILT_IN_TEMPLATES } from '../../src/template/precompiled.ts';
import { readSourcesOf } from '../../src/template/read-sources.ts';
import { viewFor } from '../../src/template/render-markup.ts';
import { assemble, specificationOf } from '../../src/template/template-runtime.ts';
import { fullFacts } from '../../src/template-check/full-facts.ts';
import { otherFacts, sparseFacts } from '../../src/template-check/vary-facts.ts';
import { IDS, readingOf } from './print.ts';

const FACTS = [fullFacts(), ...[...sparseFacts(), ...otherFacts()].map(({ facts }) => facts)];

it.each(IDS)('%s prints the same from the code that Handlebars makes', async (id) => {
  const template = (await loadTemplate(id, [BUILT_IN_TEMPLATES]))?.value;
  if (template === undefined) throw new Error(`no template ${id}`);
  const sources = (await readSourcesOf(template.info, [BUILT_IN_TEMPLATES])).value;
  if (sources === undefined) throw new Error(`no sources of ${id}`);
  const [shortened, whole] = [
    compileTemplate(sources),
    compileTemplate(sources, { shorten: (code) => code }),
  ];
  expect(whole.value?.report.length).toBeGreaterThan(shortened.value?.report.length ?? 0);
  for (const facts of FACTS) {
    const view = () => viewFor(template, readingOf(facts), {}, { gaps: [] });
    expect(printerOf(shortened.value)(view())).toBe(printerOf(whole.value)(view()));
  }
});

function printerOf(code: CompiledCode | undefined) {
  if (code === undefined) throw new Error('not compiled');
  const partials = Object.entries(code.partials).map(
    ([name, text]) => [name, specificationOf(text)] as const,
  );
  return assemble(specificationOf(code.report), Object.fromEntries(partials));
}
