#!/usr/bin/env bash
# @lazy-cjk/zh2num 1.0.2: a digit left after the last unit stands for the next lower unit in speech
# (三百五 is 350, 一万二 is 12000). The package knows this after 千, 万 and 亿, but not after 百, where the
# digit is taken for ones: 三百五 is 305 and 一百一 is 101, beside 三千五 = 3500. Seen with Node 20.20.2.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y >/dev/null && npm install --silent --ignore-scripts @lazy-cjk/zh2num@1.0.2 >/dev/null
cat > seen.cjs <<'JS'
const { zh2num } = require('@lazy-cjk/zh2num');
const texts = ['三百五', '一百一', '三千五', '一万二', '一亿二', '三百五十'];
console.log(texts.map((text) => `${text}=${zh2num(text)}`).join(' '));
JS
seen=$(node seen.cjs)
expected='三百五=305 一百一=101 三千五=3500 一万二=12000 一亿二=120000000 三百五十=350'
echo "zh2num 1.0.2: $seen"
[ "$seen" = "$expected" ] || { echo "changed; was: $expected"; exit 1; }
