import type { Facts } from '../facts/facts.ts';

/** What a unit may call itself, its superiors and whom it reports to; names inside these are not foreign to it. */
export function ownTexts({ unit = {}, report = {} }: Facts): string[] {
  const texts = [unit.name, unit.committee, unit.selfName, unit.superior, report.recipient, report.signatory];
  return texts.flatMap((text = '') => (text.trim() === '' ? [] : [text.trim()]));
}

/**
 * Whether the unit called `name` can be the superior of one with these texts: a county that they do not show to be another
 * than their own.
 */
export function mayBeSuperior(
  { kind, name = '' }: NonNullable<Facts['unit']>,
  own: readonly string[],
): boolean {
  if (kind !== '县') return false;
  const counties = own.flatMap((text) => OWN_COUNTY.exec(text)?.[1] ?? []);
  return counties.length === 0 || counties.some((county) => name.includes(county));
}

/** 青禾县 in 中共青禾县委, 青禾县云溪镇. */
const OWN_COUNTY = /^(?:中共|中国共产党)?(\p{Script=Han}{2,}?[县市区旗])/u;
