import { compareDiagnostics } from '../diagnostics/diagnostic.ts';
import type { Finding, Places } from '../diagnostics/finding.ts';
import type { Outcome } from '../diagnostics/outcome.ts';
import type { Canonical } from './canonicalise.ts';
import { decodeFacts } from './decode-text.ts';
import type { Facts } from './facts.ts';
import { canonicaliseFast } from './fast/canonicalise-fast.ts';
import { indexLines } from './line-index.ts';
import { describeMissing } from './missing-facts.ts';
import { otherKind } from './other-kind.ts';
import { type Passages, passagesLater } from './read-passages.ts';
import { diagnose } from './slip.ts';
import type { Source } from './source.ts';

/** What was read of a facts file. */
export interface Reading {
  readonly source: Source;
  readonly facts: Facts;
  /** Figures whose written form is not what the number would print: path → text as written (`1.10`). */
  readonly written: ReadonlyMap<string, string>;
  /** The needed facts that are absent: errors of a final build, gaps of a draft. */
  readonly missing: readonly Finding[];
  /** The facts' prose; read at the first call. */
  passages(): Passages;
  /** The places of values in the file; reads it again, exactly, at the first call. */
  places(): Promise<Places>;
}

/**
 * Reads a facts file. A text that cannot be read or parsed leaves no value; a key or value that is refused is reported and
 * left out, so that everything else is still checked in the same run.
 */
export async function readFacts(source: Source): Promise<Outcome<Reading>> {
  const { text, slips } = decodeFacts(source.bytes);
  const plain = slips.length === 0 ? readFastLane(source, text) : undefined;
  if (plain !== undefined) return plain;
  const other = otherKind(source);
  const unreadable = other === undefined ? slips : [other];
  if (unreadable.length > 0) return { diagnostics: diagnose(unreadable, source.file, indexLines(text)) };
  return readExactLane(source, text);
}

/** The common case: a plain file in which nothing is wrong. */
function readFastLane(source: Source, text: string): Outcome<Reading> | undefined {
  const canonical = canonicaliseFast(text);
  if (canonical === undefined) return undefined;
  const places = async () => (await loadAndReadExactly(text)).places(source.file);
  return { value: readingOf(source, canonical, places), diagnostics: [] };
}

async function readExactLane(source: Source, text: string): Promise<Outcome<Reading>> {
  const exact = await loadAndReadExactly(text);
  const diagnostics = diagnose(exact.slips, source.file, indexLines(text)).sort(compareDiagnostics);
  if (exact.canonical === undefined) return { diagnostics };
  return { value: readingOf(source, exact.canonical, async () => exact.places(source.file)), diagnostics };
}

function readingOf(source: Source, canonical: Canonical, places: () => Promise<Places>): Reading {
  const { facts, written, missing } = canonical;
  const passages = passagesLater(facts, written);
  return { source, facts, written, missing: missing.map(describeMissing), passages, places };
}

/** The full parser costs a cold start more than everything else, so it is loaded only where it is needed. */
async function loadAndReadExactly(text: string) {
  const exact = await import('./exact/read-exactly.ts');
  return exact.readExactly(text);
}
