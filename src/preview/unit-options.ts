import { basename } from 'node:path';
import type { Configuration } from '../config/configuration.ts';
import { defaultsOf, folderOfInput, templateFolders } from '../config/for-input.ts';
import { ruleSettings } from '../config/rule-settings.ts';
import type { CheckOptions, RenderOptions } from '../use/build.ts';

/** What a configuration asks of one facts file; `isDraft` bears what is missing. */
export function checkOptions(file: string, configuration: Configuration, isDraft: boolean): CheckOptions {
  return {
    isDraft,
    settings: ruleSettings(configuration, file, isDraft),
    defaults: defaultsOf(configuration),
  };
}

/** The same for a report, made with another template than its own where one is given. */
export function unitRenderOptions(
  file: string,
  configuration: Configuration,
  { isDraft, template }: { readonly isDraft: boolean; readonly template: string | undefined },
): RenderOptions {
  return {
    ...checkOptions(file, configuration, isDraft),
    templateFolders: templateFolders(configuration, folderOfInput(file)),
    ...(template !== undefined && { template }),
  };
}

/** What a unit is called before its own name is known. */
export function unitFileName(file: string): string {
  return basename(file).replace(/\.ya?ml$/i, '');
}
