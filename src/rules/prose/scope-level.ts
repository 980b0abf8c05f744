import type { Passage } from '../../facts/passages.ts';
import { documentTitle } from '../../prose/document-kind.ts';
import { matchesIn } from '../../prose/matches.ts';
import { anchorIn, isFactsPassage } from '../../prose/place.ts';
import { wholeText } from '../../prose/whole-text.ts';
import type { ProseRule } from '../rule.ts';

/** A township governs its own work; 推动全省…工作 was copied from a province's report. */
export const scopeLevel: ProseRule = {
  id: 'scope-level',
  stage: 'prose',
  severity: 'warning',
  docs: {
    title: '照抄上级报告没有改的范围',
    why: '镇的报告写“组织推动全省工作”“加强全市干部队伍建设”，是从上级的报告里抄来没有改。',
    fix: '改成本级（全镇、全乡、全街道）；说的确是上级的，写明是谁。',
    basis: { source: '校对公文的通行做法：内容与发文单位的职权相合', rank: '通常' },
  },
  examples: [
    {
      input: '云溪镇政务公开工作报告\n组织推动全省政务公开工作，加强全市干部队伍建设。',
      reports: ['全省', '全市'],
    },
    {
      input:
        '云溪镇政务公开工作报告\n在全县率先完成，按照全市统一部署抓好落实，县委推动全县教育工作，承办全县现场推进会，为推动全县发展作出贡献。',
      reports: [],
    },
    { input: '青禾县政务公开工作报告\n组织推动全县政务公开工作。', reports: [] },
  ],
  check({ prose, passages }, report) {
    const text = wholeText(prose);
    const scopes = SCOPES.filter((scope) => text.says(scope));
    if (scopes.length === 0 || !isOfTownship(passages)) return;
    for (const passage of passages) {
      for (const match of matchesIn(passage.text, GOVERNED)) {
        const { index, 0: words, 1: scope = '' } = match;
        if (HIGHER_LEVEL.test(scopeClause(passage.text, index))) continue;
        const start = index + words.indexOf(scope);
        report({
          at: anchorIn(passage, start, start + scope.length),
          message: `乡镇（街道）的报告里写了“${words}”`,
          hint: '改成本级的范围；说的是上级的工作，写明是谁。',
        });
      }
    }
  },
};

const SCOPES = ['全国', '全省', '全市', '全县', '全区', '全州'];
const GOVERNED =
  /(?:组织推动|统筹推动|统筹推进|组织开展|组织实施|推动|推进|指导|统筹|部署|负责|加强|抓好|做好|深化|强化)(全[国省市县区州])(?![^，。；]{0,4}(?:统一|会议|现场))[^，。；、统]{2,14}(?:工作|建设|管理)(?=[，。；、]|$)/g;
/** Whoever is above may do so, and one may do one's share. */
const HIGHER_LEVEL =
  /[省市县区]委|[省市县区]政府|上级|中央|国务院|[县市省]直|为$|助力|服务|配合|协助|支持|按照|根据|围绕|贯彻|落实/;
const TOWNSHIP = /[镇乡]|街道/;

/** By the unit of the facts, else by the title or the signatory. */
function isOfTownship(passages: readonly Passage[]): boolean {
  const unit = passages.find(({ path }) => path === 'unit.name');
  if (unit !== undefined) return /(?:[镇乡]|街道)$/.test(unit.text);
  if (passages[0] !== undefined && isFactsPassage(passages[0])) return false;
  const title = documentTitle(passages)?.passage.text;
  return title !== undefined && TOWNSHIP.test(title) && !/乡村|城乡|乡镇|[县市省]委/.test(title);
}

function scopeClause(text: string, index: number): string {
  const words = text.slice(Math.max(0, index - 30), index);
  return words.slice(words.search(/[^，。；]*$/));
}
