#!/usr/bin/env bash
# ssf 0.11.2 (the number formats of SheetJS): Chinese sheets show amounts in 万 by 0\.0,"万" or 0"."0,"万": one comma leaves
# thousands, and the point is a plain character before the last digit (ISO/IEC 29500-1, 18.8.31), so 45123 reads 4.5万.
# ssf prints .45万, a tenth of it, and 1234567 as 12.35万 for 123.5万. numfmt 4.0.1 prints both rightly. Seen with Node 20.20.2.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y >/dev/null && npm install --silent --ignore-scripts numfmt@4.0.1 ssf@0.11.2 >/dev/null
cat > seen.mjs <<'JS'
import { format } from 'numfmt';
import ssf from 'ssf';
for (const code of ['0\\.0,"万"', '0"."0,"万"'])
  for (const value of [45123, 1234567]) console.log(`${code} ${value}: ssf ${ssf.format(code, value)}, numfmt ${format(code, value)}`);
JS
seen=$(node seen.mjs)
expected='0\.0,"万" 45123: ssf .45万, numfmt 4.5万
0\.0,"万" 1234567: ssf 12.35万, numfmt 123.5万
0"."0,"万" 45123: ssf .45万, numfmt 4.5万
0"."0,"万" 1234567: ssf 12.35万, numfmt 123.5万'
echo "$seen"
[ "$seen" = "$expected" ] || { echo "changed; was: $expected"; exit 1; }
