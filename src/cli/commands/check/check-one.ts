import { fileKindOf } from '../../../bytes/file-kind.ts';
import type { Configuration } from '../../../config/configuration.ts';
import { defaultsOf } from '../../../config/for-input.ts';
import { ruleSettings } from '../../../config/rule-settings.ts';
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import type { SourceText } from '../../../diagnostics/source-lines.ts';
import { STANDARD_STREAM } from '../../../disk/plan-outputs.ts';
import { CONTRACTS, quotableText } from '../../../disk/read-outside.ts';
import type { Reading } from '../../../facts/read-facts.ts';
import type { Source } from '../../../facts/source.ts';
import type { RuleSettings } from '../../../judge/run.ts';
import type { ClauseVerdict } from '../../../layout/judgement.ts';
import { checkReport } from '../../../use/build.ts';
import { checkFinished } from '../../../use/check-finished.ts';
import { readSource, STDIN_NAME } from '../../terminal/read-source.ts';
import { sourceText } from '../../terminal/source-texts.ts';
import { type CheckInput, isPlainText } from './check-inputs.ts';
import { readFilled } from './read-filled.ts';
import { shownDocument } from './shown-document.ts';

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
  /** Of a Word file, if its layout was judged. */
  readonly sheet?: readonly ClauseVerdict[];
}

/** A file after its check without its text and its facts, for one of very many; what findings quote is read again. */
export function withoutReading(
  { file, isWalked, settings, diagnostics }: Checked,
  configuration: Configuration,
): Checked {
  return {
    file,
    isWalked,
    settings,
    diagnostics,
    text: () => ({ text: quotableText(file) ?? '' }),
    countFixes: async () => countFixesIn(await readSource(file), 'facts', { settings, configuration }),
  };
}

/** How files are checked. */
export interface Checking {
  readonly isDraft: boolean;
  /** Whether Word files are held against the standard's layout. */
  readonly hasLayout: boolean;
}

/** Checks one file for itself, whichever of the two it is. UserError where it cannot be read. */
export async function checkOne(
  input: CheckInput,
  configuration: Configuration,
  { isDraft, hasLayout }: Checking,
): Promise<Checked> {
  const { path, isWalked = false } = input;
  const { source, kind } = await readInput(input);
  const settings = ruleSettings(configuration, path, isDraft);
  if (kind === 'finished') {
    const mending = isPlainText(source.file) ? mendingOf(source, kind, { settings, configuration }) : {};
    const checked = await checkFinished(source, { settings, hasLayout });
    return { isWalked, settings, ...shownDocument(source.file, checked), ...mending };
  }
  return checkSource(source, { isWalked, configuration, settings, isDraft });
}

/** Checks what has to be a facts file. UserError where it cannot be read. */
export async function checkFacts(
  { path, isWalked = false }: CheckInput,
  configuration: Configuration,
): Promise<Checked> {
  const settings = ruleSettings(configuration, path, false);
  return checkSource(await readSource(path), { isWalked, configuration, settings, isDraft: false });
}

interface Judging {
  readonly isWalked: boolean;
  readonly configuration: Configuration;
  readonly settings: RuleSettings;
  readonly isDraft: boolean;
}

async function checkSource(
  source: Source,
  { isWalked, configuration, settings, isDraft }: Judging,
): Promise<Checked> {
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
    ...mendingOf(source, 'facts', { settings, configuration }),
  };
}

type CheckMeans = Pick<Judging, 'settings' | 'configuration'>;

function mendingOf(source: Source, kind: CheckInput['kind'], means: CheckMeans): Pick<Checked, 'countFixes'> {
  return source.file === STDIN_NAME ? {} : { countFixes: () => countFixesIn(source, kind, means) };
}

async function countFixesIn(
  source: Source,
  kind: CheckInput['kind'],
  { settings, configuration }: CheckMeans,
): Promise<number> {
  const [{ countFixes }, { fixSource }] = await Promise.all([
    import('../../../judge/fixed.ts'),
    import('../../../judge/fix-source.ts'),
  ]);
  return countFixes(await fixSource(source, kind, settings, readFilled(configuration)));
}

/** A name only lets us guess: whatever is a Word document is a finished report. */
export async function readInput({
  path,
  kind,
}: CheckInput): Promise<{ source: Source; kind: CheckInput['kind'] }> {
  if (kind === 'finished') return { source: await readSource(path, CONTRACTS.finished), kind };
  const source = await readSource(path);
  if (fileKindOf(source.bytes) !== 'word') return { source, kind };
  const isWhole = path === STANDARD_STREAM || source.bytes.length <= CONTRACTS.facts.largest;
  return { source: isWhole ? source : await readSource(path, CONTRACTS.finished), kind: 'finished' };
}
