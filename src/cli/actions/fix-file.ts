import type { Configuration } from '../../config/configuration.ts';
import { ruleSettings } from '../../config/rule-settings.ts';
import { printable } from '../../diagnostics/printable.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { editFacts } from '../../disk/edit-facts.ts';
import { STANDARD_STREAM } from '../../disk/plan-outputs.ts';
import { countFixes, fixFacts } from '../../judge/fixes/fix-facts.ts';
import { showFixes } from '../../judge/fixes/show-fixes.ts';
import { readSource } from '../read-source.ts';
import { printNotice } from '../streams.ts';

export interface FixOptions {
  /** Show what would change, change nothing. */
  readonly isDryRun: boolean;
  readonly isDraft: boolean;
  /** Say nothing of what was mended. */
  readonly isQuiet: boolean;
  /** Where the diff goes: results on stdout would spoil JSON. */
  readonly print: (text: string) => void;
}

/** Mends one facts file in its place, whole or not at all, or shows how it would. UserError where it cannot be read or written. */
export async function fixFile(
  path: string,
  configuration: Configuration,
  options: FixOptions,
): Promise<void> {
  if (path === STANDARD_STREAM) {
    throw new UserError('--fix 不能用于标准输入：没有文件可以改写。', '请先存成文件，再改正。');
  }
  const source = await readSource(path);
  const fixed = await fixFacts(source, ruleSettings(configuration, path, options.isDraft));
  if (fixed.after === fixed.before) return;
  if (options.isDryRun) return options.print(showFixes(path, fixed));
  editFacts(path, source.bytes, encode(fixed.after, source.bytes));
  if (!options.isQuiet) printNotice(`已改正 ${printable(path)}：${countFixes(fixed)} 处。\n`);
}

/** A byte order mark that was there stays. */
function encode(text: string, before: Uint8Array): Uint8Array {
  const hasMark = before[0] === 0xef && before[1] === 0xbb && before[2] === 0xbf;
  return new TextEncoder().encode(hasMark ? `\ufeff${text}` : text);
}
