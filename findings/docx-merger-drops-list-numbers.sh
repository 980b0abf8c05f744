#!/usr/bin/env bash
# docx-merger 1.2.2 over two files of docx 9.7.1, each with one numbered list: the merged numbering.xml has its w:num
# renamed (10, 11, 20, 21), but the paragraphs still ask for w:numId 2, which is no longer there. LibreOffice
# 7.4.7 prints no number in either half, while it numbers each input 1. and 2. The second file's footer is lost as well
# (one footer part, the first file's). Nothing is raised. Seen with Node 20.20.2.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y >/dev/null
npm install --silent --ignore-scripts docx@9.7.1 docx-merger@1.2.2 jszip@3.10.1 >/dev/null
cat > seen.cjs <<'JS'
const { Document, Footer, LevelFormat, Packer, Paragraph } = require('docx');
const DocxMerger = require('docx-merger');
const JSZip = require('jszip');

const LIST = { reference: 'list', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.' }] };
function make(name) {
  const item = (text) => new Paragraph({ text: name + text, numbering: { reference: 'list', level: 0 } });
  const footer = new Footer({ children: [new Paragraph(`页脚${name}`)] });
  const section = { footers: { default: footer }, children: [item('一'), item('二')] };
  return Packer.toBuffer(new Document({ numbering: { config: [LIST] }, sections: [section] }));
}
async function idsOf(bytes) {
  const zip = await JSZip.loadAsync(bytes);
  const read = (name) => zip.file(name).async('string');
  const all = (text, pattern) => [...new Set([...text.matchAll(pattern)].map((match) => match[1]))].sort().join(',');
  const document = await read('word/document.xml');
  const asked = all(document, /<w:numId w:val="(\d+)"/g);
  const there = all(await read('word/numbering.xml'), /<w:num [^>]*w:numId="(\d+)"/g);
  const footers = Object.keys(zip.files).filter((name) => /^word\/footer\d+\.xml$/.test(name)).length;
  return `asked ${asked}, there ${there}, footers ${footers}`;
}
async function main() {
  const files = [await make('甲'), await make('乙')];
  console.log('input:', await idsOf(files[0]));
  const merger = new DocxMerger({}, files.map((file) => file.toString('binary')));
  merger.save('nodebuffer', async (bytes) => console.log('merged:', await idsOf(bytes)));
}
main();
JS
seen=$(node seen.cjs)
echo "$seen"
expected='input: asked 2, there 1,2, footers 1
merged: asked 2, there 10,11,20,21, footers 1'
[ "$seen" = "$expected" ] || { printf 'changed; was:\n%s\n' "$expected"; exit 1; }
