import { createTwoFilesPatch } from 'diff';
import { visible } from '../diagnostics/printable.ts';
import type { Fixed } from './fixed.ts';

/** What mending changes, as a unified diff; empty where it changes nothing. */
export function showFixes(file: string, { before, after }: Fixed): string {
  if (before === after) return '';
  const patch = createTwoFilesPatch('a', 'b', before, after, '', '', { context: 1 });
  const lines = patch.slice(patch.indexOf('@@')).split(/\r?\n/).map(visible);
  return `--- ${visible(file)}\n+++ ${visible(file)}\n${lines.join('\n')}`;
}
