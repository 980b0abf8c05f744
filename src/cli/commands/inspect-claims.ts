import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { readFinished } from '../../document/read-finished.ts';
import type { Passage } from '../../facts/passages.ts';
import { readFacts } from '../../facts/read-facts.ts';
import { passagesOf } from '../../facts/read-passages.ts';
import type { Source } from '../../facts/source.ts';
import {
  type ExplainedClaim,
  type ExplainedPassage,
  type ExplainedQuantity,
  explainClaims,
} from '../../judge/explain-claims.ts';
import { finishedPassages } from '../../judge/finished-passages.ts';
import { EXIT } from '../terminal/exit-code.ts';
import { judgeFindings, showFindings } from '../terminal/show-findings.ts';
import { sourceTexts } from '../terminal/source-texts.ts';
import { printResult } from '../terminal/streams.ts';

/** Prints what the reader of prose made of the figures of a facts file or a finished report, paragraph by paragraph. */
export async function inspectClaims(
  source: Source,
  { format, isFinished }: { readonly format: 'text' | 'json'; readonly isFinished: boolean },
): Promise<number> {
  const { passages, diagnostics } = isFinished ? finished(source) : await facts(source);
  if (passages === undefined) {
    await showFindings({ diagnostics, files: 1, ...sourceTexts([source]) }, { format: 'text' });
    return judgeFindings(diagnostics, { format: 'text' });
  }
  const explained = explainClaims(passages);
  printResult(
    format === 'json'
      ? `${JSON.stringify({ version: 1, passages: explained }, null, 2)}\n`
      : describeClaims(explained, isFinished),
  );
  return EXIT.done;
}

interface InspectedText {
  readonly passages?: readonly Passage[];
  readonly diagnostics: readonly Diagnostic[];
}

function finished({ file, bytes }: Source): InspectedText {
  const { value, diagnostics } = readFinished(file, bytes);
  return value === undefined ? { diagnostics } : { diagnostics, passages: finishedPassages(value).passages };
}

async function facts(source: Source): Promise<InspectedText> {
  const { value, diagnostics } = await readFacts(source);
  if (value === undefined) return { diagnostics };
  return { diagnostics, passages: passagesOf(value.facts, value.written).passages };
}

function describeClaims(explained: readonly ExplainedPassage[], isFinished: boolean): string {
  if (explained.length === 0) return '没有带数字的段落。\n';
  return explained
    .map(({ place, text, quantities, claims }) =>
      [
        `${isFinished ? `第${place}段` : place}　${text.trim()}`,
        ...claims.map((claim) => `  ${describeClaim(claim)}`),
        ...quantities.map((quantity) => `  数　${describeQuantity(quantity)}`),
        '',
      ].join('\n'),
    )
    .join('\n');
}

const QUANTITY_ROLES: Readonly<Record<ExplainedQuantity['role'], string>> = {
  level: '数量',
  change: '增减额',
  last: '上期数',
  base: '分母',
  share: '占比',
  growth: '增减率',
  rate: '比率',
  'of-base': '占比',
  other: '其他',
};

function describeQuantity(quantity: ExplainedQuantity): string {
  const { text, value, interval, role, object, scope, time, isCumulative, isApproximate } = quantity;
  const [low, high] = interval;
  const range = low === high ? '' : `（${scaledText(low, text)}～${scaledText(high, text)}）`;
  return [
    text,
    QUANTITY_ROLES[role],
    `${scaledText(value, text)}${range}`,
    ...(isApproximate ? ['约数'] : []),
    ...(isCumulative ? ['累计'] : []),
    ...(object === '' ? [] : [`对象“${object}”`]),
    ...(scope === '' ? [] : [`范围“${scope}”`]),
    ...(time === '' ? [] : [`时间“${time}”`]),
  ].join('　');
}

/** In the 万 or 亿 that the figure is written in. */
function scaledText(value: number, text: string): string {
  const [scale, sign] = text.includes('亿') ? [1e8, '亿'] : text.includes('万') ? [1e4, '万'] : [1, ''];
  return `${Number((value / scale).toPrecision(12))}${sign}`;
}

const CLAIM_NAMES: Readonly<Record<ExplainedClaim['kind'], string>> = {
  sum: '合计',
  'stock-flow': '存量',
  share: '占比',
  'share-list': '比例合计',
  rate: '比率',
  average: '平均',
  growth: '增减率',
  difference: '差数',
  multiple: '倍数',
  points: '百分点',
  bound: '取值',
  period: '时期',
  repeat: '重复',
  duplicate: '列举',
};
const VERDICT_NAMES: Readonly<Record<ExplainedClaim['verdict'], string>> = {
  holds: '相符',
  wrong: '不符',
  unjudged: '不判',
};
const SEVERITIES = { error: '错误', warning: '警告' } as const;

function describeClaim({ kind, rule, figure, compared, verdict, severity, why }: ExplainedClaim): string {
  return [
    CLAIM_NAMES[kind],
    figure,
    ...(compared === '' ? [] : [compared]),
    `${VERDICT_NAMES[verdict]}${severity === undefined ? '' : `（${rule}，${SEVERITIES[severity]}）`}${why === '' ? '' : `：${why}`}`,
  ].join('　');
}
