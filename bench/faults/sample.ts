import { readFileSync } from 'node:fs';
import type { Places } from '../../src/diagnostics/finding.ts';
import { type Passage, writtenSpan } from '../../src/facts/passages.ts';
import { readFacts } from '../../src/facts/read-facts.ts';
import { passagesOf } from '../../src/facts/read-passages.ts';

/** A valid facts file in which faults are planted. */
export interface Sample {
  readonly file: string;
  readonly text: string;
  readonly passages: readonly Passage[];
  readonly places: Places;
}

/** The sample with one fault, and the line at which it has to be found. */
export interface Planted {
  readonly text: string;
  readonly line: number;
}

export async function readSample(path: string): Promise<Sample> {
  const bytes = readFileSync(path);
  const { value: reading } = await readFacts({ file: path, bytes });
  if (reading === undefined) throw new Error(`${path} cannot be read`);
  const { passages } = passagesOf(reading.facts, reading.written);
  return { file: path, text: new TextDecoder().decode(bytes), passages, places: await reading.places() };
}

/** Where an offset of a passage stands in the file's text; undefined where the file does not say it literally. */
export function offsetIn({ text, places }: Sample, passage: Passage, offset: number): number | undefined {
  const [written] = writtenSpan(passage, offset, offset);
  const { line, column } = places.rangeOf({ path: passage.path, span: [written, written + 1] }).start;
  const lines = text.split('\n');
  const before = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  const at = before + [...(lines[line - 1] ?? '')].slice(0, column - 1).join('').length;
  return text.charAt(at) === passage.text.charAt(offset) ? at : undefined;
}

/** The text with a stretch replaced. */
export function replaceAt(text: string, start: number, end: number, replacement: string): Planted {
  return {
    text: text.slice(0, start) + replacement + text.slice(end),
    line: text.slice(0, start).split('\n').length,
  };
}
