import type { YAMLError } from 'yaml';
import { indexLines } from '../line-index.ts';
import type { ReadingSlip, TextStretch } from '../slip.ts';

/**
 * Says in Chinese what the YAML parser found: of a line what tells most; nothing where a slip at the same place said it already.
 * `openingOf` finds where the quoted text begins that ends at an offset.
 */
export function describeSyntaxErrors(
  errors: readonly YAMLError[],
  text: string,
  known: readonly TextStretch[],
  openingOf: (end: number) => number | undefined,
): ReadingSlip[] {
  const lines = indexLines(text);
  const telling = new Map<number, YAMLError>();
  for (const error of errors) {
    const start = Math.min(error.pos[0], text.length);
    if (COVERED.has(error.code) || known.some((slip) => slip.start <= start && start <= slip.end)) continue;
    const line = lines.lineOf(start);
    if (errorWeight(error) > errorWeight(telling.get(line))) telling.set(line, error);
  }
  return [...telling.values()].map((error) => {
    const start = openingOf(error.pos[0]) ?? Math.min(error.pos[0], text.length);
    return {
      rule: 'yaml-syntax',
      ...explainSyntaxError(error, lineAt(text, start)),
      start,
      end: endOnLine(text, start, error.pos[1]),
    };
  });
}

/** Several errors of one line have one cause, of which some speak more plainly than others. */
function errorWeight(error: YAMLError | undefined): number {
  return error === undefined ? 0 : (ERROR_WEIGHTS.get(error.code) ?? 4);
}

const ERROR_WEIGHTS: ReadonlyMap<string, number> = new Map([
  ['MISSING_CHAR', 1],
  ['BLOCK_AS_IMPLICIT_KEY', 2],
  ['MULTILINE_IMPLICIT_KEY', 3],
]);

/** What is refused anyway, with a message of our own. */
const COVERED = new Set([
  'ALIAS_PROPS',
  'BAD_ALIAS',
  'BAD_DIRECTIVE',
  'BAD_PROP_ORDER',
  'MULTIPLE_ANCHORS',
  'MULTIPLE_DOCS',
  'MULTIPLE_TAGS',
  'TAG_RESOLVE_FAILED',
  'BAD_COLLECTION_TYPE',
  'NON_STRING_KEY',
  'DUPLICATE_KEY',
]);

function endOnLine(text: string, start: number, end: number): number {
  const lineEnd = text.indexOf('\n', start);
  return Math.max(start, Math.min(end, lineEnd === -1 ? text.length : lineEnd));
}

export interface SyntaxExplanation {
  readonly message: string;
  readonly hint: string;
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return text.slice(start, end === -1 ? undefined : end);
}

/** What one error means, and what to do; `line` is the line that it is in, as far as it is known. */
export function explainSyntaxError({ code, message }: YAMLError, line = ''): SyntaxExplanation {
  if (/^ *\t/.test(line)) return TAB_INDENT;
  const explanation = EXPLANATIONS.find((one) => one.code === code && (one.says?.test(message) ?? true));
  return (
    explanation ?? { message: '这里不合 YAML 的写法', hint: '对照上下各行，检查缩进、冒号、引号和括号。' }
  );
}

const TAB_INDENT: SyntaxExplanation = {
  message: '缩进里有制表符（Tab）',
  hint: '把制表符换成空格，每层两个空格。',
};

const ALIGN = '同一层的各行要左边对齐，下一层比上一层多缩进两个空格。';
const QUOTE_IT = '文字里有冒号、引号、井号或括号的，给整段文字加上英文引号，或者改用“|”另起一行写。';

/** The first that fits counts. */
const EXPLANATIONS: readonly (SyntaxExplanation & { readonly code: string; readonly says?: RegExp })[] = [
  { code: 'TAB_AS_INDENT', ...TAB_INDENT },
  {
    code: 'BAD_DQ_ESCAPE',
    message: '双引号里的反斜杠写法不对',
    hint: '要写反斜杠本身，写两个“\\\\”，或者改用单引号。',
  },
  {
    code: 'BAD_INDENT',
    says: /flow|\bin block collection\b/i,
    message: '括号没有配对，或者括号里换行的内容缩进不够',
    hint: '括号里换行的内容要比括号所在的键多缩进。',
  },
  {
    code: 'BAD_INDENT',
    says: /Block scalar/,
    message: '“|”下面的文字缩进不够',
    hint: '“|”下面的每一行都要比它所在的键多缩进两个空格。',
  },
  { code: 'BAD_INDENT', message: '这一行的缩进和同一层的其他行不一致', hint: ALIGN },
  {
    code: 'BAD_SCALAR_START',
    says: /tab character/,
    message: '这里有制表符（Tab）',
    hint: '把制表符换成空格。',
  },
  { code: 'BAD_SCALAR_START', message: '文字不能以这个符号开头', hint: '给整段文字加上英文引号。' },
  {
    code: 'BLOCK_AS_IMPLICIT_KEY',
    says: /compact mappings/,
    message: '一行里有两个“键: 值”',
    hint: QUOTE_IT,
  },
  {
    code: 'BLOCK_AS_IMPLICIT_KEY',
    message: '列表或几行的内容不能和键写在同一行',
    hint: '在键的冒号后面换行，内容另起一行，多缩进两个空格。',
  },
  {
    code: 'BLOCK_IN_FLOW',
    message: '括号里的写法不对',
    hint: '括号里的各项用英文逗号隔开（不是中文的“，”），不能换行缩进；不如去掉括号，每项单独一行。',
  },
  { code: 'DUPLICATE_KEY', message: '同一个键写了两次', hint: '留下一处，删去另一处。' },
  { code: 'KEY_OVER_1024_CHARS', message: '冒号前面的文字太长，不像是键', hint: QUOTE_IT },
  {
    code: 'MULTILINE_IMPLICIT_KEY',
    message: '冒号前面的键断成了几行',
    hint: `检查上一行末尾是不是少了冒号，冒号后面是不是少了空格；${ALIGN}`,
  },
  {
    code: 'MISSING_CHAR',
    says: /followed by map values/,
    message: '这一行缺少冒号',
    hint: '写成“键: 值”，英文冒号，后面空一格。',
  },
  {
    code: 'MISSING_CHAR',
    says: /closing ['"]|quote/i,
    message: '引号没有配对，缺少后一半',
    hint: '补上后一半引号；前后要用同一种英文引号。',
  },
  {
    code: 'MISSING_CHAR',
    says: /Comments must be/,
    message: '“#”前面缺少空格',
    hint: '注释的“#”前面空一格；“#”是文字的一部分时，给整段文字加上英文引号。',
  },
  {
    code: 'MISSING_CHAR',
    says: /without - indicator/,
    message: '列表里的这一行缺少开头的“-”',
    hint: '每一项以“- ”开头，并左边对齐。',
  },
  {
    code: 'MISSING_CHAR',
    says: /flow|,|items|space after/,
    message: '括号没有配对，或者括号里缺少逗号、冒号或空格',
    hint: '括号里的各项用英文逗号隔开，冒号后面空一格，最后补上后一半括号。',
  },
  {
    code: 'MISSING_CHAR',
    says: /indented leading empty/,
    message: '“|”下面开头的空行缩进太多',
    hint: '删去文字前面的空行。',
  },
  {
    code: 'MISSING_CHAR',
    says: /directives-end|doc-start/,
    message: 'YAML 指令后面缺少“---”',
    hint: '删去以“%”开头的行。',
  },
  {
    code: 'UNEXPECTED_TOKEN',
    says: /Block scalar header|Not a YAML token/,
    message: '“|”或“>”后面不能直接写文字',
    hint: '文字从下一行写起，并多缩进两个空格；要写在同一行的，给整段文字加上英文引号。',
  },
  {
    code: 'UNEXPECTED_TOKEN',
    says: /flow-(map|seq)-end|flow-error-end|empty item|Unexpected ,/,
    message: '括号没有配对，或者逗号多了一个',
    hint: `检查这一行的括号和逗号；${QUOTE_IT}`,
  },
  {
    code: 'UNEXPECTED_TOKEN',
    says: /seq-item-ind|block-seq-ind/,
    message: '“-”不能和键写在同一行',
    hint: '在键的冒号后面换行，每项单独一行，以“- ”开头。',
  },
  {
    code: 'UNEXPECTED_TOKEN',
    says: /scalar.* at node end/,
    message: '引号或括号后面还有文字',
    hint: QUOTE_IT,
  },
  { code: 'RESOURCE_EXHAUSTION', message: '嵌套太深，没有读完', hint: '检查缩进和括号。' },
];
