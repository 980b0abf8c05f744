import type { Configuration } from '../config/configuration.ts';
import { folderOfInput, templateFolders } from '../config/for-input.ts';
import { ruleSettings } from '../config/rule-settings.ts';
import type { RenderOptions } from '../pipeline.ts';

/** What the flags and the configuration together ask of the pipeline for one input; flags win. */
export function renderOptions(
  input: string,
  configuration: Configuration,
  { template, draft = false }: { readonly template?: string; readonly draft?: boolean },
): RenderOptions {
  return {
    ...(template !== undefined && { template }),
    isDraft: draft,
    settings: ruleSettings(configuration, input, draft),
    templateFolders: templateFolders(configuration, folderOfInput(input)),
    defaults: configuration.settings,
  };
}
