#!/usr/bin/env bash
# nzh 1.0.14 (Chinese numerals), decodeS: a number written digit by digit, as years are in official papers,
# loses every zero, 〇 and 零 alike: 二〇二六 is 226, 二〇二〇 is 22, while 一九七九 is 1979. Nothing is
# raised. Numbers with units (二千零二十六) are right. Seen with Node 20.20.2.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y >/dev/null && npm install --silent --ignore-scripts nzh@1.0.14 >/dev/null
cat > seen.cjs <<'JS'
const { cn } = require('nzh');
const texts = ['一九七九', '二〇二六', '二零二六', '二〇二〇', '二千零二十六'];
console.log(texts.map((text) => `${text}=${cn.decodeS(text)}`).join(' '));
JS
seen=$(node seen.cjs)
expected='一九七九=1979 二〇二六=226 二零二六=226 二〇二〇=22 二千零二十六=2026'
echo "nzh 1.0.14: $seen"
[ "$seen" = "$expected" ] || { echo "changed; was: $expected"; exit 1; }
