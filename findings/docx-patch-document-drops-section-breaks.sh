#!/usr/bin/env bash
# patchDocument of docx 9.7.1 and 9.15.2, a DOCUMENT patch for {{body}}: what else is in the paragraph of the placeholder goes with it.
# Its section break is gone, so the landscape pages up to it become upright ones of the next section; words beside the placeholder are
# gone; so are its style and bookmark. Nothing is raised, and the documentation speaks of replacing the text. 9.7.1 also fills no
# placeholder in a hyperlink or a content control (patchDetector does not name them either), and leaves a brace behind one that follows a
# non-breaking hyphen; 9.15.2 does these. Of both, two runs give different bytes: the archive has the time in it.
# Seen with Node 20.20.2 and 22.23.3 (nanoid 6, of which 9.15.2 depends, asks for Node 22).
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y >/dev/null
npm install --silent --ignore-scripts docx@9.15.2 older@npm:docx@9.7.1 fflate@0.8.3 >/dev/null 2>&1
cat > seen.cjs <<'JS'
const { strFromU8, strToU8, unzipSync, zipSync } = require('fflate');
const run = (text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (inner, properties = '') => `<w:p>${properties}${inner}</w:p>`;
const LANDSCAPE = '<w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr></w:pPr>';
const CASES = {
  'section break': paragraph(run('{{body}}'), LANDSCAPE) + paragraph(run('upright')),
  'words beside': paragraph(run('before {{body}} after')),
  hyperlink: paragraph(`<w:hyperlink w:anchor="x">${run('{{name}}')}</w:hyperlink>`),
  'content control': paragraph(`<w:sdt><w:sdtContent>${run('{{name}}')}</w:sdtContent></w:sdt>`),
  hyphen: paragraph('<w:r><w:t>x</w:t><w:noBreakHyphen/><w:t>{{name}}</w:t></w:r>'),
};
(async () => {
  for (const name of ['older', 'docx']) {
    const { Document, Packer, Paragraph, PatchType, TextRun, patchDocument } = require(name);
    const made = unzipSync(await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('HERE')] }] })));
    const xml = strFromU8(made['word/document.xml']);
    for (const [what, body] of Object.entries(CASES)) {
      const main = strToU8(xml.replace(/<w:p>(?:(?!<w:p>).)*HERE.*?<\/w:p>/s, body));
      const patched = await patchDocument({
        outputType: 'uint8array',
        data: zipSync({ ...made, 'word/document.xml': main }),
        placeholderDelimiters: { start: '{{', end: '}}' },
        patches: {
          body: { type: PatchType.DOCUMENT, children: [new Paragraph('report')] },
          name: { type: PatchType.PARAGRAPH, children: [new TextRun('town')] },
        },
      });
      const out = strFromU8(unzipSync(patched)['word/document.xml']);
      const texts = out.match(/<w:p[ >].*?<\/w:p>/gs).map((each) => each.replace(/<[^>]*>/g, ''));
      console.log(`${name === 'docx' ? '9.15.2' : '9.7.1'} ${what}: ${texts.join(' | ')}${/landscape/.test(out) ? ' [landscape]' : ''}`);
    }
  }
})();
JS
seen=$(node seen.cjs)
expected='9.7.1 section break: report | upright
9.7.1 words beside: report
9.7.1 hyperlink: {{name}}
9.7.1 content control: {{name}}
9.7.1 hyphen: xtown}
9.15.2 section break: report | upright
9.15.2 words beside: report
9.15.2 hyperlink: town
9.15.2 content control: town
9.15.2 hyphen: xtown'
echo "$seen"
[ "$seen" = "$expected" ] || { echo "changed; was: $expected"; exit 1; }
