import { readdirSync, readFileSync } from 'node:fs';
import { diffArrays, diffChars } from 'diff';
import { describe, expect, it } from 'vitest';
import { readFinished } from '../../src/document/read-finished.ts';
import { type Absorbed, absorbReport } from '../../src/use/absorb.ts';
import { buildReport } from '../../src/use/build.ts';
import { BUILT_IN } from '../built-in.ts';
import { savedAgain } from '../edit-docx.ts';
import { samples } from '../sample-size.ts';
import { chanceOf, editAtRandom } from './random-editor.ts';

const TEMPLATES = [
  'self-review',
  'inspection-briefing',
  'half-year-summary',
  'special-report',
  'grassroots-briefing',
  'rectification-report',
];
const SAMPLES = readdirSync('data-samples').filter((name) => name.endsWith('.yaml'));
const RUNS = samples(10);

/** What was edited in Word comes back word for word, apart from what was told. */
describe('a report edited at random', () => {
  it.each(Array.from({ length: RUNS }, (_, seed) => seed))('comes back, seed %i', async (seed) => {
    const chance = chanceOf(seed * 7919 + 17);
    const name = SAMPLES[chance(SAMPLES.length)] ?? '';
    const template = TEMPLATES[chance(TEMPLATES.length)] ?? '';
    const source = { file: name, bytes: readFileSync(`data-samples/${name}`) };
    const options = { ...BUILT_IN, template, isDraft: true } as const;
    const { value: built } = await buildReport(source, { ...options, format: 'docx' });
    if (built === undefined) throw new Error('not built');
    let done: readonly string[] = [];
    const bytes = savedAgain(built.bytes, (xml) => {
      const edited = editAtRandom(xml, 1 + chance(4), chance);
      done = edited.done;
      return edited.xml;
    });
    const { value } = await absorbReport({ file: 'edited.docx', bytes }, source, options);
    if (value === undefined || 'why' in value)
      throw new Error(`refused: ${JSON.stringify(value)} ${done.join(' | ')}`);
    const after = { file: name, bytes: new TextEncoder().encode(value.after) };
    const { value: rebuilt } = await buildReport(after, { ...options, format: 'docx' });
    const message = `${name} ${template}\n${done.join('\n')}\n${JSON.stringify(value.changes, null, 1)}`;
    expect(untold(textOf(rebuilt?.bytes ?? new Uint8Array()), textOf(bytes), value), message).toEqual([]);
    // Only what a report cannot be without, or what its template would say otherwise, is not taken out.
    const missed = value.changes.filter(
      ({ kind, note = '' }) => kind !== 'removed' && note.includes('没能写回'),
    );
    expect(missed, message).toEqual([]);
  });
});

/** What of the difference between two texts nobody was told: by a diff of whole paragraphs, then of characters. */
function untold(rebuilt: readonly string[], edited: readonly string[], { changes }: Absorbed): string[] {
  const told = changes.flatMap(({ kind, isTaken, before, after, also = [] }) => [
    ...(isTaken || kind === 'layout' ? [] : [{ before, after }]),
    ...also,
  ]);
  const befores = told.flatMap(({ before }) => [squeeze(before), withoutNumbers(before)]);
  const afters = told.flatMap(({ after }) => [squeeze(after), withoutNumbers(after)]);
  const lost: string[] = [];
  let gone = '';
  let fresh = '';
  const close = () => {
    for (const { added, removed, value } of diffChars(gone, fresh)) {
      if (removed && !isTold(value, befores)) lost.push(`-${value}`);
      if (added && !isTold(value, afters)) lost.push(`+${value}`);
    }
    [gone, fresh] = ['', ''];
  };
  for (const { added, removed, value } of diffArrays([...rebuilt], [...edited])) {
    if (removed) gone += value.join('');
    else if (added) fresh += value.join('');
    else close();
  }
  close();
  return lost;
}

/** Whether a text is made up of stretches of what was told; numbers before items are the writer's. */
function isTold(text: string, told: readonly string[]): boolean {
  let left = text.replace(/^[（）一二三四五六七八九十、是；。\d.]+/u, '');
  while (left !== '') {
    let length = left.length;
    while (length > 1 && !told.some((each) => each.includes(left.slice(0, length)))) length -= 1;
    if (length < Math.min(2, left.length)) return false;
    left = left.slice(length).replace(/^[（）一二三四五六七八九十、是；。\d.]+/u, '');
  }
  return true;
}

function squeeze(text: string): string {
  return text.replace(/\s/g, '');
}

/** Paragraphs without the numbers before them, which are the writer's. */
function textOf(bytes: Uint8Array): string[] {
  return (readFinished('.docx', bytes).value?.paragraphs ?? []).map(({ text, role }) =>
    role === 'cell' ? squeeze(text) : withoutNumbers(text),
  );
}

function withoutNumbers(text: string): string {
  return squeeze(text).replace(
    /^（[一二三四五六七八九十]+）|^[一二三四五六七八九十]+、|^\d\.|(?<=^|[；。])[一二三四五六七八九十]+是/gu,
    '',
  );
}
