import { parse } from 'node:path';
import { configurationFinder } from '../../config/find-configuration.ts';
import { defaultsOf, folderOfInput } from '../../config/for-input.ts';
import { ruleSettings } from '../../config/rule-settings.ts';
import { extractUnit } from '../../county/unit-extract.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { checkReport } from '../../use/build.ts';
import type { UnitToAdd } from '../../use/roll-up.ts';
import type { CheckInput } from '../check/check-inputs.ts';
import { userErrorPrinter } from '../terminal/explain-failure.ts';
import { readSource } from '../terminal/read-source.ts';

/** The units of a county, and whether one of their files could not be read. */
export interface UnitReader {
  units(): AsyncGenerator<UnitToAdd>;
  hasFailed(): boolean;
}

/**
 * Reads and checks the units of a county one after another, so that none of them has to be kept. A figure that is 待补, or missing, is no error
 * here: a county has the same gap.
 */
export function readUnits(inputs: readonly CheckInput[]): UnitReader {
  let failed = 0;
  const onFailure = () => {
    failed += 1;
  };
  return { units: () => readEach(inputs, onFailure), hasFailed: () => failed > 0 };
}

async function* readEach(inputs: readonly CheckInput[], onFailure: () => void): AsyncGenerator<UnitToAdd> {
  const find = configurationFinder();
  const complain = userErrorPrinter();
  for (const { path } of inputs) {
    const configuration = await find(folderOfInput(path));
    try {
      const { value, diagnostics } = await checkReport(await readSource(path), {
        isDraft: true,
        settings: ruleSettings(configuration, path, true),
        defaults: defaultsOf(configuration),
      });
      const errors = diagnostics.filter(({ severity }) => severity === 'error');
      const name = value?.facts.unit?.name ?? parse(path).name;
      if (value === undefined) yield { file: path, name, errors, why: '事实文件读不出来' };
      else if (errors.length > 0) yield { file: path, name, errors, why: `有 ${errors.length} 个错误` };
      else yield { file: path, name, errors, extract: extractUnit(value) };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      complain(error);
      onFailure();
      yield { file: path, name: parse(path).name, errors: [], why: '事实文件读不出来' };
    }
  }
}
