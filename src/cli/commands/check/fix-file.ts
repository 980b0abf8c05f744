import type { Configuration } from '../../../config/configuration.ts';
import { ruleSettings } from '../../../config/rule-settings.ts';
import { printable } from '../../../diagnostics/printable.ts';
import { UserError } from '../../../diagnostics/user-error.ts';
import { editFacts } from '../../../disk/edit-facts.ts';
import { STANDARD_STREAM } from '../../../disk/plan-outputs.ts';
import { CONTRACTS } from '../../../disk/read-outside.ts';
import { encodeLike } from '../../../document/encode-like.ts';
import { fixSource } from '../../../judge/fix-source.ts';
import { countFixes } from '../../../judge/fixed.ts';
import { showFixes } from '../../../judge/show-fixes.ts';
import { readSource } from '../../terminal/read-source.ts';
import { printNotice } from '../../terminal/streams.ts';
import { type CheckInput, isPlainText } from './check-inputs.ts';
import { readFilled } from './read-filled.ts';

export interface FixOptions {
  /** Show what would change, change nothing. */
  readonly isDryRun: boolean;
  readonly isDraft: boolean;
  /** Say nothing of what was mended. */
  readonly isQuiet: boolean;
  /** Where the diff goes: results on stdout would spoil JSON. */
  readonly print: (text: string) => void;
}

/**
 * Mends one facts file, or a finished report in plain text, in its place, whole or not at all, or shows how it would. UserError where it
 * cannot be read or written, and for a Word file.
 */
export async function fixFile(
  { path, kind }: CheckInput,
  configuration: Configuration,
  options: FixOptions,
): Promise<void> {
  if (path === STANDARD_STREAM) {
    throw new UserError('--fix 不能用于标准输入：没有文件可以改写。', '请先存成文件，再改正。');
  }
  if (kind === 'finished' && !isPlainText(path)) refuseWord(path);
  const source = kind === 'facts' ? await readSource(path) : await readSource(path, CONTRACTS.finished);
  const settings = ruleSettings(configuration, path, options.isDraft);
  const fixed = await fixSource(source, kind, settings, readFilled(configuration));
  if (fixed.after === fixed.before) return;
  if (options.isDryRun) return options.print(showFixes(path, fixed));
  const bytes = encodeLike(fixed.after, { text: fixed.before, bytes: source.bytes });
  if (bytes === undefined) refuseEncoding(path);
  editFacts(path, source.bytes, bytes);
  if (!options.isQuiet) printNotice(`已改正 ${printable(path)}：${countFixes(fixed)} 处。\n`);
}

function refuseWord(path: string): never {
  throw new UserError(
    `--fix 不改 ${path}：Word 文件只能在 Word 里改。`,
    '加上 --review 副本.docx，改正会作为修订写进副本，由你接受或拒绝；事实文件和 .txt 才能用 --fix 直接改正。',
  );
}

function refuseEncoding(path: string): never {
  throw new UserError(
    `${path} 里有它的编码（GB18030）存不下的字，没有改写。`,
    '在记事本里“另存为”，编码选 UTF-8，再试一次。',
  );
}
