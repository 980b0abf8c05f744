import { decodeFinished } from '../document/read-finished-text.ts';
import type { Source } from '../facts/source.ts';
import { type CountSources, fixFacts } from './fix-facts.ts';
import { fixFinishedText } from './fix-finished-text.ts';
import type { Fixed } from './fixed.ts';
import type { RuleSettings } from './run.ts';

/** Mends a facts file, or a finished report in plain text; what cannot be read is left as it is: checking it says why. */
export async function fixSource(
  source: Source,
  kind: 'facts' | 'finished',
  settings: RuleSettings,
  readSources?: CountSources,
): Promise<Fixed> {
  if (kind === 'facts') return fixFacts(source, settings, readSources);
  const text = decodeFinished(source.bytes);
  return text === undefined
    ? { before: '', after: '', counts: new Map() }
    : fixFinishedText(source.file, text, settings);
}
