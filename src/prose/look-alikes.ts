/**
 * Characters that look like a common one and are another, as they come out of a PDF or an old input method: Kangxi radicals (⼈), radicals of
 * the supplement (⺠), compatibility ideographs, upright forms of marks (︵). A run of them is one match.
 */
export const LOOK_ALIKES =
  /(?:[\u2e80-\u2ef3\u2f00-\u2fd5\ufe10-\ufe19\ufe30-\ufe44\ufe47\ufe48\ufe50-\ufe52\ufe54-\ufe5e]|(?![\ufa0e\ufa0f\ufa11\ufa13\ufa14\ufa1f\ufa21\ufa23\ufa24\ufa27-\ufa29])[\uf900-\ufaff]|[\u{2f800}-\u{2fa1f}])+/gu;

/** Every code unit that one of them may begin with, from and to. */
export const LOOK_ALIKE_UNITS = [
  [0x2e80, 0x2fd5],
  [0xd87e, 0xd87e],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe5e],
] as const;

/** What the characters of a run stand for; undefined where that is not certain of each. */
export function meantBy(run: string): string | undefined {
  const meant = [...run].map(
    (character) => SUPPLEMENT.get(character) ?? LOOK_ALIKE_MARKS.get(character) ?? decompose(character),
  );
  return meant.every((character) => character !== undefined) ? meant.join('') : undefined;
}

/** By the Unicode Character Database: Kangxi radicals and compatibility ideographs are equivalent to a unified ideograph. */
function decompose(character: string): string | undefined {
  const plain = character.normalize('NFKC');
  return plain !== character && /^\p{Unified_Ideograph}$/u.test(plain) ? plain : undefined;
}

/** Radicals of the supplement that are whole characters, each followed by it (Unicode's EquivalentUnifiedIdeograph). */
const SUPPLEMENT = pairs(
  '⺁厂⺄乙⺈刀⺊卜⺌小⺍小⺎兀⺐尢⺓幺⺗心⺜日⺝月⺟母⺠民⺧牛⺩王⺫目⺬示⺮竹⺶羊⺻聿⺼肉⺽臼⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻒镸⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟',
);

/** Marks as they are in upright lines, and small ones, each followed by the one of a horizontal line. */
const LOOK_ALIKE_MARKS = pairs(
  '︐，︑、︒。︓：︔；︕！︖？︗〖︘〗︵（︶）︷｛︸｝︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』﹐，﹑、﹒。﹔；﹕：﹖？﹗！﹙（﹚）﹛｛﹜｝﹝〔﹞〕',
);

function pairs(text: string): ReadonlyMap<string, string> {
  return new Map([...text.matchAll(/(.)(.)/gu)].map(([, from = '', to = '']) => [from, to]));
}
