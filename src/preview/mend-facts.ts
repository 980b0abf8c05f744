import type { Configuration } from '../config/configuration.ts';
import { encodeLike } from '../document/encode-like.ts';
import { fillReading } from '../facts/defaults.ts';
import type { Source } from '../facts/source.ts';
import { fixFacts } from '../judge/fix-facts.ts';
import { countFixes } from '../judge/fixed.ts';
import { readSources } from '../use/build.ts';
import { type Changed, NOT_ENCODED } from './change-fact.ts';
import { checkOptions } from './unit-options.ts';

/** How many corrections need no asking. */
export async function countMendable(source: Source, configuration: Configuration): Promise<number> {
  return countFixes(await fixed(source, configuration));
}

/** Makes them, as `report check --fix` does. */
export async function mendFacts(source: Source, configuration: Configuration): Promise<Changed> {
  const mended = await fixed(source, configuration);
  const count = countFixes(mended);
  if (count === 0) return { status: 'refused', message: '没有可以自动改正的地方', hint: '' };
  const bytes = encodeLike(mended.after, { text: mended.before, bytes: source.bytes });
  if (bytes === undefined) return NOT_ENCODED;
  return { status: 'made', label: `自动改正的${count}处`, bytes };
}

function fixed(source: Source, configuration: Configuration) {
  const { settings, defaults = {} } = checkOptions(source.file, configuration, false);
  return fixFacts(source, settings, (reading) => readSources(fillReading(reading, defaults)));
}
