import type { Configuration } from '../../config/configuration.ts';
import { defaultsOf } from '../../config/for-input.ts';
import { ruleSettings } from '../../config/rule-settings.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { SourceText } from '../../diagnostics/source-lines.ts';
import { STANDARD_STREAM } from '../../disk/plan-outputs.ts';
import type { Reading } from '../../facts/read-facts.ts';
import type { Source } from '../../facts/source.ts';
import type { RuleSettings } from '../../judge/run.ts';
import { checkReport } from '../../pipeline.ts';
import { readSource } from '../read-source.ts';
import { sourceText } from '../source-texts.ts';
import { checkFinished } from './check-finished.ts';
import { type CheckInput, isPlainText } from './check-inputs.ts';

/** One file after its own check. */
export interface Checked {
  readonly file: string;
  /** A folder's walk found it; nobody named it. */
  readonly isWalked: boolean;
  readonly settings: RuleSettings;
  readonly diagnostics: readonly Diagnostic[];
  /** What a township's facts file says; absent for a finished report, and where nothing could be read. */
  readonly reading?: Reading;
  /** What findings quote; read again when there is something to show. */
  readonly text: () => SourceText;
  /** How much `--fix` would mend; absent where it mends nothing: in a Word file, on standard input. */
  readonly countFixes?: () => Promise<number>;
}

/** Bytes; a report may hold pictures. */
export const LARGEST_DOCUMENT = 128 * 1024 * 1024;

/** Checks one file for itself. UserError where it cannot be read. */
export async function checkOne(
  { path, kind, isWalked = false }: CheckInput,
  configuration: Configuration,
  isDraft: boolean,
): Promise<Checked> {
  const source = kind === 'finished' ? await readSource(path, LARGEST_DOCUMENT) : await readSource(path);
  const settings = ruleSettings(configuration, path, isDraft);
  const isMendable = path !== STANDARD_STREAM && (kind === 'facts' || isPlainText(path));
  const mending = isMendable ? { countFixes: () => countFixesIn(source, kind, settings) } : {};
  if (kind === 'finished')
    return { isWalked, settings, ...(await checkFinished(source, settings)), ...mending };
  const { value, diagnostics } = await checkReport(source, {
    isDraft,
    settings,
    defaults: defaultsOf(configuration),
  });
  return {
    file: source.file,
    isWalked,
    settings,
    diagnostics,
    ...(value !== undefined && { reading: value }),
    text: () => sourceText(source),
    ...mending,
  };
}

async function countFixesIn(
  source: Source,
  kind: CheckInput['kind'],
  settings: RuleSettings,
): Promise<number> {
  const [{ countFixes }, { fixSource }] = await Promise.all([
    import('../../judge/fixes/fixed.ts'),
    import('../../judge/fixes/fix-source.ts'),
  ]);
  return countFixes(await fixSource(source, kind, settings));
}
