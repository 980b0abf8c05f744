const ALPHABET = [
  ...'一十百千万亿三1０、，。；：（）“”‘’《》〈〉()[]【】〔〕.,;:*_xX某年月日至—～-% 　\n"占近约党是',
];
const PHRASES = [
  '一是',
  '1%、',
  '分别占1%、',
  '其中3个、',
  '3个，',
  '机关3个、',
  '1月',
  '2023年',
  '以下三个方面',
  '等3项',
  '党员3名，',
  '《条例》',
  '政治意识、',
  '三、四',
  '核定2名，',
  '23年',
  '约5人左右',
  '3千',
  '1.1',
  '(2024)9号',
  '占党员的',
  '提高到1%',
  '“（',
  '）”',
];
/** Texts by their length, each made to lead a rule astray: one piece over and over, marks that never close, a long gap. */
export const HOSTILE_TEXTS: readonly ((length: number) => string)[] = [
  ...[...ALPHABET, ...PHRASES].map(
    (piece) => (length: number) => piece.repeat(Math.ceil(length / piece.length)),
  ),
  (length) => '（'.repeat(length / 2) + '）'.repeat(length / 2),
  (length) => `党${' '.repeat(length)}党`,
  (length) => `。${'9'.repeat(length)}年`,
];
