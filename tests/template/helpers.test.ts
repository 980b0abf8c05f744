import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { VOCABULARY } from '../../src/facts/vocabulary.ts';
import { compileTemplate } from '../../src/template/compile-template.ts';
import { EXAMPLE_FACTS } from '../../src/template/example-facts.ts';
import { HELPERS } from '../../src/template/helpers/index.ts';
import { PART_END } from '../../src/template/part-end.ts';
import { viewReport } from '../../src/template/report-view.ts';
import { assemble, specificationOf } from '../../src/template/template-runtime.ts';

describe('every helper', () => {
  it.each(HELPERS.map((helper) => [helper.name, helper] as const))('%s prints its example', (_, {
    example,
  }) => {
    expect(printText(example.template)).toBe(example.prints);
  });

  it('is told apart from every fact', () => {
    const facts = new Set(namesIn(VOCABULARY));
    expect(HELPERS.map(({ name }) => name).filter((name) => facts.has(name))).toEqual([]);
  });

  it('leaves the shared Handlebars as it was', () => {
    expect(Object.keys(Handlebars.helpers)).not.toContain('join');
  });
});

function printText(text: string): string {
  const sources = { report: { file: 'x', text }, title: { file: 'x', text: '' }, partials: new Map() };
  const { value, diagnostics } = compileTemplate(sources);
  if (value === undefined) throw new Error(diagnostics[0]?.message);
  const view = viewReport({ facts: EXAMPLE_FACTS, written: new Map(), isBilingual: false }, { gaps: [] });
  const markup = assemble(specificationOf(value.report), {})(view);
  return markup.replaceAll(PART_END, '').replace(/<\/?data[^>]*>/g, '');
}

function namesIn(fields: object): string[] {
  return Object.entries(fields).flatMap(([name, field]) => [
    name,
    ...namesIn(field.fields ?? {}),
    ...(typeof field.item === 'object' ? namesIn(field.item) : []),
  ]);
}
