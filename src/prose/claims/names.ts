import type { ProseFigure } from './figure.ts';

/** Whose: 全镇, 全县. */
const WHOSE_WHOLE = /^全(?:[省市县区镇乡村校院国]|街道|园区|社区)/;
const NAME_LEAD =
  /^(?:截[至止].*?[，,]|及?以[上下]的?|目前|现|共|总|全部|所有|实|应|有|辖|下|设|建|登记|在册|在编|累计|其中|选举产生|产生|选出|选举|承办|受理|收到|发展|新增|制定|查出|已|仍|[我本该][省市县区镇乡村校院])+/;
const NAME_LINK =
  /(?:总数|总量|总人数|总额|人数|数量|数)?(?:共计|共有|现有|合计|达到|实有|完成|共|有|为|是|达|计|辖|：)*$/;

/** What a count is called: 党员 for 全镇共有党员300名 and for 300名党员. */
export function countNames({ ahead, lead = ahead, behind }: ProseFigure): readonly string[] {
  const names = [lead.replace(NAME_LINK, ''), behind.replace(/[中里内]$|中共?有.*$/, '')];
  return names.filter((name) => name !== '');
}

/** Without what says whose it is and that it is all. */
export function bareName(name: string): string {
  let rest = name;
  for (let length = -1; length !== rest.length; ) {
    length = rest.length;
    rest = rest.replace(WHOSE_WHOLE, '').replace(NAME_LEAD, '');
  }
  return rest;
}

/** Whether a count is called so and nothing more; of another body's only by that body's name. */
export function isCalled(figure: ProseFigure, noun: string): boolean {
  const whose = WHOSE_WHOLE.exec(noun)?.[0];
  const what = bareName(noun);
  return countNames(figure).some((name) => {
    const own = WHOSE_WHOLE.exec(name.replace(/^(?:截[至止].*?[，,]|目前)/, ''))?.[0];
    if (whose !== undefined && own !== undefined && whose !== own) return false;
    if (whose !== undefined && own === undefined && name !== noun) return false;
    const label = bareName(name);
    return (
      what !== '' &&
      (label === what ||
        label === `总${what}` ||
        `总${label}` === what ||
        label === what.replace(/总(?=.$)/, ''))
    );
  });
}

/** Whether a count may be meant by a noun that names more or less than it does. */
export function mayBeCalled(figure: ProseFigure, noun: string): boolean {
  const what = bareName(noun) || noun;
  return countNames(figure).some((name) => {
    const label = bareName(name);
    if (name.includes(noun)) return true;
    return (
      label.length > 1 &&
      (label.endsWith(what) || what.endsWith(label) || label.startsWith(what) || what.startsWith(label))
    );
  });
}

/** 承办 names 共承办建议提案88件. */
export function isCalledByDeed(figure: ProseFigure, noun: string): boolean {
  return countNames(figure).some((name) => name.includes(noun) && !name.endsWith(noun));
}

/** Whether two names share two characters in a row: 养老床位 and 床位. */
export function sharesWord(a: string, b: string): boolean {
  for (let at = 0; at + 2 <= a.length; at += 1) if (b.includes(a.slice(at, at + 2))) return true;
  return false;
}
