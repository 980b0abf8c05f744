import { FIGURE_FIELDS } from '../../facts/figure-fields.ts';

/** A figure by a name of its own: 劳务派遣人员12名. */
export interface ToldIndicator {
  readonly name: string;
  readonly value: string;
  readonly unit: string;
  /** The denominator: a number or the path of a figure. */
  readonly of?: string;
  readonly byKind?: readonly (readonly [name: string, value: string])[];
}

/** Reads 劳务派遣人员12名；大学本科以上学历干部49名，占干部总数的69%; undefined where some part is anything else. */
export function readIndicators(text: string): readonly ToldIndicator[] | undefined {
  const read = text.split('；').map(readIndicator);
  return read.every((each) => each !== undefined) ? read : undefined;
}

function readIndicator(text: string): ToldIndicator | undefined {
  const none = /^无([\p{Script=Han}“”]{2,20})$/u.exec(text)?.[1];
  if (none !== undefined) return { name: none, value: '0', unit: '名' };
  const [head = '', ...rest] = text.split('，');
  const match = /^(.{2,40}?)(\d+(?:\.\d+)?)([\p{Script=Han}%]{1,4})$/u.exec(head);
  if (match === null || /\d$/u.test(match[1] ?? '')) return undefined;
  const [, name = '', value = '', unit = ''] = match;
  let told: ToldIndicator = { name, value, unit };
  for (const clause of rest) {
    const more = indicatorParts(clause);
    if (more === undefined) return undefined;
    told = { ...told, ...more };
  }
  return told;
}

function indicatorParts(clause: string): Pick<ToldIndicator, 'of' | 'byKind'> | undefined {
  const share = /^占(.+?)(?:(\d+)\p{Script=Han}{1,2})?的[\d.]+%$/u.exec(clause);
  if (share !== null) {
    const path = FIGURE_FIELDS.find(({ label }) => label === share[1])?.path;
    const of = share[2] ?? path;
    return of === undefined ? undefined : { of };
  }
  if (!clause.startsWith('其中')) return undefined;
  const parts = clause
    .slice(2)
    .split('、')
    .map((part) => /^(.{1,16}?)(\d+(?:\.\d+)?)\p{Script=Han}{1,2}$/u.exec(part));
  if (parts.some((part) => part === null)) return undefined;
  return { byKind: parts.map((part) => [part?.[1] ?? '', part?.[2] ?? ''] as const) };
}
