import type { Finding } from '../diagnostics/finding.ts';
import type { MissingFact } from './canonicalise.ts';
import { chinesePath, stepsOf } from './fact-path.ts';

/** The finding for a needed fact that is not there; it is at its key, or at the one under which it belongs. */
export function describeMissing({ path, isEmpty }: MissingFact): Finding {
  const name = chinesePath(path);
  const step = stepsOf(path)?.at(-1);
  const key = step?.kind === 'field' ? step.field.zh : name;
  const parent = name.slice(0, -key.length - 1);
  const isList = step?.kind === 'field' && step.field.kind === 'list';
  if (isEmpty) return describeEmpty(path, name, { key, isList });
  const what = isList ? `${key}: 下面至少一项` : `${key}: …`;
  return {
    rule: 'schema',
    severity: 'error',
    message: isList ? `缺少“${name}”，至少要有一项` : `缺少“${name}”`,
    hint: parent === '' ? `在文件里加上“${what}”。` : `在“${parent}”下面加一行“${what}”。`,
    at: { path, part: 'key' },
    isGap: true,
  };
}

/** A second key of the same name would be a mistake of its own. */
function describeEmpty(
  path: string,
  name: string,
  { key, isList }: { readonly key: string; readonly isList: boolean },
): Finding {
  return {
    rule: 'schema',
    severity: 'error',
    message: isList ? `“${name}”是空的，至少要有一项` : `“${name}”是空的`,
    hint: isList ? `在“${key}:”下面换行写，每项以“- ”开头。` : `在“${key}:”后面填上内容，冒号后空一格。`,
    at: { path, part: 'key' },
    isGap: true,
  };
}
