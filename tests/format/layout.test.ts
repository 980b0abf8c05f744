import { expect, it } from 'vitest';
import { layoutOf, STANDARD_LAYOUT } from '../../src/format/layout.ts';

it('is the standard with what an office sets otherwise', () => {
  const variations = { isLevel3Bold: true, fonts: { body: '仿宋' }, margins: { left: 1800 } };
  const layout = layoutOf(variations);
  expect(layout).toEqual({
    ...STANDARD_LAYOUT,
    isLevel3Bold: true,
    fonts: { ...STANDARD_LAYOUT.fonts, body: '仿宋', heading3: '仿宋', heading4: '仿宋' },
    margins: { ...STANDARD_LAYOUT.margins, left: 1800 },
  });
  expect(layoutOf(variations)).toBe(layout);
  expect(layoutOf()).toBe(STANDARD_LAYOUT);
});
