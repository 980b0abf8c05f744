#!/usr/bin/env bash
# word-extractor 1.0.4: a sentence that was moved with tracked changes (w:moveFrom at its old place, w:moveTo at its
# new one) stands twice in getBody(), although the same function leaves out what was deleted (w:del). A count or a sum
# in a paragraph that somebody moved is then read twice. mammoth 1.13.0 reads it once, at its new place.
# Seen with Node 20.20.2; the package is packed with jszip 3.10.1.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y >/dev/null
npm install --silent --ignore-scripts word-extractor@1.0.4 mammoth@1.13.0 jszip@3.10.1 >/dev/null
cat > seen.cjs <<'JS'
const { writeFileSync } = require('node:fs');
const JSZip = require('jszip');
const mammoth = require('mammoth');
const WordExtractor = require('word-extractor');

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const change = 'w:author="甲" w:date="2026-01-05T00:00:00Z"';
const run = (text, tag = 't') => `<w:r><w:${tag}>${text}</w:${tag}></w:r>`;
const body = [
  `<w:p><w:moveFromRangeStart w:id="1" w:name="m" ${change}/><w:moveFrom w:id="2" ${change}>${run('新增党员5名。')}</w:moveFrom><w:moveFromRangeEnd w:id="1"/>${run('开展培训2期。')}</w:p>`,
  `<w:p>${run('年末总结：')}<w:del w:id="3" ${change}>${run('略。', 'delText')}</w:del><w:moveToRangeStart w:id="4" w:name="m" ${change}/><w:moveTo w:id="5" ${change}>${run('新增党员5名。')}</w:moveTo><w:moveToRangeEnd w:id="4"/></w:p>`,
];
async function main() {
  const zip = new JSZip();
  zip.file('[Content_Types].xml', `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${WORD}"/></Types>`);
  zip.file('_rels/.rels', `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`);
  zip.file('word/document.xml', `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body.join('')}</w:body></w:document>`);
  writeFileSync('a.docx', await zip.generateAsync({ type: 'nodebuffer' }));
  const line = (text) => text.trim().split(/\n+/).join('|');
  console.log('word-extractor', line((await new WordExtractor().extract('a.docx')).getBody()));
  console.log('mammoth', line((await mammoth.extractRawText({ path: 'a.docx' })).value));
}
main();
JS
seen=$(node seen.cjs)
echo "$seen"
expected='word-extractor 新增党员5名。开展培训2期。|年末总结：新增党员5名。
mammoth 开展培训2期。|年末总结：新增党员5名。'
[ "$seen" = "$expected" ] || { printf 'changed; was:\n%s\n' "$expected"; exit 1; }
