import type { Configuration } from '../../../config/configuration.ts';
import { defaultsOf } from '../../../config/for-input.ts';
import { fillReading } from '../../../facts/defaults.ts';
import type { CountSources } from '../../../judge/fix-facts.ts';
import { readSources } from '../../../use/build.ts';

/** Counts the rosters of a facts file for mending it, as checking it does: a period that the configuration sets holds here too. */
export function readFilled(configuration: Configuration): CountSources {
  return (reading) => readSources(fillReading(reading, defaultsOf(configuration)));
}
