#!/usr/bin/env bash
# yaml-language-server 1.25.0: hovering over a key whose schema has a title beside anyOf shows that title once for each
# alternative, joined by ||, and a second line of bare ||, although only one alternative matches the value. A list of
# types with the same title shows it once, so a schema for editors has to spell unions as lists of types where it can.
# Seen with Node 20.20.2, and with 2.0.0 on Node 22.22.0, which it needs.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y >/dev/null && npm install --silent --ignore-scripts yaml-language-server@1.25.0 >/dev/null
cat > seen.cjs <<'JS'
const { getLanguageService } = require('yaml-language-server/out/server/src/languageservice/yamlLanguageService.js');
const { TextDocument } = require('vscode-languageserver-textdocument');
const title = '党员总数';
const schemas = {
  anyOf: { title, anyOf: [{ type: 'integer' }, { const: '待补' }, { type: 'null' }] },
  types: { title, type: ['integer', 'string', 'null'] },
};
const telemetry = { send() {}, sendError() {}, sendTrack() {} };
async function hover(schema) {
  const service = getLanguageService({
    schemaRequestService: async () => JSON.stringify({ type: 'object', properties: { 总数: schema } }),
    workspaceContext: { resolveRelativePath: (path) => path },
    telemetry,
    clientCapabilities: {},
  });
  service.configure({ hover: true, schemas: [{ uri: 'file:///facts.json', fileMatch: ['*.yaml'] }] });
  const file = TextDocument.create('file:///facts.yaml', 'yaml', 0, '总数: 3\n');
  const { contents } = await service.doHover(file, { line: 0, character: 1 });
  return contents.value.split('\n').filter((line) => line !== '' && !line.startsWith('Source')).join(' / ');
}
(async () => {
  for (const [name, schema] of Object.entries(schemas)) console.log(`${name}: ${await hover(schema)}`);
})();
JS
seen=$(node seen.cjs)
expected='anyOf: #### 党员总数 || 党员总数 || 党员总数 /  || 
types: #### 党员总数'
echo "yaml-language-server 1.25.0"; echo "$seen"
[ "$seen" = "$expected" ] || { echo "changed; was: $expected"; exit 1; }
