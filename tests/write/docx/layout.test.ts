import { describe, expect, it } from 'vitest';
import { layoutOf, STANDARD_LAYOUT } from '../../../src/format/layout.ts';
import { writeDocx } from '../../../src/write/docx/write-docx.ts';
import { documentPart, partsOf } from '../docx-parts.ts';
import { documentOf, PROPERTIES } from '../sample-document.ts';

const REPORT = '<title>报告</title><p>文</p><footer><p>云溪镇</p><time>2023年11月6日</time></footer>';
const build = (markup: string, layout = STANDARD_LAYOUT, isDraft = false) =>
  writeDocx(documentOf(markup, isDraft), PROPERTIES, layout);

describe('sections', () => {
  const turned = '<section class="landscape"><title>台账</title><p>a</p></section>';

  it('are one for a report with upright attachments, each on a new page', () => {
    const xml = documentPart(
      build(
        `${REPORT}<section><title>甲</title><p>a</p></section><section><title>乙</title><p>b</p></section>`,
      ),
    );
    expect(xml.match(/<w:sectPr>/g)).toHaveLength(1);
    expect(xml.match(/<w:pageBreakBefore\/>/g)).toHaveLength(2);
  });

  it('change with the paper, and margins turn with it', () => {
    const xml = documentPart(build(`${REPORT}${turned}<section><title>乙</title><p>b</p></section>`));
    expect(
      [...xml.matchAll(/<w:pgSz ([^/]*)\/><w:pgMar ([^/]*) w:header/g)].map(([, size, margins]) => [
        size,
        margins,
      ]),
    ).toEqual([
      ['w:w="11906" w:h="16838"', 'w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"'],
      [
        'w:w="16838" w:h="11906" w:orient="landscape"',
        'w:top="1587" w:right="2098" w:bottom="1474" w:left="1984"',
      ],
      ['w:w="11906" w:h="16838"', 'w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"'],
    ]);
  });

  it('have turned page numbers only where the paper is turned', () => {
    expect(Object.keys(partsOf(build(REPORT)))).not.toContain('word/footer4.xml');
    const parts = partsOf(build(REPORT + turned));
    expect(parts['word/footer4.xml']).toContain('<w:textDirection w:val="tbRl"/>');
    expect(parts['word/footer4.xml']).toContain('<w:jc w:val="right"/>');
    expect(parts['word/footer5.xml']).toContain('<w:jc w:val="left"/>');
  });

  it('say 草稿 on every page of a draft, and nothing of it otherwise', () => {
    const draft = build(REPORT + turned, STANDARD_LAYOUT, true);
    expect(partsOf(draft)['word/header1.xml']).toContain('草稿');
    expect(documentPart(draft).match(/<w:headerReference /g)).toHaveLength(4);
    expect(documentPart(build(REPORT))).not.toContain('headerReference');
  });
});

describe('variations of the layout', () => {
  it('take the fonts of the house', () => {
    const layout = layoutOf({ fonts: { body: '仿宋' } });
    const styles = partsOf(build(REPORT, layout))['word/styles.xml'] ?? '';
    expect(styles).toContain('w:eastAsia="仿宋"');
    expect(styles).not.toContain('仿宋_GB2312');
  });

  it('leave the first page without a number', () => {
    const xml = documentPart(build(REPORT, { ...STANDARD_LAYOUT, firstNumberedPage: 2 }));
    expect(xml).toContain('<w:footerReference w:type="first" r:id="rId6"/>');
    expect(xml).toContain('<w:titlePg/>');
  });

  it('centre the signatory over the date for a seal', () => {
    const xml = documentPart(build(REPORT, { ...STANDARD_LAYOUT, hasSeal: true }));
    expect(xml).toContain('<w:ind w:rightChars="400" w:right="1280"/>');
  });
});
