import { UserError } from '../../diagnostics/user-error.ts';
import type { Ruling } from '../../typeset/decision.ts';

/** Reads what `--heading` says: 第3段=2, 3=二级, 第5段=正文. UserError for what says nothing. */
export function readRulings(written: readonly string[]): ReadonlyMap<number, Ruling> {
  const rulings = new Map<number, Ruling>();
  for (const each of written) {
    const match = /^\s*第?\s*(\d{1,6})\s*(?:段|行)?\s*[=＝:：]\s*(\S+)\s*$/.exec(each);
    const ruling = match === null ? undefined : RULINGS.get(match[2] ?? '');
    if (match === null || ruling === undefined) {
      throw new UserError(
        `看不懂 --heading ${each}。`,
        `写成 第3段=2：段数见 --dry-run；等号后面可以写 ${[...RULING_NAMES].join('、')}。`,
      );
    }
    rulings.set(Number(match[1]), ruling);
  }
  return rulings;
}

const RULING_NAMES = ['1～4', '0（正文）', '总标题', '副标题', '主送', '署名', '日期', '附件'];

const RULED_PARTS: readonly (readonly [part: Ruling['part'], ...names: string[]])[] = [
  ['body', '0', '正文', '无'],
  ['title', '总标题', '题目', '标题'],
  ['subtitle', '副标题'],
  ['addressee', '主送', '主送机关', '称谓'],
  ['signatory', '署名', '落款'],
  ['date', '日期', '成文日期'],
  ['attachmentMark', '附件'],
];

const RULINGS: ReadonlyMap<string, Ruling> = new Map([
  ...RULED_PARTS.flatMap(([part, ...names]) =>
    names.map((name): [string, Ruling] => [name, { part, level: undefined }]),
  ),
  ...([1, 2, 3, 4] as const).flatMap((level) =>
    [String(level), `${'一二三四'[level - 1]}级`, `${'一二三四'[level - 1]}级标题`, `${level}级`].map(
      (name): [string, Ruling] => [name, { part: 'heading', level }],
    ),
  ),
]);
