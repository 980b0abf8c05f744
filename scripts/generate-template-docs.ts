import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { templateTables } from './template-tables.ts';

export const PAGE = new URL('../docs/templates.md', import.meta.url);

/** The page for template authors with what is made from the code put in its places. */
export function fillPage(page: string): string {
  let filled = page;
  for (const [name, text] of templateTables()) {
    const place = new RegExp(`(<!-- 生成：${name} -->\n)[\\s\\S]*?(<!-- 完 -->)`, 'u');
    if (!place.test(filled)) throw new Error(`docs/templates.md has no place for ${name}`);
    filled = filled.replace(place, (_, open: string, close: string) => `${open}\n${text}\n\n${close}`);
  }
  return filled;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(PAGE, fillPage(readFileSync(PAGE, 'utf8')));
}
