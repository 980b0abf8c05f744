import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { generatePages, generateRegistry, PAGES, REGISTRY } from '../../scripts/generate-rules.ts';
import { generateTemplateWording, TEMPLATE_WORDING_MODULE } from '../../scripts/generate-template-wording.ts';

describe('npm run generate', () => {
  it('has been run since a template says something else', () => {
    expect(readFileSync(TEMPLATE_WORDING_MODULE, 'utf8')).toBe(generateTemplateWording());
  });

  it('has been run since a rule was added or renamed', () => {
    expect(readFileSync(REGISTRY, 'utf8')).toBe(generateRegistry());
  });

  it('has been run since a rule was explained otherwise', async () => {
    const pages = await generatePages();
    expect(readdirSync(PAGES).sort()).toEqual([...pages.keys()].sort());
    for (const [name, page] of pages) expect(readFileSync(new URL(name, PAGES), 'utf8'), name).toBe(page);
  });
});
