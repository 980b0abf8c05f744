import { isWithinTolerance, millimetres } from '../format/describe-measures.ts';
import { A4 } from '../format/gb9704.ts';
import { byValue, type ClauseJudgement, type Deviation } from './judgement.ts';
import type { LaidSection, LayoutView } from './layout-view.ts';
import { WANTED_LAYOUT } from './wanted.ts';

/** 5.1: A4, upright or laid on its side. */
export function judgePaper({ sections }: LayoutView): ClauseJudgement {
  const found = sections
    .filter((each) => !isA4(each))
    .map(({ section: { width, height }, at }) => ({ value: describePaper(width, height), at }));
  return {
    deviations: byValue(found, { what: '用纸不对', wanted: WANTED_LAYOUT.paper }),
  };
}

function isA4({ section: { width, height } }: LaidSection): boolean {
  if (width === undefined || height === undefined) return false;
  const [short, long] = width < height ? [width, height] : [height, width];
  return isWithinTolerance(short, A4.width, 1) && isWithinTolerance(long, A4.height, 1);
}

function describePaper(width: number | undefined, height: number | undefined): string {
  if (width === undefined || height === undefined) return '没有设置纸张';
  const size = `${Math.round(millimetres(width))}×${Math.round(millimetres(height))}毫米`;
  const [short, long] = width < height ? [width, height] : [height, width];
  const name = PAPERS.find(
    ([, w, h]) => isWithinTolerance(short, w * 56.69, 2) && isWithinTolerance(long, h * 56.69, 2),
  )?.[0];
  return name === undefined ? size : `${name}（${size}）`;
}

const PAPERS: readonly (readonly [name: string, width: number, height: number])[] = [
  ['A3', 297, 420],
  ['16开', 184, 260],
  ['16开', 195, 270],
  ['大16开', 210, 285],
  ['B5', 182, 257],
  ['B5', 176, 250],
  ['A5', 148, 210],
  ['Letter', 216, 279],
  ['Legal', 216, 356],
];

/** 5.2.1: the margins, all of a section's in one. What follows from another paper is left to that clause. */
export function judgeMargins(view: LayoutView): ClauseJudgement {
  const deviations: Deviation[] = [];
  for (const each of view.sections) {
    const wrong = wrongMargins(each);
    if (wrong.length === 0) continue;
    const found = wrong
      .map(({ name, is }) => `${name}${is === undefined ? '没有设置' : `${millimetres(is)}毫米`}`)
      .join('，');
    const wanted = wrong
      .map(({ name, should, tolerance }) => `${name}${millimetres(should)}毫米（±${tolerance}）`)
      .join('，');
    const known = deviations.find((deviation) => deviation.found === found);
    if (known === undefined) deviations.push({ what: '页边距不对', found, wanted, at: [each.at] });
  }
  return { deviations };
}

interface Margin {
  readonly name: string;
  readonly is: number | undefined;
  readonly should: number;
  readonly tolerance: number;
}

/** A page laid on its side keeps its four margins on the paper, turned either way. */
function wrongMargins(section: LaidSection): Margin[] {
  const { top, left, bottom, right, gutter = 0 } = section.section.margins;
  const isPaperRight = isA4(section);
  const bound = left === undefined ? undefined : left + gutter;
  const judge = (wanted: readonly [number, number, number, number]): Margin[] => {
    const sides: readonly Margin[] = [
      { name: '上', is: top, should: wanted[0], tolerance: 1 },
      { name: '左', is: bound, should: wanted[1], tolerance: 1 },
      { name: '下', is: bottom, should: wanted[2], tolerance: BY_TEXT_AREA },
      { name: '右', is: right, should: wanted[3], tolerance: BY_TEXT_AREA },
    ];
    return sides.filter(
      ({ is, should, tolerance, name }) =>
        (is === undefined || !isWithinTolerance(is, should, tolerance)) &&
        (isPaperRight || name === '上' || name === '左'),
    );
  };
  if (!section.isLandscape) return judge([A4.top, A4.left, A4.bottom, A4.right]);
  const turns = [
    judge([A4.left, A4.top, A4.right, A4.bottom]),
    judge([A4.right, A4.bottom, A4.left, A4.top]),
    judge([A4.left, A4.bottom, A4.right, A4.top]),
    judge([A4.right, A4.top, A4.left, A4.bottom]),
  ];
  return turns.reduce((best, each) => (each.length < best.length ? each : best));
}

/** Millimetres: what the text area of 156 × 225 leaves them. */
const BY_TEXT_AREA = 1;
