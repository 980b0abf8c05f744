import { parse, View } from 'vega';
import { escapeMarkup } from '../write/escape.ts';
import type { Chart } from './chart.ts';
import { chartSpec } from './chart-spec.ts';

/**
 * A chart as an SVG element: no script, no style, nothing from elsewhere, the same bytes each time. Its title and what it says are in it for
 * screen readers; `id` tells it from the others of a page.
 */
export async function drawChart(chart: Chart, id: string): Promise<string> {
  const view = new View(parse(chartSpec(chart)), { renderer: 'none' });
  try {
    const svg = await view.toSVG();
    const [, size = '0 0 0 0'] = /viewBox="([^"]*)"/.exec(svg) ?? [];
    const [title, sentence] = [chart.title, chart.sentence].map(escapeMarkup);
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${size}" role="img" aria-labelledby="${id}-title ${id}-desc"><title id="${id}-title">${title}</title><desc id="${id}-desc">${sentence}</desc>${withoutRoles(svg.slice(svg.indexOf('>') + 1))}`;
  } finally {
    view.finalize();
  }
}

/** Without what Vega says of each mark in English, and classes for its own script. A `<` or `>` of a text is escaped, so only tags are looked into. */
function withoutRoles(svg: string): string {
  return svg.replace(/<[^>]*>/g, (tag) =>
    tag.replace(/ (?:role|class|aria-[a-z]+|pointer-events)="[^"]*"/g, ''),
  );
}
