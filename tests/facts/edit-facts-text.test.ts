import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editFactsText } from '../../src/facts/edit/edit-facts-text.ts';
import { type FactEdit, YamlSource } from '../../src/facts/edit/fact-edit.ts';
import { addComments, readWritten } from '../../src/facts/edit/written-facts.ts';
import { segmentsOfPath, valueAt } from '../../src/facts/fact-path.ts';
import { readFacts } from '../../src/facts/read-facts.ts';
import { factsTexts } from '../../src/facts/texts-of.ts';

function edited(text: string, ...edits: FactEdit[]): string {
  const { text: after, refused } = editFactsText(text, edits);
  expect(refused).toEqual([]);
  return after;
}

describe('editFactsText', () => {
  it('changes a figure and leaves its comment', () => {
    expect(
      edited('党员:\n  总数: 486   # 以系统为准\n  男: 352\n', {
        kind: 'set',
        path: 'members.total',
        value: '487',
      }),
    ).toBe('党员:\n  总数: 487   # 以系统为准\n  男: 352\n');
  });

  it('puts a key ahead of the example that has it commented out, and below the comments of what stands above', () => {
    const before =
      '党员:\n  总数: 486\n  # 本期发展: {总数: 5}\n\n# 干部:\n#   总数: 60\n# 任免: {批次: 3}\n工作: []\n';
    const set = (path: string) => ({ kind: 'set', path, value: '1' }) as const;
    expect(
      edited(before, set('members.admitted.total'), set('appointments.batches'), set('training.sessions')),
    ).toBe(
      '党员:\n  总数: 486\n  本期发展:\n    总数: 1\n  # 本期发展: {总数: 5}\n\n# 干部:\n#   总数: 60\n\n任免:\n  批次: 1\n\n培训:\n  期数: 1\n# 任免: {批次: 3}\n工作: []\n',
    );
    const below = '党员:\n  总数: 486\n  # 按系统\n# ———— 正文 ————\n工作: []\n';
    expect(edited(below, set('cadres.total'))).toBe(
      '党员:\n  总数: 486\n  # 按系统\n干部:\n  总数: 1\n# ———— 正文 ————\n工作: []\n',
    );
  });

  it('changes only the characters of a folded text that differ', () => {
    const before = '前言: >- # 会上定的\n  第一行写了三件事，\n  第二行写了两件事。\n结语: 完\n';
    expect(
      edited(before, { kind: 'set', path: 'preamble', value: '第一行写了三件事，第二行写了四件事。' }),
    ).toBe('前言: >- # 会上定的\n  第一行写了三件事，\n  第二行写了四件事。\n结语: 完\n');
  });

  it('gives a folded text another paragraph', () => {
    const before = '前言: >-\n  一段。\n结语: 完\n';
    expect(edited(before, { kind: 'set', path: 'preamble', value: '一段。\n又一段。' })).toBe(
      '前言: >-\n  一段。\n\n  又一段。\n结语: 完\n',
    );
  });

  it('makes a block of a plain text that gets a second paragraph', () => {
    expect(
      edited('结语: 一段。 # 待定\n附件:\n  - 表\n', {
        kind: 'set',
        path: 'closing',
        value: '一段。\n二段。',
      }),
    ).toBe('结语: | # 待定\n  一段。\n  二段。\n附件:\n  - 表\n');
  });

  it('quotes what would mean something else', () => {
    expect(edited('工作:\n  - 标题: 甲\n', { kind: 'set', path: 'work.0.title', value: '甲: 乙 # 丙' })).toBe(
      '工作:\n  - 标题: "甲: 乙 # 丙"\n',
    );
    expect(edited("工作:\n  - 标题: '甲''乙'\n", { kind: 'set', path: 'work.0.title', value: "甲'丙" })).toBe(
      "工作:\n  - 标题: '甲''丙'\n",
    );
    expect(
      edited('应说明事项:\n  - 情况: 无\n', {
        kind: 'set',
        path: 'compliance.0.answer',
        value: '{{任免.提拔}}名',
      }),
    ).toBe('应说明事项:\n  - 情况: "{{任免.提拔}}名"\n');
  });

  it('puts a key where the vocabulary has it, in the language of the file', () => {
    expect(
      edited('措施:\n  - 标题: 甲\n    状态: 推进中 # 八月\n', {
        kind: 'set',
        path: 'measures.0.deadline',
        value: '2024-12-31',
      }),
    ).toBe('措施:\n  - 标题: 甲\n    时限: 2024-12-31\n    状态: 推进中 # 八月\n');
    expect(
      edited('measures:\n  - title: 甲\n', { kind: 'set', path: 'measures.0.evidence', value: ['一', '二'] }),
    ).toBe('measures:\n  - title: 甲\n    evidence:\n      - 一\n      - 二\n');
    expect(
      edited('单位: { 名称: 甲镇, 上级: 县委 }\n', { kind: 'set', path: 'unit.kind', value: '镇' }),
    ).toBe('单位: { 名称: 甲镇, 类型: 镇, 上级: 县委 }\n');
    expect(
      edited('单位:\n  名称: 甲镇\n\n前言: 文字\n', { kind: 'set', path: 'members.total', value: '12' }),
    ).toBe('单位:\n  名称: 甲镇\n\n党员:\n  总数: 12\n\n前言: 文字\n');
  });

  it('fills what stands empty', () => {
    expect(
      edited('党员:\n  总数:   # 还没有\n  男: 3\n', { kind: 'set', path: 'members.total', value: '5' }),
    ).toBe('党员:\n  总数: 5   # 还没有\n  男: 3\n');
  });

  it('puts an item between its neighbours as they are written', () => {
    const before =
      '工作:\n  # 第一\n  - 标题: 甲\n    内容: 甲文\n\n  # 第二\n  - 标题: 乙\n\n问题:\n  - 标题: 丙\n';
    expect(
      edited(before, { kind: 'insert', path: 'work', index: 1, value: { title: '新', body: '新文' } }),
    ).toBe(
      '工作:\n  # 第一\n  - 标题: 甲\n    内容: 甲文\n\n  - 标题: 新\n    内容: 新文\n\n  # 第二\n  - 标题: 乙\n\n问题:\n  - 标题: 丙\n',
    );
    expect(
      edited('编制:\n  - { 类别: 行政, 核定: 3 }\n', {
        kind: 'insert',
        path: 'posts',
        index: 1,
        value: { category: '事业', authorized: '4' },
      }),
    ).toBe('编制:\n  - { 类别: 行政, 核定: 3 }\n  - { 类别: 事业, 核定: 4 }\n');
  });

  it('makes a list of a text that stands alone', () => {
    expect(
      edited('问题:\n  - 标题: 甲\n    事例: 一事\n', {
        kind: 'set',
        path: 'problems.0.cases.1',
        value: '二事',
      }),
    ).toBe('问题:\n  - 标题: 甲\n    事例:\n      - 一事\n      - 二事\n');
  });

  it('takes an item out and leaves the comments of others', () => {
    const before =
      '工作:\n  - 标题: 甲\n  # 关于乙\n  - 标题: 乙\n    内容: |\n      一\n      二\n  # 关于丙\n  - 标题: 丙\n';
    expect(edited(before, { kind: 'remove', path: 'work.1' })).toBe(
      '工作:\n  - 标题: 甲\n  # 关于乙\n  # 关于丙\n  - 标题: 丙\n',
    );
    expect(edited('附件:\n  - 表\n结语: 完\n', { kind: 'remove', path: 'attachments.0' })).toBe('结语: 完\n');
  });

  it('moves an item with what is said above it', () => {
    const before = '工作:\n  - 标题: 甲\n  # 关于乙\n  - 标题: 乙\n  - 标题: 丙\n';
    expect(edited(before, { kind: 'move', path: 'work', from: 1, to: 2 })).toBe(
      '工作:\n  - 标题: 甲\n  - 标题: 丙\n  # 关于乙\n  - 标题: 乙\n',
    );
    expect(edited(before, { kind: 'move', path: 'work', from: 2, to: 0 })).toBe(
      '工作:\n  - 标题: 丙\n  - 标题: 甲\n  # 关于乙\n  - 标题: 乙\n',
    );
  });

  it('puts a value in YAML’s own writing, with its comments', () => {
    const before =
      '措施:   # 按会议\n  - 标题: 甲\n    时限: 2024-10 # 逾期\n\n# 以下是概况\n党员: {男: 3} # 系统\n';
    expect(
      edited(
        before,
        { kind: 'set', path: 'measures', value: new YamlSource('  - 标题: 乙\n    时限: 2024-11   # 按期') },
        { kind: 'set', path: 'members.male', value: new YamlSource('4') },
        { kind: 'set', path: 'members.byAge', value: new YamlSource('{35岁及以下: 4}') },
      ),
    ).toBe(
      '措施:   # 按会议\n  - 标题: 乙\n    时限: 2024-11   # 按期\n\n# 以下是概况\n党员: {男: 4, 年龄: {35岁及以下: 4}} # 系统\n',
    );
  });

  it('refuses what the file has no place for, and changes nothing', () => {
    const text = '党员: &a\n  总数: 3\n';
    expect(editFactsText(text, [{ kind: 'set', path: 'members.nobody', value: '1' }]).text).toBe(text);
    expect(
      editFactsText('- 甲\n', [{ kind: 'set', path: 'members.total', value: '1' }]).refused,
    ).toHaveLength(1);
  });
});

const SAMPLES = readdirSync('data-samples')
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(`data-samples/${name}`, 'utf8'));

describe('editing the samples', () => {
  it.each(SAMPLES)('gives any text to any fact, and no other line changes', async (sample) => {
    const read = async (text: string) => {
      const { value } = await readFacts({ file: 'f.yaml', bytes: new TextEncoder().encode(text) });
      if (value === undefined) throw new Error('unreadable');
      return value.facts;
    };
    const facts = await read(sample);
    const leaves = factsTexts(facts).filter(({ field }) => field.kind === 'prose' || field.kind === 'proses');
    const change = fc.record({
      leaf: fc.constantFrom(...leaves),
      at: fc.nat(),
      text: fc.constantFrom(
        '新的字',
        '“引号”',
        ': ',
        ' # ',
        '\n第二段',
        '"',
        "'",
        '{{党员.总数}}',
        '；',
        '-',
        '\\',
        '12.5',
      ),
      isWhole: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ leaf, at, text, isWhole }) => {
        const place = at % (leaf.text.length + 1);
        const value = isWhole
          ? text.trim()
          : `${leaf.text.slice(0, place)}${text}${leaf.text.slice(place)}`.trim();
        const { text: after, refused } = editFactsText(sample, [{ kind: 'set', path: leaf.path, value }]);
        expect(refused).toEqual([]);
        expect(valueAt(await read(after), segmentsOfPath(leaf.path))).toBe(value);
        const lines = new Set(after.split('\n'));
        const gone = sample.split('\n').filter((line) => !lines.has(line));
        expect(gone.length).toBeLessThanOrEqual(isWhole || value.includes('\n') ? 40 : 1);
      }),
      { seed: 7, numRuns: 12 },
    );
  });

  it.each(SAMPLES)('gives many facts at once the text that one after another gives them', async (sample) => {
    const { value } = await readFacts({ file: 'f.yaml', bytes: new TextEncoder().encode(sample) });
    const paths = factsTexts(value?.facts ?? {}).map(({ path }) => path);
    const edits = fc.uniqueArray(
      fc.record({ path: fc.constantFrom(...paths), value: fc.constantFrom('新', '“甲”：乙', '一。\n二。') }),
      {
        selector: ({ path }) => path,
        minLength: 2,
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(edits, (some) => {
        const sets = some.map((edit) => ({ kind: 'set', ...edit }) as const);
        const alone = sets.reduce((text, edit) => editFactsText(text, [edit]).text, sample);
        expect(editFactsText(sample, sets)).toEqual({ text: alone, refused: [] });
      }),
      { seed: 8, numRuns: 2 },
    );
  });

  it.each(
    SAMPLES,
  )('reads values as they are written, and puts comments beside them that change nothing', async (sample) => {
    const { value } = await readFacts({ file: 'f.yaml', bytes: new TextEncoder().encode(sample) });
    const paths = factsTexts(value?.facts ?? {}).map(({ path }) => path);
    const written = readWritten(sample);
    for (const path of paths) expect(sample).toContain(written?.writtenAt(path) ?? 'nothing is written');
    const commented = addComments(
      sample,
      paths.flatMap((path) => [
        { at: 'after', path, text: '# 在后' } as const,
        { at: 'above', path, text: '# 在上' } as const,
      ]),
    );
    expect(commented.split('# 在后').length).toBe(paths.length + 1);
    const after = await readFacts({ file: 'f.yaml', bytes: new TextEncoder().encode(commented) });
    expect(after.value?.facts).toEqual(value?.facts);
    expect(after.diagnostics).toEqual([]);
  });
});
