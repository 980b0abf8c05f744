import type { Mark, Spec } from 'vega';
import { displayWidth } from '../diagnostics/display-width.ts';
import type { Chart } from './chart.ts';

/**
 * A chart as Vega draws it: a row for each label, its bars beside or below it, figures at their ends. Nothing in it depends on how wide letters
 * are drawn, which Vega can only guess without a browser.
 */
export function chartSpec({ bars, series, unit }: Chart): Spec {
  const widest = Math.max(0, ...bars.map(({ label }) => labelWidth(label)));
  const isBeside = widest <= WIDEST_BESIDE;
  const left = isBeside ? widest + BAR_GAP : 0;
  const ends = bars.flatMap(({ figures }) => figures.map((figure) => labelWidth(figure + unit)));
  const label = isBeside ? 0 : LINE_WIDTH;
  const row = label + series.length * BAR_WIDTH;
  const top = series.length > 1 ? LINE_WIDTH + BAR_GAP : 0;
  const bottom = top + bars.length * (row + ROW_GAP);
  return {
    width: WIDTH,
    height: bottom,
    padding: 0,
    autosize: 'none',
    data: [
      { name: 'rows', values: bars.map((bar, at) => ({ at, label: clipped(bar.label) })) },
      {
        name: 'bars',
        values: bars.flatMap(({ figures }, at) =>
          figures.map((figure, part) => ({ at, part, value: Number(figure), text: figure + unit })),
        ),
      },
      { name: 'series', values: series.map((name, part) => ({ name, part })) },
    ],
    scales: [
      { name: 'row', type: 'band', domain: { data: 'rows', field: 'at' }, range: [top, bottom] },
      {
        name: 'value',
        type: 'linear',
        domain: { data: 'bars', field: 'value' },
        zero: true,
        range: [left, WIDTH - Math.max(0, ...ends) - BAR_GAP],
      },
      { name: 'colour', type: 'ordinal', domain: { data: 'series', field: 'part' }, range: CHART_COLOURS },
    ],
    marks: [
      ...(series.length > 1 ? legend(series) : []),
      labels(
        isBeside
          ? { x: left - BAR_GAP, down: row / 2, align: 'right' }
          : { x: 0, down: LINE_WIDTH / 2, align: 'left' },
      ),
      ...barMarks(label),
    ],
  };
}

/** Pixels of a phone's page, so that letters stay legible there; a wider screen sets charts side by side. */
const WIDTH = 440;
const FONT = 14;
/** Of a bar with the gap to the next one in its row. */
const BAR_WIDTH = 20;
const LINE_WIDTH = 20;
const ROW_GAP = 8;
const BAR_GAP = 8;
/** A label that is wider is above its bars. */
const WIDEST_BESIDE = 130;
/** Apart in print without colour, too. */
const CHART_COLOURS = ['#2b5d8c', '#e0a458'];

const LETTERS = {
  fill: { value: '#222' },
  fontSize: { value: FONT },
  font: { value: 'sans-serif' },
  baseline: { value: 'middle' },
} as const;

function labels(place: {
  readonly x: number;
  readonly down: number;
  readonly align: 'left' | 'right';
}): Mark {
  return {
    type: 'text',
    from: { data: 'rows' },
    encode: {
      enter: {
        ...LETTERS,
        x: { value: place.x },
        y: { scale: 'row', field: 'at', offset: place.down },
        align: { value: place.align },
        text: { field: 'label' },
      },
    },
  };
}

function barMarks(below: number): Mark[] {
  const down = (more: number) => ({
    signal: `scale('row', datum.at) + ${below + more} + datum.part * ${BAR_WIDTH}`,
  });
  return [
    {
      type: 'rect',
      from: { data: 'bars' },
      encode: {
        enter: {
          x: { scale: 'value', value: 0 },
          x2: { scale: 'value', field: 'value' },
          y: down(0),
          height: { value: BAR_WIDTH - 2 },
          fill: { scale: 'colour', field: 'part' },
        },
      },
    },
    {
      type: 'text',
      from: { data: 'bars' },
      encode: {
        enter: {
          ...LETTERS,
          x: { signal: `scale('value', max(datum.value, 0)) + ${BAR_GAP / 2}` },
          y: down(BAR_WIDTH / 2 - 1),
          text: { field: 'text' },
        },
      },
    },
  ];
}

function legend(series: readonly string[]): Mark[] {
  const starts = series.map((_, part) =>
    series.slice(0, part).reduce((sum, name) => sum + FONT + labelWidth(name) + 3 * BAR_GAP, 0),
  );
  return series.flatMap((name, part) => [
    {
      type: 'rect',
      encode: {
        enter: {
          x: { value: starts[part] ?? 0 },
          y: { value: (LINE_WIDTH - FONT) / 2 },
          width: { value: FONT },
          height: { value: FONT },
          fill: { scale: 'colour', value: part },
        },
      },
    },
    {
      type: 'text',
      encode: {
        enter: {
          ...LETTERS,
          x: { value: (starts[part] ?? 0) + FONT + BAR_GAP / 2 },
          y: { value: LINE_WIDTH / 2 },
          text: { value: name },
        },
      },
    },
  ]);
}

/** At most, in whole pixels: a Chinese character is as wide as it is high, a digit a little more than half. */
function labelWidth(text: string): number {
  return Math.ceil(displayWidth(text) * (FONT / 2 + 0.8));
}

/** A label above its bars on one line; the table beside the chart has it whole. */
function clipped(label: string): string {
  if (labelWidth(label) <= WIDTH) return label;
  let kept = '';
  for (const character of label) {
    if (labelWidth(`${kept}${character}…`) > WIDTH) break;
    kept += character;
  }
  return `${kept}…`;
}
