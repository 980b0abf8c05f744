import { findConfiguration } from '../../config/find-configuration.ts';
import { defaultsOf, folderOfInput } from '../../config/for-input.ts';
import { ruleSettings } from '../../config/rule-settings.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { STANDARD_STREAM } from '../../disk/plan-outputs.ts';
import { readFacts } from '../../facts/read-facts.ts';
import { takeForms } from '../../use/form.ts';
import { deliverTaken, takenFile } from '../deliver-taken.ts';
import { readReturnedFiles } from '../returned-files.ts';
import { EXIT } from '../terminal/exit-code.ts';
import { readSource } from '../terminal/read-source.ts';
import { showFindings } from '../terminal/show-findings.ts';
import { sourceText } from '../terminal/source-texts.ts';
import type { FormFlags } from './form.ts';

/** Takes what was filled in in forms over into a facts file. */
export async function takeFormBack(input: string, flags: FormFlags): Promise<number> {
  const { take = [], output, force, dryRun = false } = flags;
  if (input === STANDARD_STREAM) {
    throw new UserError('--take 不能用于标准输入：没有文件可以改写。', '请先存成文件，再收回。');
  }
  if (output !== undefined || force) {
    throw new UserError(
      `--take 不能与 ${output === undefined ? '--force' : '-o'} 同用。`,
      '收回填报表只改事实文件；要生成填报表，去掉 --take。',
    );
  }
  const files = readReturnedFiles(take);
  const configuration = await findConfiguration(folderOfInput(input));
  const source = await readSource(input);
  const { value, diagnostics } = await readFacts(source);
  if (value === undefined) {
    const findings = { diagnostics, files: 1, textOf: () => sourceText(source) };
    await showFindings(findings, { format: flags.format, isStdoutTaken: false });
    return EXIT.findings;
  }
  const settings = ruleSettings(configuration, input, false);
  const options = { isDraft: false, settings, defaults: defaultsOf(configuration) };
  const taking = takenFile(await takeForms({ reading: value, options }, files));
  return deliverTaken({ takings: [taking], problems: [], notes: [] }, { ...flags, isDryRun: dryRun });
}
