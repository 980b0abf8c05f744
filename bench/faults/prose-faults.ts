import { type Fault, insertAt, insertSentence, replaceProse } from './plant.ts';
import { between, pick, type Random } from './random.ts';

const HAN = '[一-鿿]';

/** One fault of every kind that the prose rules know, as they come about in practice. */
export const PROSE_FAULTS: readonly Fault[] = [
  replaceProse('halfwidth-punctuation', /[，；](?=[一-鿿])/g, (mark) => (mark === '，' ? ',' : ';')),
  insertSentence('adjacent-quote-mark', () => '用好“双联”、“三个一”等载体。'),
  insertSentence('number-mark', one('（一）、从严管理。', '（二）、从严监督。')),
  insertSentence('double-colon', () => '要求如下：一个目标：群众满意。'),
  replaceProse('unpaired-mark', /[”》）]/g, () => ''),
  insertSentence(
    'document-number-bracket',
    one('按照镇发(2024)9号文件办理。', '对照镇办发[2023]12号文件自查。', '落实镇党发【2024】3号文件。'),
  ),
  insertSentence(
    'date-form',
    one('会议于23年5月召开。', '2024年05月06日召开会议。', '2月30日召开会议。', '自2021年至22年连续达标。'),
  ),
  insertSentence(
    'range-form',
    one('年龄在20-30岁之间。', '比重为15～30%。', '每村补助3～5万元。', '2021-2023年连续开展。'),
  ),
  insertSentence(
    'approximate-number',
    one('每组三、四个人。', '约50人左右参加。', '近300余人参加。', '超过20次以上。'),
  ),
  insertSentence('unit-mixed', (random) => `每户补助${between(2, 9, random)}千元。`),
  insertSentence(
    'decimal-places',
    one('三类人员分别占44%、30.5%、25.5%。', '参学率由80%提高到92%，提高12%。', '信访量下降2倍。'),
  ),
  replaceProse('digit-spacing', new RegExp(`(?<=${HAN})\\d+(?=[名个次人])`, 'g'), (number) => ` ${number} `),
  insertSentence(
    'item-count',
    (random) => `主要做到以下${pick(['四', '五', '六'], random)}个方面：一是抓学习；二是抓落实；三是抓监督。`,
  ),
  insertSentence(
    'enumeration-series',
    one(
      '一是抓学习；三是抓落实。',
      '二是抓落实；三是抓监督。',
      '一是抓学习；二是抓落实。三是抓监督。四是抓长效。',
    ),
  ),
  insertSentence('prose-sum', wrongSum),
  insertSentence('prose-share', (random) => {
    const part = between(11, 49, random);
    return `参训干部50名，其中女干部${part}名，占${part * 2 + between(1, 9, random)}%。`;
  }),
  replaceProse(
    'placeholder',
    /(?<!\d)\d{1,3}(?=[名个次人份])/g,
    (_, random) => pick(['*', '**', 'X', 'XX'], random) ?? '*',
  ),
  insertAt(
    'common-slip',
    /，(?=[一-鿿])/g,
    one('截止目前', '做为重点', '建立台帐', '全面布署', '充分的发挥作用', '其它方面'),
  ),
  insertSentence(
    'fixed-formula',
    one(
      '坚持信念坚定、为民服务、勤政务实、敢于担当、勤政廉洁。',
      '增强政治意识、核心意识、大局意识、看齐意识。',
      '坚持集体领导、民主集中、个别讨论、会议决定。',
      '落实四议二公开。',
    ),
  ),
  insertSentence('dated-term', one('围绕打好脱贫攻坚战抓党建。', '推进精准扶贫。', '调整非领导职务3名。')),
  insertSentence('short-name', one('严格执行《准则》。', '认真落实《问责条例》。', '对照《细则》自查。')),
];

function one(...texts: readonly string[]): (random: Random) => string {
  return (random) => pick(texts, random) ?? '';
}

/** A total with its parts in one of the ways in which officials write it, off by a little. */
function wrongSum(random: Random): string {
  const [a, b, c] = [between(2, 9, random), between(4, 12, random), between(2, 9, random)];
  const total = a + b + c + (random() < 0.5 ? 1 : -1);
  return (
    pick(
      [
        `联系点${total}个，其中机关${a}个、村${b}个、企业${c}个。`,
        `联系点${total}个；其中机关${a}个，行政村${b}个，非公企业${c}个。`,
        `联系点${total}个（机关${a}个、村${b}个、社区${c}个）。`,
        `排查线索${total}条，其中已办结${a}条、正在办理${b}条、尚未启动${c}条。`,
        `参评党员${total}名，其中男党员${a}名，女党员${b + c}名。`,
        `机关联系点${a}个、村联系点${b}个、企业联系点${c}个，共计${total}个。`,
        `三个片区${total}个联系点，分别为${a}个、${b}个、${c}个。`,
      ],
      random,
    ) ?? ''
  );
}
