import { Ledger, type LedgerFigure, type LedgerText, type Random } from './ledger.ts';

type Pieces = readonly (string | LedgerFigure)[];
type Paragraph = (ledger: Ledger) => Pieces;

/** Paragraphs in the manner of what townships and counties publish, by genre; every figure comes from the ledger. */
const GENRES: Readonly<Record<string, readonly Paragraph[]>> = {
  党内统计: [
    (l) => {
      const total = l.count(l.between(4000, 90_000));
      const last = total.value - l.between(40, Math.floor(total.value / 20));
      const by = l.count(total.value - last);
      const rate = l.growthBy(total, by, 1);
      const [f, m, e] = [some(l, total, 0.3), some(l, total, 0.07), some(l, total, 0.55)];
      return p`截至2023年12月31日，全县共有党员${total}名，比上年增加${by}名，增长${rate}%。其中，女党员${f}名，占党员总数的${l.share(f, total)}%；少数民族党员${m}名，占${l.share(m, total)}%；大专及以上学历党员${e}名，占${l.share(e, total)}%。`;
    },
    (l) => {
      const total = l.count(l.between(300, 3000));
      const [a, b, c] = l.three(total);
      l.sum(total, [a, b, c]);
      return p`全县现有基层党组织${total}个，其中基层党委${a}个，总支部${b}个，支部${c}个。`;
    },
    (l) => {
      const total = l.count(l.between(2000, 20_000));
      const parts = l.four(total);
      l.sum(total, parts);
      const [a, b, c, d] = parts;
      return p`全镇现有党员${total}名。从年龄看，35岁及以下${a}名，占${l.share(a, total)}%；36岁至45岁${b}名，占${l.share(b, total)}%；46岁至60岁${c}名，占${l.share(c, total)}%；61岁及以上${d}名，占${l.share(d, total)}%。`;
    },
    (l) => {
      const total = l.count(l.between(500, 4000));
      const [a, b, c, d] = l.four(total);
      l.sum(total, [a, b, c, d]);
      return p`党员${total}名，其中研究生学历${a}名，本科学历${b}名，大专学历${c}名，中专及以下学历${d}名。`;
    },
    (l) => {
      const total = l.count(l.between(300, 2600));
      const line = l.count(Math.round(total.value * 0.51));
      const young = l.count(Math.round(total.value * 0.81));
      const women = l.count(Math.round(total.value * 0.43));
      return p`全年共发展党员${total}名。其中，发展生产、工作一线党员${line}名，占${l.share(line, total)}%；发展女党员${women}名，占${l.share(women, total)}%；发展35岁及以下党员${young}名，占${l.share(young, total)}%。`;
    },
    (l) => {
      const total = l.count(l.between(120, 900));
      const [men, women] = l.two(total);
      l.sum(total, [men, women]);
      return p`镇党委下辖16个党支部，共有党员${total}名，其中男党员${men}名、女党员${women}名。`;
    },
  ],
  人口普查: [
    (l) => {
      const last = l.count(l.between(120_000, 700_000));
      const now = l.count(last.value + l.between(3000, 60_000));
      return p`全县常住人口为${now}人，与2010年第六次全国人口普查的${last}人相比，十年共增加${l.change(now, last)}人，增长${l.growth(now, last, 2)}%，年平均增长率为0.81%。`;
    },
    (l) => {
      const total = l.count(l.between(120_000, 700_000));
      const [men, women] = l.two(total);
      return p`全县常住人口为${total}人。\n全县常住人口中，男性人口为${men}人，占${l.share(men, total, 2)}%；女性人口为${women}人，占${l.share(women, total, 2)}%。`;
    },
    (l) => {
      const total = l.count(l.between(120_000, 700_000));
      const [han, others] = l.two(total);
      const hui = l.count(Math.round(others.value * 0.9));
      return p`全县人口${total}人。其中，汉族人口为${han}人，占${l.share(han, total, 2)}%；各少数民族人口为${others}人，占${l.share(others, total, 2)}%，其中回族人口为${hui}人，占${l.share(hui, total, 2)}%。`;
    },
    (l) => {
      const total = l.count(l.between(120_000, 700_000));
      const [town, country] = l.two(total);
      l.sum(total, [town, country]);
      return p`全县总人口${total}人，其中城镇人口${town}人，乡村人口${country}人，城镇人口占总人口的${l.share(town, total)}%。`;
    },
    (l) => {
      const total = l.count(l.between(12_000, 70_000));
      const [a, b] = l.two(total);
      l.sum(total, [a, b]);
      return p`全乡人口${total}人，其中农业人口${a}人，非农业人口${b}人。`;
    },
  ],
  财政: [
    (l) => {
      const now = l.measure(l.between(20_000, 90_000));
      const by = l.measure(l.between(500, 6000));
      const plan = l.measure(Math.round(now.value * (0.9 + l.between(0, 15) / 100)));
      return p`全县一般公共预算收入完成${now}万元，为年初预算${plan}万元的${l.share(now, plan, 1, 'rate')}%，比上年增收${by}万元，增长${l.growthBy(now, by, 1)}%。`;
    },
    (l) => {
      const now = l.measure(l.between(9000, 30_000));
      const by = l.measure(l.between(300, 2600));
      return p`非税收入${now}万元，比上年减收${by}万元，下降${l.growthBy(now, by, -1)}%。`;
    },
    (l) => {
      const total = l.measure(l.between(20_000, 90_000));
      const [tax, other] = l.two(total);
      l.sum(total, [tax, other]);
      return p`一般公共预算收入${total}万元，其中：税收收入${tax}万元，占一般公共预算收入的${l.share(tax, total)}%；非税收入${other}万元。`;
    },
    (l) => {
      const last = l.measure(l.between(1000, 9000));
      const now = l.measure(last.value + l.between(60, 900));
      return p`全年完成税收${now}万元，比上年的${last}万元增长${l.growth(now, last)}%。`;
    },
    (l) => {
      const last = l.measure(l.between(200, 900) + 0.5, 1);
      const now = l.measure(last.value + l.between(20, 200) + 0.2, 1);
      return p`村级集体经济收入由上年的${last}万元增长到${now}万元，增长${l.growth(now, last)}%。`;
    },
  ],
  整改: [
    (l) => {
      const total = l.count(l.between(40, 160));
      const [done, rest] = l.two(total);
      l.sum(total, [done, rest]);
      return p`市委巡察组共反馈问题${total}个，其中已完成整改${done}个，正在整改${rest}个，整改完成率${l.share(done, total, 1, 'rate')}%。`;
    },
    (l) => {
      const total = l.count(l.between(60, 400));
      const [a, b, c] = l.three(total);
      l.sum(total, [a, b, c]);
      return p`制定整改措施${total}条，已完成${a}条，正在推进${b}条，长期坚持${c}条。`;
    },
    (l) => {
      const total = l.measure(l.between(300, 5000) + 0.3, 1);
      const done = l.measure(total.value * 0.87, 1);
      return p`审计查出问题金额${total}万元，已整改金额${done}万元，整改率${l.share(done, total, 1, 'rate')}%。`;
    },
  ],
  信访: [
    (l) => {
      const total = l.count(l.between(150, 900));
      const [a, b, c] = l.three(total);
      l.sum(total, [a, b, c]);
      return p`共受理信访举报${total}件，其中检举控告类${a}件，占${l.share(a, total)}%；批评建议类${b}件，占${l.share(b, total)}%；申诉类${c}件，占${l.share(c, total)}%。`;
    },
    (l) => {
      const [opening, came] = [l.count(l.between(10, 60)), l.count(l.between(90, 400))];
      const went = l.count(came.value - l.between(1, 9));
      const left = l.count(opening.value + came.value - went.value);
      l.flow(opening, came, went, left);
      return p`上年结转${opening}件，新受理${came}件，办结${went}件，结转下年${left}件。`;
    },
    (l) => {
      const last = l.count(l.between(200, 900));
      const now = l.count(last.value - l.between(12, 90));
      return p`全年接待群众来访${now}批，比上年的${last}批减少${l.change(now, last)}批，下降${l.growth(now, last)}%。`;
    },
  ],
  选举: [
    (l) => {
      const due = l.count(l.between(3000, 40_000));
      const came = l.count(Math.round(due.value * 0.93));
      return p`应参加选举的选民${due}人，实际参加投票${came}人，参选率${l.share(came, due, 1, 'rate')}%。`;
    },
    (l) => {
      const total = l.count(l.between(120, 400));
      const [party, others] = l.two(total);
      l.sum(total, [party, others]);
      const women = l.count(Math.round(total.value * 0.3));
      return p`选举产生代表${total}名，其中中共党员${party}名，非中共党员${others}名。代表中，妇女${women}名，占${l.share(women, total)}%。`;
    },
    (l) => {
      const last = l.measure(48.5 + l.between(0, 20) / 10, 1);
      const now = l.measure(last.value - 5.3 - l.between(0, 9) / 10, 1);
      return p`新一届村“两委”成员平均年龄${now}岁，比上届的${last}岁下降${l.change(now, last, 1)}岁。`;
    },
    (l) => {
      const due = l.count(l.between(120, 300));
      const came = l.count(due.value - l.between(3, 20));
      return p`会议应到党员${due}名，实到${came}名，到会率${l.share(came, due, 1, 'rate')}%。`;
    },
  ],
  经济: [
    (l) => {
      const now = l.measure(l.between(14_000, 40_000));
      const by = l.measure(l.between(600, 2600));
      return p`农村居民人均可支配收入${now}元，比上年增加${by}元，增长${l.growthBy(now, by, 1)}%。`;
    },
    (l) => {
      const last = l.measure(l.between(20, 90) + 0.31, 2);
      const now = l.measure(last.value + l.between(1, 6) + 0.25, 2);
      return p`全年粮食总产量${now}万吨，比上年的${last}万吨增产${l.change(now, last, 2)}万吨，增长${l.growth(now, last)}%。`;
    },
    (l) => {
      const farmland = l.measure(l.between(12_000, 90_000));
      const [wet, dry] = l.two(farmland);
      l.sum(farmland, [wet, dry]);
      return p`全镇耕地面积${farmland}亩，其中水田${wet}亩、旱地${dry}亩，水田占耕地面积的${l.share(wet, farmland)}%。`;
    },
    (l) => {
      const villages = l.count(l.between(9, 40));
      const strong = l.count(Math.max(2, Math.round(villages.value * 0.6)));
      return p`全镇辖${villages}个行政村，集体经济收入20万元以上的村${strong}个，占行政村总数的${l.share(strong, villages)}%。`;
    },
  ],
  平均: [
    (l) => {
      const sessions = l.count(l.between(3, 40));
      const each = l.measure(l.between(31, 240));
      const heads = l.count(sessions.value * each.value);
      l.quotient('average', { total: heads, count: sessions, stated: each, factor: 1 });
      return p`全年举办培训班${sessions}期，参训党员${heads}人次，平均每期${each}人次。`;
    },
    (l) => {
      const households = l.count(l.between(200, 4000));
      const heads = l.count(households.value * 3 + l.between(0, households.value));
      return p`全村共${households}户${heads}人，户均${l.average(heads, households, 1)}人。`;
    },
    (l) => {
      const area = l.measure(l.between(2000, 60_000));
      const price = l.measure(l.between(61, 240));
      const sum = l.measure((area.value * price.value) / 10_000, 2);
      l.quotient('average', { total: sum, count: area, stated: price, factor: 10_000 });
      return p`全镇补贴面积${area}亩，每亩${price}元，共发放资金${sum}万元。`;
    },
    (l) => {
      const teachers = l.count(l.between(40, 600));
      const pupils = l.count(teachers.value * l.between(11, 17) + l.between(0, teachers.value));
      return p`全镇现有在校学生${pupils}人，专任教师${teachers}人，生师比为${l.ratio(pupils, teachers)}∶1。`;
    },
    (l) => {
      const fields = l.measure(l.between(12_000, 60_000));
      const heads = l.count(l.between(9000, 30_000));
      return p`全乡总人口${heads}人，耕地面积${fields}亩，人均耕地${l.average(fields, heads, 2)}亩。`;
    },
  ],
  余额: [
    (l) => {
      const income = l.measure(l.between(30_000, 250_000));
      const expense = l.measure(income.value - l.between(800, 6000));
      const left = l.measure(income.value - expense.value);
      l.rest(income, expense, left);
      return p`收入总计${income}万元。支出总计${expense}万元，收支相抵，年终结余${left}万元。`;
    },
    (l) => {
      const whole = l.measure(l.between(200, 3000) + 0.3, 1);
      const taken = l.measure(whole.value * 0.9, 1);
      const left = l.measure(whole.value - taken.value, 1);
      l.rest(whole, taken, left);
      return p`共查出问题资金${whole}万元，已追缴${taken}万元，尚有${left}万元正在追缴。`;
    },
    (l) => {
      const [came, went] = [l.count(l.between(500, 2000)), l.count(l.between(100, 400))];
      const net = l.count(came.value - went.value);
      l.rest(came, went, net);
      return p`全年新登记经营主体${came}户，注销${went}户，净增${net}户。`;
    },
    (l) => {
      const last = l.count(l.between(300, 2000));
      const now = l.count(last.value - l.between(20, 200));
      return p`整治占道经营${now}处，比上年少${l.change(now, last)}处，上年为${last}处。`;
    },
    (l) => {
      const [a, b, c] = [
        l.measure(l.between(2000, 9000)),
        l.measure(l.between(2000, 9000)),
        l.measure(l.between(800, 3000)),
      ];
      const total = l.measure(a.value + b.value + c.value);
      l.sum(total, [a, b, c]);
      return p`种植茶叶${a}亩、中药材${b}亩、高山蔬菜${c}亩，三项合计${total}亩。`;
    },
    (l) => {
      const total = l.count(l.between(200, 900));
      const [women, young] = [some(l, total, 0.3), some(l, total, 0.5)];
      return p`全年发展党员${total}名，其中女党员${women}名，35岁及以下的${young}名，分别占${l.share(women, total)}%、${l.share(young, total)}%。`;
    },
    (l) => {
      const [villages, heads] = [l.count(l.between(9, 30)), l.count(l.between(120, 400))];
      const [towns, men] = [l.count(l.between(2, 6)), l.count(l.between(40, 110))];
      const teams = l.count(villages.value + towns.value);
      const all = l.count(heads.value + men.value);
      l.sum(teams, [towns, villages]);
      l.sum(all, [men, heads]);
      return p`组建镇级队伍${towns}支${men}人、村级队伍${villages}支${heads}人，共${teams}支${all}人。`;
    },
  ],
  信函: [
    (l) => {
      const [h, c] = [l.count(l.between(60, 400)), l.count(l.between(500, 1600))];
      const [h1, h2, h3] = l.three(h);
      const [c1, c2, c3] = l.three(c);
      l.sum(h, [h1, h2, h3]);
      l.sum(c, [c1, c2, c3]);
      return p`全镇共有监测对象${h}户${c}人，其中：东坪村${h1}户${c1}人；西湖村${h2}户${c2}人；上洞村${h3}户${c3}人。`;
    },
    (l) => {
      const total = l.count(l.between(60, 160));
      const [a, b] = l.two(total);
      l.sum(total, [a, b]);
      return p`共承办建议提案${total}件，其中集体提案${a}件，个人和联名提案${b}件，集体提案占承办总数的${l.share(a, total)}%。`;
    },
    (l) => {
      const [a, b, c] = [l.count(l.between(20, 60)), l.count(l.between(20, 60)), l.count(l.between(20, 60))];
      const total = l.count(a.value + b.value + c.value);
      l.sum(total, [a, b, c]);
      return p`甲村、乙村、丙村党员数分别为${a}名、${b}名和${c}名，共${total}名。`;
    },
    (l) => {
      const [last, by] = [l.count(l.between(300, 700)), l.between(6, 60)];
      const now = l.count(last.value + by);
      return p`党员人数由${last}名增至${now}名，净增${l.change(now, last)}名。`;
    },
  ],
};

/** About that part of a whole. */
function some(l: Ledger, total: LedgerFigure, part: number): LedgerFigure {
  return l.count(Math.round(total.value * part) + l.between(0, 99));
}

function p(texts: TemplateStringsArray, ...figures: readonly LedgerFigure[]): Pieces {
  return texts.flatMap((text, index) => {
    const figure = figures[index];
    return figure === undefined ? [text] : [text, figure];
  });
}

/** One text of every paragraph of every genre. */
export function ledgerTexts(random: Random): LedgerText[] {
  return Object.entries(GENRES).flatMap(([genre, paragraphs]) =>
    paragraphs.map((paragraph) => {
      const ledger = new Ledger(random);
      const pieces = paragraph(ledger);
      return { genre, pieces, relations: ledger.relations };
    }),
  );
}
