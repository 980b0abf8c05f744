import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFinishedText } from '../../src/document/read-finished-text.ts';
import { readFacts } from '../../src/facts/read-facts.ts';
import { fillSkeleton } from '../../src/intake/fill-skeleton.ts';
import { readReport } from '../../src/intake/report/read-report.ts';
import { sentencesIn } from '../../src/intake/report/sentences-in.ts';
import { skeleton } from '../../src/intake/skeleton.ts';
import { samples } from '../sample-size.ts';

const REPORTS = fileURLToPath(new URL('./reports', import.meta.url));
const NAMES = readdirSync(REPORTS).filter((name) => name.endsWith('.txt'));

function factsTextOf(report: string): string {
  const { draft, template } = readReport(readFinishedText('a.txt', report));
  return fillSkeleton(draft, { schema: './report.schema.json', template, head: [], keepsPending: false });
}

/** Only what the skeleton does not say itself. */
function own(text: string): string {
  return text
    .split('\n')
    .filter((line) => line !== '' && !SKELETON.has(line) && !SKELETON.has(`${line} 待补`))
    .join('\n');
}

const SKELETON = new Set(skeleton({ schema: './report.schema.json', template: '' }).split('\n'));

/** A date is written as facts files have it. */
const IS_DATE = /^\d{4}年\d{1,2}月(?:\d{1,2}日)?$/;

function key(text: string): string {
  return text.replace(/[\s\p{P}\p{S}]/gu, '');
}

describe('reading a finished report', () => {
  it.for(NAMES)('makes facts of %s', async (name, { expect: see }) => {
    const text = factsTextOf(readFileSync(join(REPORTS, name), 'utf8'));
    await see(`${own(text)}\n`).toMatchFileSnapshot(join(REPORTS, name.replace('.txt', '.facts')));
  });

  it.for(NAMES)('loses no sentence of %s', (name) => {
    const report = readFileSync(join(REPORTS, name), 'utf8');
    const facts = key(factsTextOf(report));
    const sentences = report
      .split('\n')
      .flatMap(sentencesIn)
      .flatMap((sentence) => sentence.split(/[；;：:]/))
      .map((part) => key(part.replace(/^\s*(?:[一二三四五]是|（[一二三四五]）|[一二三四五]、|\d[、.])/, '')));
    const isPaged = name === 'copied-pages.txt';
    expect(
      sentences.filter(
        (sentence) => !isPaged && !facts.includes(sentence) && !/年十二月|底前$/.test(sentence),
      ),
    ).toEqual([]);
  });

  it('throws over no text, loses nothing, and makes facts that can be read', async () => {
    const piece = fc.constantFrom(
      ...[
        '一、基本情况\n',
        '二、工作情况\n',
        '三、存在的问题\n',
        '四、整改措施\n',
        '（一）抓学习。',
        '1.',
        '一是',
        '二是',
        '三是',
      ],
      ...[
        '全镇共有党员',
        '300名',
        '12个',
        '，其中',
        '女',
        '党员',
        '。',
        '；',
        '：',
        '\n',
        '、',
        '究其原因，',
        '比如，',
        '责任单位为',
      ],
      ...[
        '2024年6月底前完成',
        '县委：\n',
        '附件：',
        '附件1\n',
        '2024年1月1日\n',
        '{{党员.总数}}',
        '\t',
        '"',
        '# ',
        ' - ',
        '待补',
      ],
      ...[
        '整改措施：',
        '完成情况：',
        '从干部工作来看，',
        '对照要求，还有不足',
        '“甲”',
        '占5%',
        '\u200b',
        '  ',
      ],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        const report = pieces.join('');
        const text = factsTextOf(report);
        const { value, diagnostics } = await readFacts({
          file: 'a.yaml',
          bytes: new TextEncoder().encode(text),
        });
        expect(value).toBeDefined();
        expect(diagnostics.filter(({ rule }) => rule !== 'schema')).toEqual([]);
        const facts = key(text);
        const lost = report
          .split('\n')
          .flatMap(sentencesIn)
          .flatMap((sentence) => sentence.split(/[；;：:，]/))
          .map((part) =>
            key(part)
              .replace(/^(?:[一二三]是|[一二三四]|1|究其原因)+/u, '')
              .replace(/\u200b/gu, ''),
          )
          .filter((part) => !facts.includes(part) && !IS_DATE.test(part));
        expect(lost).toEqual([]);
      }),
      { numRuns: samples(150), seed: 1616 },
    );
  });
});
