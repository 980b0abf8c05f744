/** Edits a .docx as people do in Word: paragraphs' words, whole paragraphs, their order. Each edit is known by its name. */
export interface Editing {
  readonly xml: string;
  readonly done: readonly string[];
}

/** The next whole number under a limit; the same ones for the same seed. */
export type Chance = (limit: number) => number;

/** mulberry32 */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

/** Makes `count` edits, one after another. */
export function editAtRandom(xml: string, count: number, chance: Chance): Editing {
  const done: string[] = [];
  let edited = xml;
  for (let tries = 0; done.length < count && tries < count * 20; tries++) {
    const [name, edit] = EDITS[chance(EDITS.length)] as (typeof EDITS)[number];
    const paragraphs = paragraphsOf(edited);
    const at = paragraphs[chance(paragraphs.length)];
    const replacement = at && edit(at, chance);
    if (at === undefined || replacement === undefined) continue;
    edited = edited.slice(0, at.start) + replacement + edited.slice(at.end);
    done.push(`${name}: ${at.text.slice(0, 40)}`);
  }
  return { xml: edited, done };
}

interface FoundParagraph {
  readonly start: number;
  readonly end: number;
  readonly xml: string;
  readonly text: string;
  readonly next: string | undefined;
}

/** Body paragraphs outside tables that hold a sentence's worth of words. */
function paragraphsOf(xml: string): FoundParagraph[] {
  const masked = xml.replace(/<w:tbl>.*?<\/w:tbl>/gs, (table) => ' '.repeat(table.length));
  const found = [...masked.matchAll(/<w:p[ >](?:(?!<w:p[ >]).)*?<\/w:p>/gs)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    xml: match[0],
    text: textOf(match[0]),
  }));
  return found
    .map((each, at) => ({ ...each, next: found[at + 1]?.xml }))
    .filter(({ text, xml: own }) => text.length > 12 && !own.includes('<w:br') && !own.includes('<w:sectPr'));
}

function textOf(xml: string): string {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((match) => match[1] ?? '').join('');
}

/** The paragraph with other words, all in the manner of its last run: what a careless editor leaves. */
function withText(xml: string, text: string): string {
  const head = /^<w:p(?: [^>]*)?>(?:<w:pPr>.*?<\/w:pPr>)?/s.exec(xml)?.[0] ?? '<w:p>';
  const run = [...xml.matchAll(/<w:rPr>.*?<\/w:rPr>/gs)].at(-1)?.[0] ?? '';
  return `${head}<w:r>${run}<w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** The paragraph with a piece of one run changed, its other runs as they were. */
function withRunText(
  xml: string,
  change: (text: string) => string | undefined,
  chance: Chance,
): string | undefined {
  const runs = [...xml.matchAll(/(<w:t(?: [^>]*)?>)([^<]*)(<\/w:t>)/g)].filter(
    (match) => (match[2] ?? '').length > 3,
  );
  const run = runs[chance(Math.max(1, runs.length))];
  const changed = run && change(run[2] ?? '');
  if (run === undefined || changed === undefined || changed === run[2]) return undefined;
  const start = run.index + (run[1] ?? '').length;
  return xml.slice(0, start) + changed + xml.slice(start + (run[2] ?? '').length);
}

type Edit = (paragraph: FoundParagraph, chance: Chance) => string | undefined;

const WORDS = ['进一步', '切实', '和相关工作', '（试行）', '认真', '有关同志', '2025年', '持续用力'];

const EDITS: readonly (readonly [name: string, edit: Edit])[] = [
  ['words put in', ({ xml }, chance) => withRunText(xml, (text) => insert(text, chance), chance)],
  ['words put in', ({ xml }, chance) => withRunText(xml, (text) => insert(text, chance), chance)],
  ['words taken out', ({ xml }, chance) => withRunText(xml, (text) => takeOut(text, chance), chance)],
  ['words replaced', ({ xml }, chance) => withRunText(xml, (text) => replace(text, chance), chance)],
  ['words replaced', ({ xml }, chance) => withRunText(xml, (text) => replace(text, chance), chance)],
  ['a number', ({ xml, text }, chance) => changeNumber(xml, text, chance)],
  ['a number', ({ xml, text }, chance) => changeNumber(xml, text, chance)],
  [
    'a sentence more',
    ({ xml, text }) => (text.endsWith('。') ? withText(xml, `${text}有关情况已经按月通报。`) : undefined),
  ],
  [
    'a paragraph more',
    ({ xml, text }) =>
      text.endsWith('。')
        ? xml + withText(xml, '同时，坚持每季度开展一次回头看，发现问题及时纠正。')
        : undefined,
  ],
  ['an item more', ({ xml, text }) => addItem(xml, text)],
  ['a paragraph out', ({ text }) => (text.length < 400 ? '' : undefined)],
  ['a paragraph cut in two', ({ xml, text }, chance) => cutInTwo(xml, text, chance)],
];

function insert(text: string, chance: Chance): string {
  const at = 1 + chance(text.length - 1);
  return text.slice(0, at) + (WORDS[chance(WORDS.length)] ?? '') + text.slice(at);
}

function takeOut(text: string, chance: Chance): string {
  const at = chance(Math.max(1, text.length - 4));
  return text.slice(0, at) + text.slice(at + 1 + chance(4));
}

function replace(text: string, chance: Chance): string {
  const at = chance(Math.max(1, text.length - 4));
  return text.slice(0, at) + (WORDS[chance(WORDS.length)] ?? '') + text.slice(at + 2);
}

function changeNumber(xml: string, text: string, chance: Chance): string | undefined {
  const numbers = [...text.matchAll(/\d+/g)];
  const number = numbers[chance(Math.max(1, numbers.length))];
  if (number === undefined) return undefined;
  const other = String(Number(number[0]) + 1 + chance(3));
  return withText(xml, text.slice(0, number.index) + other + text.slice(number.index + number[0].length));
}

function addItem(xml: string, text: string): string | undefined {
  const [mark] = /^（[一二三四五六七八九十]+）/.exec(text) ?? [];
  if (mark === undefined) return undefined;
  return xml + withText(xml, `${mark}压实各级责任。逐级签订责任书，把任务分解到岗、落实到人。`);
}

function cutInTwo(xml: string, text: string, chance: Chance): string | undefined {
  const stops = [...text.matchAll(/。(?=.)/g)];
  const stop = stops[chance(Math.max(1, stops.length))];
  if (stop === undefined) return undefined;
  return withText(xml, text.slice(0, stop.index + 1)) + withText(xml, text.slice(stop.index + 1));
}
