import type { RunResult } from './run-commands.ts';

/**
 * What one run said or made otherwise than the first: every release says the same, and those of one line make the same bytes; a later line
 * may hold another zlib, which compresses otherwise.
 */
export function tellDifferences(results: readonly RunResult[]): string[] {
  return results.flatMap((result) => [
    ...compare(result, results[0], 'said'),
    ...compare(
      result,
      results.find(({ release }) => lineOf(release) === lineOf(result.release)),
      'made',
    ),
  ]);
}

function compare(result: RunResult, first: RunResult | undefined, kind: 'said' | 'made'): string[] {
  const wanted = first?.[kind] ?? new Map<string, string>();
  const names = new Set([...wanted.keys(), ...result[kind].keys()]);
  return [...names]
    .filter((name) => wanted.get(name) !== result[kind].get(name))
    .map((name) => `${result.release}: ${name} is not as with ${first?.release}: ${result[kind].get(name)}`);
}

function lineOf(release: string): string {
  return release.split('.')[0] ?? '';
}
