import { createTwoFilesPatch } from 'diff';
import type { Fixed } from './fixed.ts';

/** What mending changes, as a unified diff; empty where it changes nothing. */
export function showFixes(file: string, { before, after }: Fixed): string {
  if (before === after) return '';
  const patch = createTwoFilesPatch('a', 'b', before, after, '', '', { context: 1 });
  return `--- ${file}\n+++ ${file}\n${patch.slice(patch.indexOf('@@'))}`;
}
