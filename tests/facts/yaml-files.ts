import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import type { Field, Fields } from '../../src/facts/field.ts';
import { VOCABULARY } from '../../src/facts/vocabulary.ts';

const SAMPLES = fileURLToPath(new URL('../../data-samples/', import.meta.url));

/** The texts of the townships that build. */
export const SAMPLE_TEXTS: readonly string[] = readdirSync(SAMPLES)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(SAMPLES + name, 'utf8'));

/** What stands behind a key on its line, of every style of YAML's and beside what the vocabulary expects. */
const scalar = fc.oneof(
  fc.constantFrom(
    '300',
    '0',
    '-2',
    '1.10',
    '待补',
    '0512',
    '1e3',
    '',
    '~',
    'null',
    'no',
    '是',
    '2023-10',
    '2023年2月30日',
  ),
  fc.constantFrom(
    '云溪镇',
    'a b',
    '一是：好；二是：更好',
    'x#y',
    'x # 注',
    "'it''s'",
    '"a\\nb\\u4e2d"',
    '"x\\ty"',
    '""',
    "' '",
  ),
  fc.constantFrom(
    '[a, b]',
    '{a: 1, b: 2}',
    '[]',
    '{}',
    '[a: 1]',
    '- x',
    '{{党员.总数}}',
    '"{{党员.总数}}名"',
    '%x',
    '@x',
    '!x',
    '&a x',
    '*a',
  ),
  fc.constantFrom(
    '甲\n    乙',
    '"甲\n    乙\n\n    丙"',
    "'a\n      b'",
    '|\n      甲\n       乙\n\n      丙',
    '>-\n      甲\n      乙\n\n      a\n      b',
    '|2\n      x',
    '>\n      a\n        b\n      c',
  ),
);

/** A facts file's text by the vocabulary: any keys of either language, values of all styles, mostly sound. */
export const yamlFile: fc.Arbitrary<string> = fc
  .array(entryOf(VOCABULARY, 0, 2), { minLength: 1, maxLength: 6 })
  .map((entries) => entries.join(''));

function entryOf(fields: Fields, indent: number, deeper: number): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...Object.entries(fields)), fc.boolean())
    .chain(([[name, field], isChinese]) =>
      valueFor(field, indent, deeper).map(
        (value) => `${' '.repeat(indent)}${isChinese ? field.zh : name}:${value}\n`,
      ),
    );
}

function valueFor(field: Field, indent: number, deeper: number): fc.Arbitrary<string> {
  const inline = scalar.map((text) => ` ${text}`);
  if (deeper === 0) return inline;
  const inner = indent + 2;
  if (field.kind === 'record') {
    return fc
      .array(entryOf(field.fields, inner, deeper - 1), { minLength: 1, maxLength: 4 })
      .map((all) => `\n${all.join('').trimEnd()}`);
  }
  if (field.kind === 'list' && field.item !== 'text') {
    return fc
      .array(fc.array(entryOf(field.item, inner + 2, 0), { minLength: 1, maxLength: 3 }), {
        minLength: 1,
        maxLength: 3,
      })
      .map(
        (items) =>
          `\n${items.map((item) => `${' '.repeat(inner)}- ${item.join('').trimStart().trimEnd()}`).join('\n')}`,
      );
  }
  return inline;
}

/** A text with a few small edits of the kinds that clerks and editors make. */
export function mutated(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat({ max: 3 }),
    text: fc.constantFrom(
      '',
      ' ',
      '  ',
      '\n',
      '\t',
      '　',
      '：',
      ':',
      ': ',
      '- ',
      '-',
      '"',
      "'",
      '{',
      '}',
      '[',
      ']',
      ',',
      '#',
      ' # ',
      '|',
      '>',
      '&',
      '*',
      '!',
      '%',
      '?',
      '\r\n',
      '---\n',
      '\n\n',
      '{{',
      '<<',
      '中',
      '0',
      '\\',
      '\u200b',
    ),
  });
  return fc.tuple(texts, fc.array(edit, { maxLength: 4 })).map(([text, edits]) =>
    edits.reduce((whole, { at, length, text: put }) => {
      const start = Math.floor(at * whole.length);
      return whole.slice(0, start) + put + whole.slice(start + length);
    }, text),
  );
}

/** Generated and real files, sound and damaged, with either line ending. */
export const anyFile: fc.Arbitrary<string> = fc
  .tuple(
    mutated(
      fc.oneof(
        { weight: 3, arbitrary: yamlFile },
        { weight: 1, arbitrary: fc.constantFrom(...SAMPLE_TEXTS) },
      ),
    ),
    fc.nat(9),
  )
  .map(([text, choice]) => (choice === 0 ? text.replaceAll(/\r?\n/g, '\r\n') : text));

/** Lines of YAML without any sense: every indentation, mark and style beside every other. */
export const yamlSoup: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.constantFrom('', '', '  ', '  ', '    ', '   ', '      '),
      fc.constantFrom(
        '',
        'a: ',
        'b:',
        '甲: ',
        '- ',
        '-',
        '- a: ',
        '- b:',
        '-   c: ',
        '- - ',
        '# ',
        '"k": ',
        '? ',
      ),
      fc.oneof(
        { weight: 2, arbitrary: scalar },
        {
          weight: 2,
          arbitrary: fc.constantFrom(
            '一是：好',
            'x: y',
            'x:y',
            'x #y: z',
            ' x ',
            '|',
            '>-',
            '| # 注',
            '{a: 1, 乙: [x, "y, z"]}',
            '{a: , b}',
            "['', {a: -5}] # 注",
            '"a" b',
            "'a: b #c'",
            '---',
            '...',
            '-x',
            '-5',
            '#x',
            '？',
            '：x',
          ),
        },
      ),
      fc.constantFrom('\n', '\n', '\n', '\r\n', '\n\n', ' \n', '\n     \n'),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((lines) => lines.flat().join(''));
