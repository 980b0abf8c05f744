/** The county before a unit's name: 青禾县 of 青禾县云溪镇; undefined where the name has none. */
export function countyOf(name: string): string | undefined {
  const match = COUNTY_NAME.exec(name);
  const rest = name.slice(match?.[0].length ?? 0);
  return match === null || rest.length < 2 || TOWNSHIP_KIND.test(rest) ? undefined : match[0];
}

/** What all names begin with, up to 县, 市, 区 or 旗; undefined where that is nothing. */
export function commonCounty(names: readonly string[]): string | undefined {
  const [first = '', ...others] = names;
  let length = first.length;
  for (const name of others) {
    let shared = 0;
    while (shared < length && name[shared] === first[shared]) shared += 1;
    length = shared;
  }
  const common = others.length === 0 ? (countyOf(first) ?? '') : first.slice(0, length);
  const end = Math.max(...['县', '市', '区', '旗'].map((mark) => common.lastIndexOf(mark)));
  return end < 1 ? undefined : common.slice(0, end + 1);
}

/** In the county's own report 青禾县云溪镇 is 云溪镇. */
export function nameInCounty(unit: string, { name }: { readonly name: string }): string {
  return unit.startsWith(name) && unit.length > name.length + 1 ? unit.slice(name.length) : unit;
}

const COUNTY_NAME = /^.{1,12}?(?:自治县|县|市|区|旗)/u;

/** What follows is only a kind: 城区街道 is no street of 城区. */
const TOWNSHIP_KIND = /^(?:乡|镇|街道|园区)(?:办事处|党工委)?$/u;
