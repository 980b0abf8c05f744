import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const TEMPLATES = new URL('../templates/', import.meta.url);
export const TEMPLATE_WORDING_MODULE = new URL('../src/prose/template-wording.ts', import.meta.url);
/** Shorter pieces are everybody's words. */
const SHORTEST = 10;

/** The source of the module that carries what the built-in templates say, so that no two townships seem to copy it from each other. */
export function generateTemplateWording(): string {
  const wording = JSON.stringify(templateWording(), null, 2);
  return `// Made by \`npm run generate\` from the templates.\n/** Sentences of the built-in templates. */\nexport const TEMPLATE_WORDING: readonly string[] = ${wording};\n`;
}

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

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(TEMPLATE_WORDING_MODULE, generateTemplateWording());
}
