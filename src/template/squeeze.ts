import type { TemplateAst } from './parse-template.ts';

/** Takes out of a template the line breaks that only lay out its source; between Latin words they become a space. */
export function squeeze(program: TemplateAst): void {
  for (const statement of program.body) {
    if (statement.type === 'ContentStatement') {
      const content = statement as hbs.AST.ContentStatement;
      content.value = squeezeText(content.value);
    }
    const block = statement as Partial<hbs.AST.BlockStatement>;
    for (const inner of [block.program, block.inverse]) if (inner) squeeze(inner);
  }
}

/** The same for one text. Each run of blanks is looked at once: it may be as long as the template. */
export function squeezeText(text: string): string {
  return text.replace(BLANKS, (blanks, at: number) => {
    if (!blanks.includes('\n')) return blanks;
    return BEFORE.test(text.charAt(at - 1)) && AFTER.test(text.charAt(at + blanks.length)) ? ' ' : '';
  });
}

const BLANKS = /\s+/g;
const BEFORE = /[a-z,;]/i;
const AFTER = /[a-z]/i;
