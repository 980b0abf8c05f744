import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const TEMPLATES = new URL('../templates/', import.meta.url);
const OUTPUT = new URL('../src/likeness/generated/template-wording.ts', import.meta.url);
/** Shorter pieces are everybody's words. */
const SHORTEST = 10;

/** What the built-in templates say themselves, between markup and figures. */
function templateWording(): string[] {
  const sources = readdirSync(TEMPLATES, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.hbs'),
  );
  const pieces = sources.sort().flatMap((name) => {
    const source = readFileSync(new URL(name.replaceAll('\\', '/'), TEMPLATES), 'utf8').replace(
      /\{\{!--[\s\S]*?--\}\}/gu,
      '',
    );
    return [...source.replace(/<[^>]*>|\{\{\{?[^{}]*\}?\}\}/gu, '\n').matchAll(/[^\s]+/gu)].map(
      ([piece]) => piece,
    );
  });
  return [...new Set(pieces)].filter((piece) => piece.length >= SHORTEST).sort();
}

writeFileSync(
  OUTPUT,
  `// Made by \`npm run generate\` from the templates.\n/** Sentences of the built-in templates. */\nexport const TEMPLATE_WORDING: readonly string[] = ${JSON.stringify(templateWording(), null, 2)};\n`,
);
