import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTemplateInfo } from '../../src/template/template-info.ts';
import { check } from '../template-check/check.ts';
import { writeTemplate } from './write-template.ts';

const BODY = '<title>报告</title><address>县委</address><p>正文。</p>';
/** Names that every object has, though nobody wrote them. */
const INHERITED = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'];

async function read(info: string) {
  const folder = writeTemplate('own', BODY, info);
  const { value, diagnostics } = await readTemplateInfo(`${folder}/own`);
  return { value, said: diagnostics.map(({ message, start }) => `${start.line}:${start.column} ${message}`) };
}

describe('what template.yaml says is checked before it can reach a document', () => {
  it('for characters that no document may hold, wherever they stand', async () => {
    for (const [line, text] of [
      [1, 'name: "自\\u0001己"\ntitle: 报告'],
      [2, 'name: 自己\ntitle: "报\\u200b告"'],
      [4, 'name: 自己\ntitle: 报告\nheadings:\n  overview: "概\\u202e况"'],
      [4, 'name: 自己\ntitle: 报告\nheadings:\n  "概\\u0007况": 概况'],
      [3, 'name: 自己\ntitle: 报告\naliases: [甲, "乙\\u0000"]'],
    ] as const) {
      const { value, said } = await read(text);
      expect(value, text).toBeUndefined();
      expect(said.join(), text).toMatch(new RegExp(`^${line}:\\d+ 这里有.*文档里不能有这样的字符。$`));
    }
  });

  it('for fonts that are no names of fonts', async () => {
    const texts = [
      '仿\\u0001宋',
      '仿宋\\", x',
      '宋体;}p{display:none',
      '<b/>',
      '宋'.repeat(40),
      '甲\\n乙',
      '&amp;',
    ];
    for (const font of texts) {
      const { value, said } = await read(`name: 自己\ntitle: 报告\nlayout:\n  fonts: { body: "${font}" }`);
      expect(value, font).toBeUndefined();
      expect(said.join(), font).toMatch(/^4:18 /);
    }
    for (const font of ['仿宋', '方正小标宋_GBK', 'Times New Roman', '方正仿宋（简体）', 'FangSong-2.0']) {
      expect(
        (await read(`name: 自己\ntitle: 报告\nlayout: { fonts: { body: ${font} } }`)).said,
        font,
      ).toEqual([]);
    }
  });

  it('for fonts of any characters: what is let through can open nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }), async (font) => {
        const { value } = await read(
          `name: 自己\ntitle: 报告\nlayout: { fonts: { body: ${JSON.stringify(font)} } }`,
        );
        if (value?.layout?.fonts?.body !== undefined)
          expect(value.layout.fonts.body).not.toMatch(/[\p{C}<>&"';{}\\]/u);
      }),
      { seed: 3, numRuns: 40 },
    );
  });

  it('for names that every object has', async () => {
    for (const name of INHERITED) {
      const { said } = await read(`name: 自己\ntitle: 报告\nheadings: { ${name}: 概况 }`);
      expect(said.join(), name).toContain(`“${name}”不能作名称`);
    }
    for (const path of ['constructor', 'unit.__proto__', 'members.byAge.toString']) {
      const folder = writeTemplate('own', BODY, `name: 自己\ntitle: 报告\nneeds: ["${path}"]`);
      const rules = (await check('own', folder)).map(({ rule }) => rule);
      expect(rules, path).toContain('template-needs');
    }
  });
});
