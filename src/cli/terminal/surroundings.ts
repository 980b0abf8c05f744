import type { Configuration } from '../../config/configuration.ts';
import { configurationFinder } from '../../config/find-configuration.ts';
import { folderOfInput } from '../../config/for-input.ts';

/** The configuration of every input, each found once. UserError where one is wrong. */
export async function configurationsOf(inputs: readonly string[]): Promise<(input: string) => Configuration> {
  const find = configurationFinder();
  const found = new Map<string, Configuration>();
  for (const input of inputs) found.set(input, await find(folderOfInput(input)));
  return (input) => {
    const configuration = found.get(input);
    if (configuration === undefined) throw new Error(`no configuration was looked for: ${input}`);
    return configuration;
  };
}
