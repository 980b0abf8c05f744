import { placeIn } from '../language/place.ts';
import { type WordFinder, wordFinder } from '../language/word-finder.ts';
import type { ProseRule } from '../rule.ts';
import type { WordLists } from '../word-lists.ts';

/** W1. Slips of a character, from the word list and the unit's own. */
export const commonSlip: ProseRule = {
  id: 'common-slip',
  stage: 'prose',
  severity: 'warning',
  docs: {
    title: '常见错别字',
    why: '“截止目前”“末尾淘汰”“派的出来”一类的错字，拼写检查查不出来，检查组一眼就看得见。',
    fix: '按提示改正。单位自己的地名、专名被误认的，写进配置的“名称”。',
  },
  examples: [
    { input: '截止目前，全镇完成换届。', reports: ['截止目前'] },
    { input: '文件学完就束之高搁，机关党建“等下黑”。', reports: ['束之高搁', '等下黑'] },
    { input: '建立台帐，做为考核依据，抓好其它工作。', reports: ['台帐', '做为', '其它'] },
    { input: '截至目前，群众反应强烈的问题已经解决，帐篷已经发放。', reports: [] },
  ],
  check({ passages, lists }, report) {
    const { find, slips } = finderFor(lists);
    for (const passage of passages) {
      for (const { start, word } of find(passage.text)) {
        const right = slips.get(word);
        if (right === undefined) continue;
        report({
          at: placeIn(passage, start, start + word.length),
          message: `“${word}”应为“${right}”`,
          hint: `改成“${right}”。`,
          replacement: right,
        });
      }
    }
  },
};

interface SlipFinder {
  readonly find: WordFinder;
  readonly slips: ReadonlyMap<string, string>;
}

const finders = new WeakMap<WordLists, SlipFinder>();

/** Made once for a set of lists; words that are right, and the unit's own names, hide the slips inside them. */
function finderFor(lists: WordLists): SlipFinder {
  const known = finders.get(lists);
  if (known !== undefined) return known;
  const slips = new Map(lists.slips.toReversed().map(({ wrong, right }) => [wrong, right]));
  const hiding = [...lists.names, ...lists.slips.flatMap(({ except = [] }) => except)];
  const finder = { slips, find: wordFinder([...hiding, ...slips.keys()]) };
  finders.set(lists, finder);
  return finder;
}
