import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/absorb/change.ts';
import { type Absorbed, type AbsorbRefusal, absorbReport } from '../../src/use/absorb.ts';
import { buildReport } from '../../src/use/build.ts';
import { BUILT_IN } from '../built-in.ts';
import { savedAgain } from '../edit-docx.ts';

const FACTS = `# 组织办核过
单位: { 名称: 青禾县云溪镇, 类型: 镇, 党组织: 中共云溪镇委员会, 自称: 镇党委 }
报告: { 主送: 县委巡察组, 起: 2023-01, 止: 2023-10, 日期: 2023-11-06, 落款: 中共云溪镇委员会 }
党员:
  总数: 300   # 10月底
  正式: 290
  预备: 10
培训:
  期数: 4
前言: 镇党委对照要求逐项梳理，现将有关情况报告如下。
工作:
  # 第一件
  - 标题: 抓实季度分析
    内容: >-
      每季度听取一次干部情况汇报，
      举办培训{{培训.期数}}期，做到心中有数。
  # 第二件
  - 标题: 加强日常监督
    内容: |
      坚持谈心谈话，发现苗头及时提醒。
      坚持外出报备，节假日前逐一核对。
  - 标题: 建强村级班子
    要点:
      - 逐村走访，摸清班子运行情况
      - 补齐制度，规范议事决策程序
      - 配强书记，选派年轻干部到村任职
问题:
  - 编号: P1
    标题: 后备力量偏少
    表现: 能够独当一面的年轻干部不多。
    事例: 去年两个岗位空缺半年没有合适人选
  - 编号: P2
    标题: 档案管理粗放
    表现: 材料收集不及时，归档不规范。
原因:
  - 标题: 谋划偏晚
    分析: 对三五年后的人员更替考虑得少。
    对应问题: P1
措施:
  - 标题: 建立跟踪台账
    内容: 选定一批年轻干部逐人记录培养经历。
    对应问题: [P1, P2]
    责任单位: 镇党建办
    时限: 2024-06
    状态: 推进中
编制:
  - { 类别: 行政, 核定: 32, 实有: 29, 空缺: 3 } # 县委编办
  - { 类别: 事业, 核定: 41, 实有: 38, 空缺: 3 }
`;

const SOURCE = { file: '云溪镇.yaml', bytes: new TextEncoder().encode(FACTS) };

/** The report with its paragraphs' XML changed as an editor would. */
async function absorbed(
  edit: (xml: string) => string,
  { template = 'self-review', attach = [] as readonly string[] } = {},
): Promise<Absorbed | AbsorbRefusal> {
  const options = { ...BUILT_IN, template, attach, isDraft: false } as const;
  const { value: built, diagnostics } = await buildReport(SOURCE, { ...options, format: 'docx' });
  if (built === undefined) throw new Error(JSON.stringify(diagnostics));
  const bytes = savedAgain(built.bytes, edit);
  const { value } = await absorbReport({ file: '改.docx', bytes }, SOURCE, options);
  if (value === undefined) throw new Error('unread');
  return value;
}

async function taken(...given: Parameters<typeof absorbed>): Promise<Absorbed> {
  const value = await absorbed(...given);
  if ('why' in value) throw new Error(JSON.stringify(value));
  return value;
}

/** The lines of the facts file that are gone, and those that came. */
function changedLines({ before, after }: Absorbed): { readonly gone: string[]; readonly come: string[] } {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  return {
    gone: old.filter((line) => !fresh.includes(line)),
    come: fresh.filter((line) => !old.includes(line)),
  };
}

function kinds({ changes }: Absorbed): string[] {
  return changes.map(({ kind, path = '', isTaken }: Change) => `${kind} ${path}${isTaken ? '' : ' 不写回'}`);
}

/** A paragraph of the report by words that it holds, without its neighbours. */
function paragraphWith(xml: string, words: string): string {
  const found = xml.match(/<w:p[ >](?:(?!<w:p[ >]).)*?<\/w:p>/gs) ?? [];
  const paragraph = found.find((each) => plain(each).includes(words));
  if (paragraph === undefined) throw new Error(`no paragraph with ${words}`);
  return paragraph;
}

function plain(xml: string): string {
  return xml.replace(/<[^>]*>/g, '');
}

/** The same paragraph with other words, in one run. */
function reworded(paragraph: string, words: string): string {
  const head = /^<w:p(?: [^>]*)?>(?:<w:pPr>.*?<\/w:pPr>)?/s.exec(paragraph)?.[0] ?? '<w:p>';
  return `${head}<w:r><w:t>${words}</w:t></w:r></w:p>`;
}

describe('absorbReport', () => {
  it('finds nothing in a report that was only saved again', async () => {
    expect((await taken((xml) => xml)).changes).toEqual([]);
    expect((await taken((xml) => xml, { attach: ['编制表', '台账'] })).changes).toEqual([]);
  });

  it('is not misled by runs that an editor split or merged', async () => {
    const value = await taken((xml) =>
      xml.replace(/<w:p[ >](?:(?!<w:p[ >]).)*?<\/w:p>/gs, (each) =>
        each.includes('<w:sectPr') || each.includes('<w:br') || plain(each) === ''
          ? each
          : reworded(each, plain(each)),
      ),
    );
    expect(value.changes.filter(({ kind }) => kind !== 'layout')).toEqual([]);
  });

  it('changes the fact behind a figure, also inside a text, and keeps the reference', async () => {
    const value = await taken((xml) =>
      xml.replace('举办培训4期', '举办培训6期').replace('听取一次', '听取两次'),
    );
    expect(kinds(value)).toEqual(['fact training.sessions', 'fact work.0.body']);
    expect(changedLines(value)).toEqual({
      gone: ['  期数: 4', '      每季度听取一次干部情况汇报，'],
      come: ['  期数: 6', '      每季度听取两次干部情况汇报，'],
    });
  });

  it('tells where else a figure prints', async () => {
    const value = await taken((xml) => xml.replace('正式党员290名', '正式党员291名'), {
      attach: ['党员表'],
    });
    const [change] = value.changes;
    expect(change).toMatchObject({ kind: 'fact', path: 'members.full', before: '290', after: '291' });
    expect(change?.also?.length).toBeGreaterThan(0);
    expect(change?.also?.[0]?.place).toContain('表格');
  });

  it('takes what was changed here so and there so in one text', async () => {
    const value = await taken(
      (xml) => {
        const table = xml.indexOf('<w:tbl>');
        const [body, tables] = [xml.slice(0, table), xml.slice(table)];
        return (
          body.replace('材料收集不及时', '材料收集很不及时') + tables.replace('归档不规范', '归档不够规范')
        );
      },
      { attach: ['问题清单'] },
    );
    expect(value.after).toContain('表现: 材料收集很不及时，归档不够规范。');
    expect(value.changes).toMatchObject([{ kind: 'fact', path: 'problems.1.body', side: 'report' }]);
  });

  it('takes a date in any of its places', async () => {
    const value = await taken((xml) => xml.replace(/2023年11月6日/g, '2023年12月1日'));
    expect(kinds(value)).toEqual(['fact report.date']);
    expect(value.after).toContain('日期: 2023年12月1日');
  });

  it('refuses a fact that was changed in two ways', async () => {
    const value = await absorbed(
      (xml) => xml.replace('正式党员290名', '正式党员291名').replace('>290<', '>292<'),
      { attach: ['党员表'] },
    );
    expect(value).toMatchObject({ why: 'conflict', conflicts: [{ path: 'members.full' }] });
  });

  it('takes an item more of work, after its neighbour, with what belongs to it', async () => {
    const value = await taken((xml) => {
      const before = paragraphWith(xml, '坚持外出报备');
      return xml.replace(
        before,
        `${before}${reworded(before, '（三）管好编制资源。每季度核对一次台账。')}${reworded(before, '空缺岗位及时上报。')}`,
      );
    });
    expect(kinds(value).filter((each) => !each.startsWith('layout'))).toEqual(['new work.2']);
    expect(value.after).toContain(
      '      坚持外出报备，节假日前逐一核对。\n  - 标题: 管好编制资源\n    内容: |\n      每季度核对一次台账。\n      空缺岗位及时上报。\n  - 标题: 建强村级班子\n',
    );
  });

  it('takes a problem and a point more inside a paragraph', async () => {
    const value = await taken((xml) => {
      const problems = paragraphWith(xml, '二是档案管理粗放');
      const points = paragraphWith(xml, '二是补齐制度');
      return xml
        .replace(
          problems,
          reworded(problems, `${plain(problems)}三是谈话记录简单。一些谈话只记了时间和对象。`),
        )
        .replace(
          points,
          reworded(
            points,
            plain(points)
              .replace('二是补齐制度', '二是排查隐患，建立清单；三是补齐制度')
              .replace('三是配强书记', '四是配强书记'),
          ),
        );
    });
    expect(kinds(value)).toContain('new work.2.points.1');
    expect(kinds(value)).toContain('new problems.2');
    expect(value.after).toContain(
      '      - 逐村走访，摸清班子运行情况\n      - 排查隐患，建立清单\n      - 补齐制度，规范议事决策程序\n',
    );
    expect(value.after).toContain('  - 标题: 谈话记录简单\n    表现: 一些谈话只记了时间和对象。\n');
  });

  it('takes out an item, a paragraph and a case', async () => {
    const value = await taken((xml) => {
      const monitoring = paragraphWith(xml, '坚持外出报备');
      return xml.replace(monitoring, '').replace('比如，去年两个岗位空缺半年没有合适人选。', '');
    });
    expect(kinds(value)).toEqual(['fact work.1.body', 'removed problems.0.cases.0']);
    expect(changedLines(value).gone).toEqual([
      '      坚持外出报备，节假日前逐一核对。',
      '    事例: 去年两个岗位空缺半年没有合适人选',
    ]);
  });

  it('moves an item with its comments where it stands elsewhere now', async () => {
    const value = await taken((xml) => {
      const first = paragraphWith(xml, '抓实季度分析');
      const second = paragraphWith(xml, '坚持外出报备');
      return xml.replace(first, '').replace(second, `${second}${first}`);
    });
    expect(value.changes.filter(({ kind }) => kind !== 'layout')).toMatchObject([
      { kind: 'fact', note: '次序变了', isTaken: true },
    ]);
    expect(value.after.indexOf('# 第二件')).toBeLessThan(value.after.indexOf('# 第一件'));
    expect(value.after.indexOf('抓实季度分析')).toBeGreaterThan(value.after.indexOf('加强日常监督'));
    expect(value.after.indexOf('抓实季度分析')).toBeLessThan(value.after.indexOf('建强村级班子'));
  });

  it('takes a paragraph that was cut in two, and two that were joined', async () => {
    const value = await taken((xml) => {
      const first = paragraphWith(xml, '抓实季度分析');
      const text = plain(first);
      const at = text.indexOf('举办');
      const second = paragraphWith(xml, '坚持谈心谈话');
      const third = paragraphWith(xml, '坚持外出报备');
      return xml
        .replace(first, reworded(first, `${text.slice(0, at - 1)}。`) + reworded(first, text.slice(at)))
        .replace(third, '')
        .replace(second, reworded(second, plain(second) + plain(third)));
    });
    expect(value.after).toContain('每季度听取一次干部情况汇报。\n');
    expect(value.after).toContain('      坚持谈心谈话，发现苗头及时提醒。坚持外出报备，节假日前逐一核对。\n');
  });

  it('takes a cell of a table', async () => {
    const value = await taken((xml) => xml.replace(/>38</g, '>37<'), { attach: ['编制表'] });
    expect(kinds(value)[0]).toBe('fact posts.1.actual');
    expect(value.after).toContain('{ 类别: 事业, 核定: 41, 实有: 37, 空缺: 3 }');
  });

  it('takes a row of a table as an item, and says what the template then prints otherwise', async () => {
    const value = await taken(
      (xml) =>
        xml.replace(/<w:tr>(?:(?!<w:tr>).)*?事业(?:(?!<w:tr>).)*?<\/w:tr>/, (row) => {
          const cells = ['3', '周转编制', '2', '1', '1', '0'];
          return row + row.replace(/<w:t(?: [^>]*)?>[^<]*<\/w:t>/g, () => `<w:t>${cells.shift()}</w:t>`);
        }),
      { attach: ['编制表'] },
    );
    expect(value.changes[0]).toMatchObject({ kind: 'new', path: 'posts.2', isTaken: true });
    expect(value.changes.slice(1).every(({ note }) => note === '事实改了以后，模板这样写')).toBe(true);
    expect(changedLines(value).come).toEqual(['  - { 类别: 周转, 核定: 2, 实有: 1, 空缺: 1 }']);
  });

  it('tells of a row that is no item of the facts what to do', async () => {
    const value = await taken(
      (xml) =>
        xml.replace(
          /<w:tr>(?:(?!<w:tr>).)*?事业(?:(?!<w:tr>).)*?<\/w:tr>/,
          (row) => row + row.replace(/<w:t(?: [^>]*)?>(?:38|41)<\/w:t>/g, '<w:t>若干</w:t>'),
        ),
      { attach: ['编制表'] },
    );
    expect(kinds(value)).toEqual(['new  不写回']);
    expect(value.changes[0]).toMatchObject({ note: '表里新的一行，读不成一项' });
    expect(value.changes[0]?.advice).toContain('在事实文件里照别的项加上');
  });

  it('takes nothing of a new section into the text above it', async () => {
    const value = await taken((xml) => {
      const heading = paragraphWith(xml, '三、存在的问题');
      const section = [
        heading.replace('三、存在的问题', '三、特色做法'),
        reworded(paragraphWith(xml, '坚持外出报备'), '探索组团联村，五个村结对。'),
        reworded(paragraphWith(xml, '加强日常监督'), '（一）结对到村。每村一名干部。'),
      ];
      return xml.replace(heading, section.join('') + heading.replace('三、', '四、'));
    });
    expect(value.after).toBe(value.before);
    expect(value.changes.filter(({ kind }) => kind === 'new').map(({ note }) => note)).toEqual([
      '新的标题，事实里没有放它的地方',
      '新的文字，事实里没有放它的地方',
      '新的标题，事实里没有放它的地方',
    ]);
  });

  it('tells the template’s words and does not take them', async () => {
    const value = await taken((xml) => xml.replace('全镇共有党员', '全镇现有党员'));
    expect(value.changes).toMatchObject([
      { kind: 'wording', isTaken: false, before: '全镇共有党员300名', after: '全镇现有党员300名' },
    ]);
    expect(value.after).toBe(value.before);
  });

  it('counts tracked changes as accepted', async () => {
    const value = await taken((xml) =>
      xml.replace(
        /(<w:r>(?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?)<w:t(?: [^>]*)?>([^<]*?)谋划偏晚([^<]*)<\/w:t><\/w:r>/s,
        (_, head: string, ahead: string, behind: string) =>
          `${head}<w:t xml:space="preserve">${ahead}谋划</w:t></w:r>` +
          `<w:del w:id="901" w:author="甲" w:date="2023-11-07T00:00:00Z">${head}<w:delText>偏晚</w:delText></w:r></w:del>` +
          `<w:ins w:id="902" w:author="甲" w:date="2023-11-07T00:00:00Z">${head}<w:t>不早</w:t></w:r></w:ins>` +
          `${head}<w:t xml:space="preserve">${behind}</w:t></w:r>`,
      ),
    );
    expect(changedLines(value)).toEqual({ gone: ['  - 标题: 谋划偏晚'], come: ['  - 标题: 谋划不早'] });
  });

  it('says what does not add up afterwards', async () => {
    const value = await taken((xml) => xml.replace('党员300名', '党员301名'));
    expect(value.diagnostics.map(({ rule }) => rule)).toEqual(['tally-sum']);
  });

  it('fills in what a draft lacks', async () => {
    const facts = { file: 'a.yaml', bytes: new TextEncoder().encode(FACTS.replace('期数: 4', '期数: 待补')) };
    const options = { ...BUILT_IN, isDraft: true } as const;
    const { value: built } = await buildReport(facts, { ...options, format: 'docx' });
    const bytes = savedAgain(built?.bytes ?? new Uint8Array(), (xml) =>
      xml.replace(/【待补：[^】]*】/g, '5'),
    );
    const { value } = await absorbReport({ file: '改.docx', bytes }, facts, options);
    expect(value).toMatchObject({ after: FACTS.replace('期数: 4', '期数: 5') });
  });
});

describe('where the facts changed too', () => {
  const newer = {
    file: '云溪镇.yaml',
    bytes: new TextEncoder().encode(FACTS.replace('期数: 4', '期数: 9').replace('谋划偏晚', '谋划太晚')),
  };
  const options = { ...BUILT_IN, template: 'self-review', isDraft: false } as const;

  it('says so of a report that nobody touched', async () => {
    const { value: built } = await buildReport(SOURCE, { ...options, format: 'docx' });
    const { value } = await absorbReport(
      { file: '原.docx', bytes: built?.bytes ?? new Uint8Array() },
      newer,
      { ...options, isOlder: true },
    );
    if (value === undefined || 'why' in value) throw new Error('refused');
    expect(value.changes.map(({ side, isTaken, path }) => ({ side, isTaken, path }))).toEqual([
      { side: 'facts', isTaken: false, path: 'training.sessions' },
      { side: 'facts', isTaken: false, path: 'causes.0.title' },
    ]);
    expect(value.after).toBe(value.before);
  });

  it('takes only what was changed in the report, where the old report or the old facts are given', async () => {
    const { value: built } = await buildReport(SOURCE, { ...options, format: 'docx' });
    const original = built?.bytes ?? new Uint8Array();
    const bytes = savedAgain(original, (xml) => xml.replace('听取一次', '听取两次'));
    for (const base of [SOURCE, { file: '原.docx', bytes: original }]) {
      const { value } = await absorbReport({ file: '改.docx', bytes }, newer, { ...options, base });
      if (value === undefined || 'why' in value) throw new Error('refused');
      expect(value.changes.map(({ side, isTaken, path }) => `${side} ${isTaken} ${path}`)).toEqual([
        'report true work.0.body',
        'facts false training.sessions',
        'facts false causes.0.title',
      ]);
      expect(value.after).toBe(new TextDecoder().decode(newer.bytes).replace('听取一次', '听取两次'));
    }
  });
});

it('refuses another unit’s report, and another report', async () => {
  const other = await absorbed((xml) => xml.replaceAll('云溪', '石泉'));
  expect(other).toMatchObject({ why: 'other-unit' });
  const strange = await absorbed((xml) =>
    xml.replace(
      /(<w:t(?: [^>]*)?>)([^<]{4,})(<\/w:t>)/g,
      (_, open: string, text: string, close: string) =>
        open + (text.includes('云溪') ? text : [...text].reverse().join('')) + close,
    ),
  );
  expect(strange).toMatchObject({ why: 'other-report' });
});
