import { describeRollUp } from '../src/facts/describe-roll-up.ts';
import type { Field, Fields } from '../src/facts/field.ts';
import type { ShapeKey } from '../src/facts/shape.ts';
import { VOCABULARY } from '../src/facts/vocabulary.ts';
import { TEMPLATE_RULES } from '../src/judge/registry.ts';
import { DERIVED_IN_ITEMS, DERIVED_NAMES } from '../src/template/derived-names.ts';
import { HELPERS } from '../src/template/helpers/index.ts';
import { TEMPLATE_INFO } from '../src/template/info-shape.ts';

/** The parts of docs/templates.md that are made from the code, by the names of their places. */
export function templateTables(): ReadonlyMap<string, string> {
  return new Map([
    ['事实', factsTables()],
    ['推算', derivedTable()],
    ['助手', helperSections()],
    ['说明', infoTable()],
    ['检查', rulesTable()],
  ]);
}

function factsTables(): string {
  const single = Object.entries(VOCABULARY).filter(([, field]) => !('fields' in field || 'item' in field));
  const grouped = Object.entries(VOCABULARY).filter(
    ([, field]) =>
      ('fields' in field || 'item' in field) && !('isPrinted' in field && field.isPrinted === false),
  );
  const sections = grouped.map(([name, field]) => factsSection(name, field));
  return [...sections, table(HEAD, rowsOf(Object.fromEntries(single), '', ''))].join('\n\n');
}

const HEAD = ['英文', '中文', '是什么', '说明', '县里汇总'];

function factsSection(name: string, field: Field): string {
  const about = field.about === undefined ? '' : `${field.about}\n\n`;
  if (field.kind === 'list') {
    const rolledUp = `县里汇总：${describeRollUp(field)}。`;
    const use = `清单，逐条取：\`{{#each ${name}}}…{{/each}}\`，里面直接写名称。${rolledUp}\n\n`;
    const body =
      field.item === 'text'
        ? '每条是一段文字，写 `{{this}}`。'
        : table(HEAD, [...rowsOf(field.item, '', ''), ...derivedRows(name)]);
    return `#### ${name}（${field.zh}）\n\n${about}${use}${body}`;
  }
  const fields = field.kind === 'record' ? field.fields : {};
  return `#### ${name}（${field.zh}）\n\n${about}${table(HEAD, rowsOf(fields, `${name}.`, `${field.zh}.`))}`;
}

function rowsOf(fields: Fields, path: string, zhPath: string): string[][] {
  return Object.entries(fields).flatMap(([name, field]) => {
    if (field.kind === 'record') return rowsOf(field.fields, `${path}${name}.`, `${zhPath}${field.zh}.`);
    if (field.kind === 'list' && field.item !== 'text') {
      const row = [
        `\`${path}${name}\``,
        `\`${zhPath}${field.zh}\``,
        '清单',
        field.about ?? '',
        describeRollUp(field),
      ];
      return [row, ...rowsOf(field.item, `　└ `, `　└ `)];
    }
    return [
      [
        `\`${path}${name}\``,
        `\`${zhPath}${field.zh}\``,
        kindOf(field),
        aboutOf(field),
        describeRollUp(field),
      ],
    ];
  });
}

function derivedRows(list: string): string[][] {
  return Object.entries(DERIVED_IN_ITEMS[list] ?? {}).map(([name, about]) => [
    `\`${name}\``,
    '',
    '推算的',
    about,
    '',
  ]);
}

function kindOf(field: Field): string {
  const unit = 'unit' in field && field.unit ? `（${field.unit}）` : '';
  return `${KINDS[field.kind]}${unit}`;
}

const KINDS: Readonly<Record<Field['kind'], string>> = {
  text: '文字',
  prose: '文字',
  proses: '清单（几段文字）',
  texts: '清单（几项文字）',
  count: '数字',
  difference: '数字',
  amount: '数字',
  denominator: '数字',
  date: '日期',
  deadline: '日期或长期坚持',
  yesno: '是、否',
  choice: '文字',
  mapping: '名称和文字',
  version: '文字',
  tally: '分类数字',
  record: '一组',
  list: '清单',
};

function aboutOf(field: Field): string {
  const choices =
    'choices' in field && field.choices !== undefined ? `${field.choices.join('、')}之一。` : '';
  return `${field.about ?? ''}${choices}`;
}

function derivedTable(): string {
  const rows = Object.entries(DERIVED_NAMES).map(([name, { zh, about }]) => [
    `\`${name}\``,
    `\`${zh}\``,
    about,
  ]);
  return table(['英文', '中文', '是什么'], rows);
}

function helperSections(): string {
  return HELPERS.map(
    ({ name, summary, signature, example }) =>
      `#### ${name}\n\n${summary}\n\n写法：\`${signature}\`\n\n\`\`\`handlebars\n${example.template}\n\`\`\`\n\n输出：\`${example.prints}\``,
  ).join('\n\n');
}

function infoTable(): string {
  return table(['英文', '中文', '写什么'], keyRows(TEMPLATE_INFO.fields, '', ''));
}

/** A record that holds keys is told by those. */
function keyRows(keys: Readonly<Record<string, ShapeKey>>, path: string, zhPath: string): string[][] {
  return Object.entries(keys).flatMap(([name, { zh, about = '', shape }]) => {
    const [here, zhHere] = [`${path}${name}`, `${zhPath}${zh}`];
    return shape.kind === 'record'
      ? keyRows(shape.fields, `${here}.`, `${zhHere}.`)
      : [[`\`${here}\``, `\`${zhHere}\``, about]];
  });
}

function rulesTable(): string {
  const rows = TEMPLATE_RULES.map(({ id, severity, docs }) => [
    `[${id}](rules/${id}.md)`,
    severity === 'error' ? '错误' : '警告',
    docs.title,
  ]);
  return table(['规则', '级别', '查什么'], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
