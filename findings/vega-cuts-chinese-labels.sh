#!/usr/bin/env bash
# vega 6.4.0 without a canvas, as on a server, takes every character for 0.8 of the font's size. Chinese characters are as wide
# as the size, so an axis with automatic room (autosize: pad) gets 144 px for a label of fifteen of them at 12 px, which needs
# 180: the first three are drawn outside the picture and not seen. Fifteen letters a, some 100 px, get 144 as well.
# Seen with Node 20.20.2.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y >/dev/null && npm install --silent --ignore-scripts vega@6.4.0 >/dev/null
cat > seen.mjs <<'JS'
import { parse, View } from 'vega';
for (const label of ['青禾县云溪镇石泉村党群服务中心', 'aaaaaaaaaaaaaaa']) {
  const axis = { orient: 'left', scale: 'y', labelFontSize: 12, labelPadding: 0, ticks: false, domain: false };
  const view = new View(
    parse({
      width: 100,
      height: 40,
      padding: 0,
      autosize: 'pad',
      data: [{ name: 'rows', values: [{ label }] }],
      scales: [{ name: 'y', type: 'band', domain: { data: 'rows', field: 'label' }, range: 'height' }],
      axes: [axis],
    }),
    { renderer: 'none' },
  );
  const svg = await view.toSVG();
  console.log(`${label.length} characters of 12 px: room ${/translate\((\d+),/.exec(svg)?.[1]} px`);
}
JS
seen=$(node seen.mjs)
expected=$'15 characters of 12 px: room 144 px\n15 characters of 12 px: room 144 px'
echo "vega 6.4.0, Chinese and a: $seen"
[ "$seen" = "$expected" ] || { echo "changed; was: $expected"; exit 1; }
