import { type Finding, locate } from '../diagnostics/finding.ts';
import { decodeFacts } from '../facts/decode-text.ts';
import type { Facts } from '../facts/facts.ts';
import { textsToJudge } from '../facts/printed-texts.ts';
import { type Reading, readFacts } from '../facts/read-facts.ts';
import type { Source } from '../facts/source.ts';
import type { SourceCount } from '../rosters/source-count.ts';
import { applyIgnores } from './apply-ignores.ts';
import { colonEdits } from './colon-edits.ts';
import { figureEdits } from './figure-edits.ts';
import { addCounts, type Fixed, MOST_FIX_ROUNDS } from './fixed.ts';
import { type PlacedEdit, proseEdits } from './prose-edits.ts';
import { type RuleSettings, runFactsRules, runProseRules } from './run.ts';
import { applyEdits, type TextEdit, withoutOverlaps } from './text-edit.ts';

/** Counts the rosters that a facts file names. */
export type CountSources = (reading: Reading) => Promise<SourceCount>;

/**
 * Mends a facts file's text: full-width colons after keys, what prose rules hold a safe replacement for, and figures that its rosters
 * count otherwise. Comments and layout stay;
 * what was mended reads as before but for the mended texts, or nothing is mended at all.
 */
export async function fixFacts(
  source: Source,
  settings: RuleSettings,
  readSources?: CountSources,
): Promise<Fixed> {
  const { text: before, slips } = decodeFacts(source.bytes);
  const counts = new Map<string, number>();
  if (slips.length > 0) return { before, after: before, counts };
  const colons = await mendColons(source, before);
  addCounts(counts, colons.edits);
  let { text } = colons;
  for (let round = 0; round < MOST_FIX_ROUNDS; round += 1) {
    const mended = await mendValues({ file: source.file, bytes: encodeUtf8(text) }, text, {
      settings,
      readSources,
    });
    if (mended.edits.length === 0) break;
    addCounts(counts, mended.edits);
    text = mended.text;
  }
  return { before, after: text, counts };
}

interface Mended {
  readonly text: string;
  readonly edits: readonly TextEdit[];
}

function encodeUtf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Only where the file cannot be read as it is, and can be read better afterwards. */
async function mendColons(source: Source, text: string): Promise<Mended> {
  const untouched = { text, edits: [] };
  const errors = await syntaxErrors(source);
  const edits = errors === 0 ? [] : colonEdits(text);
  if (edits.length === 0) return untouched;
  const mended = applyEdits(text, edits);
  const left = await syntaxErrors({ file: source.file, bytes: encodeUtf8(mended) });
  return left < errors ? { text: mended, edits } : untouched;
}

async function syntaxErrors(source: Source): Promise<number> {
  const { diagnostics } = await readFacts(source);
  return diagnostics.filter(({ rule }) => rule === 'yaml-syntax').length;
}

interface FixMeans {
  readonly settings: RuleSettings;
  readonly readSources: CountSources | undefined;
}

async function mendValues(source: Source, text: string, means: FixMeans): Promise<Mended> {
  const untouched = { text, edits: [] };
  const { value: reading, diagnostics } = await readFacts(source);
  if (reading === undefined) return untouched;
  const edits = withoutOverlaps(await factsEdits(reading, text, means));
  if (edits.length === 0) return untouched;
  const mended = applyEdits(text, edits);
  const reread = await readFacts({ file: source.file, bytes: encodeUtf8(mended) });
  const paths = new Set(edits.map(({ path }) => path));
  const isSame =
    reread.value !== undefined &&
    reread.diagnostics.length <= diagnostics.length &&
    outline(reread.value.facts, paths) === outline(reading.facts, paths);
  return isSame ? { text: mended, edits } : untouched;
}

async function factsEdits(
  reading: Reading,
  text: string,
  { settings, readSources }: FixMeans,
): Promise<PlacedEdit[]> {
  const { facts, source } = reading;
  const date = facts.report?.date;
  const texts = textsToJudge(facts, reading.passages().passages);
  const subject = { ...texts, ...(date !== undefined && { date }) };
  const counted = await findCounted(reading, settings, readSources);
  const findings = [...runProseRules(subject, settings), ...counted].filter(
    ({ replacement }) => replacement !== undefined,
  );
  if (findings.length === 0) return [];
  const places = await reading.places();
  const located = locate(findings, places);
  const kept = new Set(await applyIgnores(located, source, settings));
  const open = findings.filter((_, index) => located[index] !== undefined && kept.has(located[index]));
  const mendable = { text, facts, places, findings: open };
  return [...proseEdits(mendable), ...figureEdits(mendable)];
}

/** What the rosters count otherwise; nothing where the facts name none. */
async function findCounted(
  { facts, ...reading }: Reading,
  settings: RuleSettings,
  readSources: CountSources | undefined,
): Promise<readonly Finding[]> {
  if (facts.sources === undefined || readSources === undefined) return [];
  const sources = await readSources({ facts, ...reading });
  const found = runFactsRules({ facts, passages: [], unknown: [], sources }, settings);
  return found.filter(({ rule }) => rule === 'roster-figure');
}

/** The facts as text, without the texts at some paths. */
function outline(facts: Facts, without: ReadonlySet<string>): string {
  const write = (value: unknown, path: string): unknown => {
    if (without.has(path)) return null;
    if (value instanceof Map) {
      return [...value].map(([name, item]) => [name, write(item, `${path}.${name}`)]);
    }
    if (Array.isArray(value)) return value.map((item, index) => write(item, `${path}.${index}`));
    if (typeof value !== 'object' || value === null) return value;
    return Object.entries(value).map(([name, item]) => [
      name,
      write(item, path === '' ? name : `${path}.${name}`),
    ]);
  };
  return JSON.stringify(write(facts, ''));
}
