import { locate } from '../../diagnostics/finding.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { placesInFinished } from '../../document/finished-document.ts';
import { decodeText, readFinishedText } from '../../document/read-finished-text.ts';
import type { Source } from '../../facts/source.ts';
import { finishedPassages } from '../../rules/finished-passages.ts';
import { type RuleSettings, runProseRules } from '../../rules/run.ts';
import type { Checked } from './check-one.ts';

/** Holds the paragraphs of a report that is already written against the prose rules. UserError where it is none. */
export async function checkFinished(
  source: Source,
  settings: RuleSettings,
): Promise<Pick<Checked, 'file' | 'diagnostics' | 'text'>> {
  const text = decodeText(source.bytes);
  if (text === undefined) throw new UserError(`无法读取 ${source.file}：不是文本文件。`);
  const document = readFinishedText(source.file, text);
  const diagnostics = locate(runProseRules(finishedPassages(document), settings), placesInFinished(document));
  return { file: source.file, diagnostics, text: () => ({ text: document.text, lineName: '段' }) };
}
