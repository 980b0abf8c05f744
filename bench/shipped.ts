/** The program as users have it. Through the loader of TypeScript it would be slower, and its peers are measured as they ship, too. */
export const { buildReport, checkReport }: typeof import('../src/index.ts') = await import(
  new URL('../dist/index.js', import.meta.url).href
);
