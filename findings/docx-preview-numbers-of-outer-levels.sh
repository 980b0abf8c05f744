#!/usr/bin/env bash
# docx-preview 0.4.1: a level's text may name the numbers of outer levels, each of which keeps its own form
# (ISO/IEC 29500-1, 17.9.11); only w:isLgl turns them into digits. docx-preview writes them all in the form of the level that names
# them: under 一、 the text "%1.%2" without w:isLgl is 一.1 and is shown as 1.1. Two other forms of Chinese documents are
# lost as well: decimalEnclosedCircle goes to CSS by its OOXML name, which no browser knows (① becomes 1), and
# ideographDigital (十 is 一〇) becomes cjk-ideographic (十). Seen with Node 20.20.2 and jsdom 27.0.1.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y >/dev/null && npm install --silent --ignore-scripts docx-preview@0.4.1 jsdom@27.0.1 fflate@0.8.3 >/dev/null
cat > seen.mjs <<'JS'
import { strToU8, zipSync } from 'fflate';
import { JSDOM } from 'jsdom';
const { window } = new JSDOM('<body><div id="paper"></div></body>');
for (const name of ['document', 'DOMParser', 'XMLSerializer', 'Node', 'HTMLElement', 'Blob', 'Range']) globalThis[name] = window[name];
globalThis.window = window;
const { renderAsync } = await import('docx-preview');
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const part = (root, inner) => `<?xml version="1.0"?><w:${root} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${inner}</w:${root}>`;
const relation = (type, target) =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`;
const item = (list, level) => `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr><w:r><w:t>item</w:t></w:r></w:p>`;
const level = (n, start, form, text) =>
  `<w:lvl w:ilvl="${n}"><w:start w:val="${start}"/><w:numFmt w:val="${form}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const lists = [
  [level(0, 1, 'chineseCountingThousand', '%1、') + level(1, 1, 'decimal', '%1.%2')],
  [level(0, 1, 'decimalEnclosedCircle', '%1')],
  [level(0, 10, 'ideographDigital', '%1、')],
];
const parts = {
  '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/><Override PartName="/word/numbering.xml" ContentType="${WORD}.numbering+xml"/></Types>`,
  '_rels/.rels': relation('officeDocument', 'word/document.xml'),
  'word/_rels/document.xml.rels': relation('numbering', 'numbering.xml'),
  'word/document.xml': part('document', `<w:body>${item(1, 0)}${item(1, 1)}${item(2, 0)}${item(3, 0)}</w:body>`),
  'word/numbering.xml': part(
    'numbering',
    lists.map((levels, i) => `<w:abstractNum w:abstractNumId="${i}">${levels}</w:abstractNum>`).join('') +
      lists.map((_, i) => `<w:num w:numId="${i + 1}"><w:abstractNumId w:val="${i}"/></w:num>`).join(''),
  ),
};
const file = zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
const paper = window.document.getElementById('paper');
await renderAsync(file, paper, null, { inWrapper: false, ignoreFonts: true });
for (const [, name, content] of paper.innerHTML.matchAll(/p\.docx-(num-\d-\d):before\s*{\s*content: ([^;]*);/g)) console.log(`${name}: ${content}`);
JS
seen=$(node seen.mjs)
expected='num-1-0: ""counter(docx-num-1-0, simp-chinese-informal)"、\9"
num-1-1: ""counter(docx-num-1-0, decimal)"."counter(docx-num-1-1, decimal)"\9"
num-2-0: ""counter(docx-num-2-0, decimalEnclosedCircle)"\9"
num-3-0: ""counter(docx-num-3-0, cjk-ideographic)"、\9"'
echo "docx-preview 0.4.1"; echo "$seen"
[ "$seen" = "$expected" ] || { echo "changed; was: $expected"; exit 1; }
