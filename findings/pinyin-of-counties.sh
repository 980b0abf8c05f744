#!/usr/bin/env bash
# pinyin-pro 3.29.4 reads many place names as they are said (六安 lù, 铅山 yán, 荥阳 xíng), but not others of the same kind:
# 单县 is Shàn, 乐亭 Lào, 尉犁 Yù, 洪洞 Tóng, 任丘 Rén, 泌阳 Bì. A list of units sorted by it puts them under the wrong
# letter. Place names as in GB/T 2260 and the gazetteers. Seen with Node 20.20.2.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y >/dev/null && npm install --silent --ignore-scripts pinyin-pro@3.29.4 >/dev/null
cat > seen.cjs <<'JS'
const { pinyin } = require('pinyin-pro');
const names = ['六安市', '铅山县', '荥阳市', '单县', '乐亭县', '尉犁县', '洪洞县', '任丘市', '泌阳县'];
console.log(names.map((name) => `${name} ${pinyin(name)}`).join(', '));
JS
seen=$(node seen.cjs)
expected='六安市 lù ān shì, 铅山县 yán shān xiàn, 荥阳市 xíng yáng shì, 单县 dān xiàn, 乐亭县 lè tíng xiàn, 尉犁县 wèi lí xiàn, 洪洞县 hóng dòng xiàn, 任丘市 rèn qiū shì, 泌阳县 mì yáng xiàn'
echo "pinyin-pro 3.29.4: $seen"
[ "$seen" = "$expected" ] || { echo "changed; was: $expected"; exit 1; }
