import type { Finding } from '../diagnostics/finding.ts';
import { chinesePath, stepsOf } from './labels.ts';

/** The finding for a needed fact that is not there; it stands at the key under which it belongs. */
export function describeMissing(path: string): Finding {
  const name = chinesePath(path);
  const step = stepsOf(path)?.at(-1);
  const key = step?.kind === 'field' ? step.field.zh : name;
  const parent = name.slice(0, -key.length - 1);
  const isList = step?.kind === 'field' && step.field.kind === 'list';
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
