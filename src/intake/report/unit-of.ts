import type { DraftRecord } from '../facts-draft.ts';
import type { ReportParts } from './report-parts.ts';

/** Sets what a report says of the unit that it is of: its name and kind, what it calls itself, under whom it stands. */
export function placeUnit(draft: DraftRecord, parts: ReportParts, text: string): void {
  const name = unitNameOf(parts, text);
  const kind = unitKind(name ?? '', text);
  const committee = committeeOf(parts, text);
  const own = mostOften(
    text,
    /(?<!\p{Script=Han})(?:[乡镇]党委|(?:街道)?党工委|局党组|县委组织部)|[我本][部局]/gu,
  );
  const superior =
    /在((?:中央|省|市|县|区|州|旗)[委区]{1,2}(?:、\p{Script=Han}{1,3}政府)?)的?(?:坚强|正确)领导下/u.exec(
      text,
    )?.[1];
  const known = { name, kind, committee, selfName: own, superior };
  for (const [key, value] of Object.entries(known)) if (value !== undefined) draft.set(`unit.${key}`, value);
}

/** From the sentence on its villages, the lines under the title, the signatory, or the title. */
function unitNameOf({ subtitle, signatory = '', title = '' }: ReportParts, text: string): string | undefined {
  const area = /(?:^|[。\n])\s*((?:\p{Script=Han}{2,16})(?:乡|镇|街道|区|县|市))(?:共|现|下)?辖/u.exec(
    text,
  )?.[1];
  const line = subtitle.find((each) => !/\d/u.test(each));
  const signed = signatory.replace(/^中共|(?:工作)?委员会$|党(?:委|工委|组)$|人民政府$/gu, '');
  const titled = (TOWN.exec(title) ?? SIGNING_COUNTY.exec(title))?.[1];
  const found = area !== undefined && !/^全/u.test(area) ? area : (line ?? (signed === '' ? titled : signed));
  return found === undefined || found === '' ? undefined : found;
}

const TOWN = /^(?:中共)?(\p{Script=Han}{1,16}?(?:乡|镇|街道|开发区|园区))(?!级|村|域)/u;
const SIGNING_COUNTY =
  /^(?:中共)?(\p{Script=Han}{2,8}?[县市区旗](?:委?\p{Script=Han}{1,8}?[局部院办])?)(?!级|域)/u;

function unitKind(name: string, text: string): string | undefined {
  const named = /(乡|镇|街道|园区|开发区|县|局|部)$/u.exec(name)?.[1];
  if (named === '开发区') return '园区';
  if (named === '局' || named === '部') return '县';
  if (named !== undefined) return named;
  const counts = UNIT_KINDS.map(([kind, words]) => ({ kind, count: text.match(words)?.length ?? 0 }));
  const [most] = counts.sort((a, b) => b.count - a.count);
  return most === undefined || most.count === 0 ? undefined : most.kind;
}

const UNIT_KINDS: readonly (readonly [kind: string, words: RegExp])[] = [
  ['乡', /乡党委|[我全本]乡|乡政府/gu],
  ['镇', /镇党委|[我全本]镇|镇政府/gu],
  ['街道', /街道(?:党工委|办事处)|全街道/gu],
  ['园区', /党工委|管委会|园区|开发区/gu],
  ['县', /全县|我县|县委组织部/gu],
];

function committeeOf({ signatory = '' }: ReportParts, text: string): string | undefined {
  if (/全.{1,2}共有党支部/u.test(text)) return undefined;
  const told = /(?:^|[。\n])\s*(中共\p{Script=Han}{2,24}委员会)(?:共有|下设|现有)党支部/u.exec(text)?.[1];
  return told ?? (/^中共.*委员会$/u.test(signatory) ? signatory : undefined);
}

function mostOften(text: string, words: RegExp): string | undefined {
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most !== undefined && most[1] > 1 ? most[0] : undefined;
}
