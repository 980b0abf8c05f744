#!/usr/bin/env bash
# ssf 0.11.2 (the number formats of SheetJS): Excel in Chinese writes [DBNum1][$-804]General for a number in Chinese characters;
# [$-804] names a language and has no currency sign (ISO/IEC 29500-1, 18.8.31). ssf prints a dollar sign before the number,
# so that a count of 12 members reads $12. A date under the same [$-804] is printed rightly. Seen with Node 20.20.2.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y >/dev/null && npm install --silent --ignore-scripts ssf@0.11.2 >/dev/null
cat > seen.cjs <<'JS'
const { format } = require('ssf');
const codes = ['General', '[DBNum1]General', '[$-804]General', '[DBNum1][$-804]General'];
console.log(codes.map((code) => `${code} ${format(code, 12)}`).join(' | '));
console.log(format('[$-804]yyyy"年"m"月"d"日"', 45123));
JS
seen=$(node seen.cjs)
expected='General 12 | [DBNum1]General 12 | [$-804]General $12 | [DBNum1][$-804]General $12
2023年7月16日'
echo "ssf 0.11.2: $seen"
[ "$seen" = "$expected" ] || { echo "changed; was: $expected"; exit 1; }
