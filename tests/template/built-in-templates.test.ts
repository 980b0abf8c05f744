import { describe, expect, it } from 'vitest';
import { headings, IDS, print, textOf } from './print.ts';
import { FULL, MINIMAL, RECTIFIED } from './sample-facts.ts';

const OUTLINES: Readonly<Record<string, readonly string[]>> = {
  'self-review': ['基本情况', '工作情况', '存在的问题', '原因分析', '改进措施'],
  'inspection-briefing': ['基本概况', '班子建设、人才队伍建设情况', '不足之处及原因分析', '下一步整改措施'],
  'half-year-summary': ['上半年主要工作', '下半年工作思路'],
  'special-report': ['总体情况', '存在的主要问题', '今后整改措施和努力方向'],
  'county-summary': ['基本情况', '主要工作', '共性问题', '原因分析', '整改措施和进展', '下一步打算'],
  'rectification-report': ['组织落实情况', '反馈问题整改情况', '下一步打算'],
  'grassroots-briefing': ['强化理论学习', '严格程序', '有关事项说明', '正视差距，推动基层组织建设再上新台阶'],
};

/** A first half of the report's own year, which names the halves. */
const HALF_YEAR = {
  ...FULL,
  report: {
    ...FULL.report,
    date: { year: 2023, month: 7, day: 6 },
    from: { year: 2023, month: 1 },
    to: { year: 2023, month: 6, day: 30 },
  },
};

describe.each(IDS)('%s', (id) => {
  const everything = id === 'rectification-report' ? RECTIFIED : FULL;

  it('follows its outline', async () => {
    expect(headings(await print(id, { ...everything, report: HALF_YEAR.report }), 1)).toEqual(OUTLINES[id]);
  });

  it('prints every figure of the facts with its path', async () => {
    const markup = await print(id, everything);
    const printed = new Set([...markup.matchAll(/<data value="([^"]*)">/g)].map(([, path]) => path));
    expect(
      figurePaths(everything).filter((path) => !printed.has(path) && !LEFT_TO_OTHERS.test(path)),
    ).toEqual([]);
  });

  it('prints every passage of the facts', async () => {
    const text = textOf(await print(id, everything));
    expect(passages({ ...everything, branches: {} }).filter((passage) => !text.includes(passage))).toEqual(
      [],
    );
  });

  it('makes a report of the needed facts alone', async () => {
    const markup = await print(id, MINIMAL);
    expect(markup).toContain('强化理论学习');
    expect(markup).toContain('后备力量不足');
    expect(markup).toContain('2023年11月6日');
    expect(markup).not.toMatch(/<h1>(?!强化理论学习)[^<]*<\/h1>(?:<h1>|<footer>|$)/);
  });

  it('lets the facts say it otherwise', async () => {
    const own = {
      preamble: '自写的前言',
      closing: '自写的结语',
      leadIns: { work: '自写的工作引语', problems: '自写的问题引语', measures: '自写的措施引语' },
    };
    const text = textOf(await print(id, { ...FULL, ...own }));
    for (const words of ['自写的前言', '自写的结语', ...Object.values(own.leadIns)]) {
      expect(text.split(words)).toHaveLength(2);
    }
  });

  it('invents no salutation', async () => {
    expect(await print(id, MINIMAL)).not.toContain('<address>');
    expect(await print(id, MINIMAL, { recipient: '县委组织部' })).toContain('<address>县委组织部</address>');
    expect(await print(id, FULL, { recipient: '县委组织部' })).toContain('<address>市委巡察组</address>');
  });

  it('closes with signatory and date where a signatory is given', async () => {
    expect(await print(id, FULL)).toMatch(
      /<footer><p>中共云溪镇委员会<\/p><time><data value="report.date">2023年11月6日<\/data><\/time><\/footer>/,
    );
  });
});

const FACT_WORDS = new Set(['id', 'kind', 'aspect', 'template', 'status', 'problems', 'of', 'selfName']);

/** What the roster of the attached table says, men beside women, and equal posts that are said in one figure. */
const LEFT_TO_OTHERS = /^branches\.roster\.|^members\.male$|^leadershipPosts\.0\.(?:authorized|vacant)$/;

/** The paths of the numbers in the facts, but for those that are worked into another figure's words. */
function figurePaths(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return [path];
  if (value instanceof Map) return [...value.keys()].map((name) => `${path}.${name}`);
  if (typeof value !== 'object' || value === null || 'year' in value) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    figurePaths(inner, path === '' ? name : `${path}.${name}`),
  );
}

function passages(value: unknown): string[] {
  if (typeof value === 'string') return value.includes('{{') ? [] : value.split('\n').map(unclosed);
  if (typeof value !== 'object' || value === null || value instanceof Map) return [];
  return Object.entries(value)
    .filter(([name]) => !FACT_WORDS.has(name))
    .flatMap(([, inner]) => passages(inner))
    .map((text) => text.replace(/(?<=.)情况$/, ''))
    .filter((text) => text !== '无');
}

function unclosed(text: string): string {
  return text.replace(/。$/, '');
}
