import type { Fields } from '../facts/field.ts';
import { VOCABULARY } from '../facts/vocabulary.ts';

/** The keys of a facts path as clerks write them: members.total → 党员, 总数; a list's item says which one it is. */
export function chineseNames(path: string): string[] {
  let fields: Fields | undefined = VOCABULARY;
  return path.split('.').map((segment) => {
    if (/^\d+$/.test(segment)) return `第${Number(segment) + 1}条`;
    const field: Fields[string] | undefined = fields?.[segment];
    if (field?.kind === 'record') fields = field.fields;
    if (field?.kind === 'list' && field.item !== 'text') fields = field.item;
    return field?.zh ?? segment;
  });
}
