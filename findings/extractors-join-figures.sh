#!/usr/bin/env bash
# Plain text of a Word file that docx 9.7.1 wrote, three extractors, three ways to join figures that Word shows apart:
# - a non-breaking hyphen (w:noBreakHyphen, Ctrl+Shift+- in Word): 3-5名 is 35名 in word-extractor 1.0.4 and
#   officeparser 7.8.0; mammoth 1.13.0 keeps it as U+2011;
# - a tab: 第1组 25名 is 第1组25名 in officeparser;
# - a line break inside a paragraph (w:br): 党员12 / 3人列席 is 党员123人列席 in mammoth (extractRawText) and officeparser.
# Nothing is raised. Seen with Node 20.20.2.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y >/dev/null
npm install --silent --ignore-scripts docx@9.7.1 word-extractor@1.0.4 officeparser@7.8.0 mammoth@1.13.0 >/dev/null
cat > seen.cjs <<'JS'
const { writeFileSync } = require('node:fs');
const { Document, NoBreakHyphen, Packer, Paragraph, Tab, TextRun } = require('docx');
const mammoth = require('mammoth');
const WordExtractor = require('word-extractor');
const officeparser = require('officeparser');

const paragraphs = [
  [new TextRun({ children: ['3', new NoBreakHyphen(), '5名'] })],
  [new TextRun({ children: ['第1组', new Tab(), '25名'] })],
  [new TextRun('党员12'), new TextRun({ text: '3人列席', break: 1 })],
];
async function main() {
  const children = paragraphs.map((runs) => new Paragraph({ children: runs }));
  writeFileSync('a.docx', await Packer.toBuffer(new Document({ sections: [{ children }] })));
  const lines = (text) => JSON.stringify(text.trim().split(/\n+/).join('|'));
  const parsed = await officeparser.parseOffice('a.docx');
  console.log('mammoth', lines((await mammoth.extractRawText({ path: 'a.docx' })).value));
  console.log('word-extractor', lines((await new WordExtractor().extract('a.docx')).getBody()));
  console.log('officeparser', lines(parsed.toText()));
}
main();
JS
seen=$(node seen.cjs)
echo "$seen"
expected='mammoth "3‑5名|第1组\t25名|党员123人列席"
word-extractor "35名|第1组\t25名|党员12|3人列席"
officeparser "35名|第1组25名|党员123人列席"'
[ "$seen" = "$expected" ] || { printf 'changed; was:\n%s\n' "$expected"; exit 1; }
