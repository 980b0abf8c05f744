#!/usr/bin/env bash
# html-to-docx 1.8.0 and @turbodocx/html-to-docx 1.23.1: font-family:仿宋_GB2312 is written as w:ascii and w:hAnsi alone.
# Chinese characters take w:eastAsia (ISO/IEC 29500-1, 17.3.2.26), which is not written, so the font named for a Chinese
# text is the one that this text does not get. Both also drop a ruby with its base: 乡 is gone from <ruby>乡<rt>xiāng</rt></ruby>镇.
# line-height:28pt is lost by the first (w:line 240) and becomes 2.3 times the font's line in the second (560, auto) for 28 points.
# Seen with Node 20.20.2.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y >/dev/null && npm install --silent --ignore-scripts html-to-docx@1.8.0 @turbodocx/html-to-docx@1.23.1 fflate@0.8.3 >/dev/null
cat > seen.cjs <<'JS'
const { strFromU8, unzipSync } = require('fflate');
const page = `<!DOCTYPE html><html><body><p style="font-family:仿宋_GB2312;font-size:16pt;line-height:28pt">各<ruby>乡<rt>xiāng</rt></ruby>镇</p></body></html>`;
(async () => {
  for (const name of ['html-to-docx', '@turbodocx/html-to-docx']) {
    const library = require(name);
    const made = await (library.default ?? library)(page);
    const xml = strFromU8(unzipSync(new Uint8Array(made.arrayBuffer ? await made.arrayBuffer() : made))['word/document.xml']);
    const text = [...xml.matchAll(/<w:t[ >][^<]*<\/w:t>/g)].map(([run]) => run.replace(/<[^>]*>/g, '')).join('');
    console.log(`${name}: ${xml.match(/<w:rFonts[^>]*>/)[0]} ${xml.match(/<w:spacing w:line=[^>]*>/)[0]} ${text}`);
  }
})();
JS
seen=$(node seen.cjs)
expected='html-to-docx: <w:rFonts w:ascii="仿宋_GB2312" w:hAnsi="仿宋_GB2312"/> <w:spacing w:line="240" w:lineRule="auto"/> 各镇
@turbodocx/html-to-docx: <w:rFonts w:ascii="仿宋_GB2312" w:hAnsi="仿宋_GB2312"/> <w:spacing w:line="560" w:lineRule="auto"/> 各镇'
echo "$seen"
[ "$seen" = "$expected" ] || { echo "changed; was: $expected"; exit 1; }
