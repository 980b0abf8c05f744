import { describe, expect, test } from 'vitest';
import type { FinishedDocument, FinishedParagraph } from '../../src/document/finished-document.ts';
import { finishedPassages } from '../../src/judge/finished-passages.ts';
import { FINISHED_RULES } from '../../src/judge/registry.ts';
import type { Reported } from '../../src/rules/rule.ts';

/** Paragraphs, one a line; the rows of a table as `|cell|cell|`, a cell that says what the one above says being merged with it. */
function exampleDocument(input: string): FinishedDocument {
  const paragraphs: FinishedParagraph[] = [];
  let row = 0;
  for (const line of input.split('\n')) {
    if (!line.startsWith('|')) {
      row = 0;
      paragraphs.push({ number: paragraphs.length + 1, role: 'body', text: line });
      continue;
    }
    row += 1;
    for (const [index, text] of line.slice(1, -1).split('|').entries()) {
      if (text === '') continue;
      const cell = { table: 1, row, column: index + 1, rowSpan: 1, columnSpan: 1 };
      paragraphs.push({ number: paragraphs.length + 1, role: 'cell', text, cell });
    }
  }
  return { file: 'a.docx', paragraphs, text: paragraphs.map(({ text }) => text).join('\n') };
}

describe.each(FINISHED_RULES.filter(({ examples }) => examples.length > 0))('$id', (rule) => {
  test.each(rule.examples)('$input', ({ input, reports }) => {
    const document = exampleDocument(input);
    const found: Reported[] = [];
    rule.check({ document, passages: finishedPassages(document).passages }, (each) => found.push(each));
    const under = found.map(({ at: { paragraph = -1, span } }) => {
      const text = document.text.split('\n')[paragraph] ?? '';
      return span === undefined ? text : text.slice(...span);
    });
    expect(under).toEqual(reports);
  });
});
