import fc from 'fast-check';
import { readMarkup } from '../../src/document/read-markup.ts';
import type { Document } from '../../src/document/tree.ts';
import type { Properties } from '../../src/write/writer.ts';

export const PROPERTIES: Properties = {
  author: '中共云溪镇委员会',
  date: new Date('2023-11-06T00:00:00Z'),
};

/** A document from markup that holds no problem. */
export function documentOf(markup: string, isDraft = false): Document {
  const { document, problems } = readMarkup(markup, { isDraft });
  if (problems.length > 0) throw new Error(problems.map((problem) => problem.message).join('\n'));
  return document;
}

/** Text as a clerk may write it: marks of all kinds, markup, rare characters, blanks inside. */
const words = fc
  .array(
    fc.constantFrom(
      ...'党员 300 名 ，“四个从严” 。 ； —— …… <b> & "x" \t 𬭎 （一） 一是 ：A B ？'.split(' '),
      ' ',
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));
const line = words.map((text) => text.replace(/[&<>"]/g, (mark) => `&#${mark.codePointAt(0)};`));

const block = fc.oneof(
  line.map((text) => `<p>${text}</p>`),
  fc.tuple(fc.integer({ min: 1, max: 4 }), line).map(([level, text]) => `<h${level}>${text}</h${level}>`),
  fc
    .tuple(fc.integer({ min: 1, max: 4 }), line, line)
    .map(([level, head, text]) => `<p><h${level}>${head}</h${level}>${text}</p>`),
  fc
    .array(line, { maxLength: 4 })
    .map((items) => `<ol>${items.map((item) => `<li>${item}</li>`).join('')}</ol>`),
  fc
    .array(line, { maxLength: 4 })
    .map((items) => `<p>做法：<ol>${items.map((item) => `<li>${item}</li>`).join('')}</ol></p>`),
  line.map((text) => `<p><strong>${text}</strong><data value="a">3</data></p>`),
  fc
    .tuple(line, line)
    .map(
      ([head, text]) =>
        `<table><caption>${head}</caption><tr><th>${head}</th></tr><tr><td>${text}</td></tr></table>`,
    ),
);
const blocks = fc.array(block, { maxLength: 6 }).map((all) => all.join(''));
const attachment = fc
  .tuple(fc.constantFrom('', ' class="landscape"'), line, blocks)
  .map(([kind, title, content]) => `<section${kind}><title>${title}</title>${content}</section>`);

/** Documents of every make. */
export const documents: fc.Arbitrary<Document> = fc
  .tuple(line, line, blocks, fc.array(attachment, { maxLength: 3 }), line, fc.boolean())
  .map(([title, addressee, content, attachments, signatory, isDraft]) =>
    documentOf(
      `<title>${title}</title><address>${addressee}</address>${content}${attachments.join('')}<footer><p>${signatory}</p><time>2023年11月6日</time></footer>`,
      isDraft,
    ),
  );

/** A table of one to four columns, whose cells may be merged to the right, or with those below them. */
const table = fc
  .tuple(
    fc.integer({ min: 1, max: 4 }),
    fc.array(line, { maxLength: 3 }),
    fc.array(fc.tuple(fc.array(fc.tuple(line, fc.integer({ min: 1, max: 3 }))), fc.boolean()), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([columns, legends, rows]) => {
    const heads = legends.map((text) => `<legend>${text}</legend>`).join('');
    return `<table>${heads}${rows.map(([cells, isTall]) => rowsOf(columns, cells, isTall)).join('')}</table>`;
  });

/** A row that fills all columns; with `isTall` its first cell goes on in a second row. */
function rowsOf(
  columns: number,
  cells: readonly (readonly [text: string, span: number])[],
  isTall: boolean,
): string {
  const first = isTall && columns > 1 ? '<td rowspan="2">合</td>' : '<td>合</td>';
  let rest = '';
  let left = columns - 1;
  for (const [text, span] of cells) {
    if (left === 0) break;
    const columnSpan = Math.min(span, left);
    rest += `<td colspan="${columnSpan}">${text}</td>`;
    left -= columnSpan;
  }
  rest += '<td>无</td>'.repeat(left);
  const second = isTall && columns > 1 ? `<tr>${'<td>下</td>'.repeat(columns - 1)}</tr>` : '';
  return `<tr>${first}${rest}</tr>${second}`;
}

/** Documents of tables and what stands between them. */
export const tables: fc.Arbitrary<Document> = fc
  .array(fc.oneof(table, block), { minLength: 1, maxLength: 4 })
  .map((all) => documentOf(`<title>表</title>${all.join('')}`));
