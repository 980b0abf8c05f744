import type { Configuration } from '../config/configuration.ts';
import { defaultsOf, folderOfInput, templateFolders } from '../config/for-input.ts';
import { ruleSettings } from '../config/rule-settings.ts';
import type { RenderOptions } from '../use/build.ts';

/** The flags that say what a report is to be. */
export interface RenderFlags {
  readonly template?: string;
  readonly attach?: readonly string[];
  readonly draft?: boolean;
}

/** What the flags and the configuration together ask of the pipeline for one input; flags win. */
export function renderOptions(
  input: string,
  configuration: Configuration,
  { template, attach, draft = false }: RenderFlags,
): RenderOptions {
  return {
    ...(template !== undefined && { template }),
    ...(attach !== undefined && { attach }),
    isDraft: draft,
    settings: ruleSettings(configuration, input, draft),
    templateFolders: templateFolders(configuration, folderOfInput(input)),
    defaults: defaultsOf(configuration),
  };
}
