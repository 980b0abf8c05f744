import type { NumberingReference } from './docx-styles.ts';
import { formatListNumber } from './list-number.ts';
import { readXml } from './xml-events.ts';

interface Level {
  start: number;
  format: string;
  /** `%1.%2`: what is printed, with the levels' numbers put in. */
  text: string;
}

type List = Map<number, Level>;

/** Counts the automatic numbers of lists, which stand nowhere in the text: gives the next paragraph's, as printed. */
export type ListCounter = (reference: NumberingReference) => string;

/** Makes a counter over `numbering.xml`; a list that is not there counts nothing. */
export function listCounter(xml: string): ListCounter {
  const { lists, abstractOf, starts } = readNumbering(xml);
  const counts = new Map<string, number[]>();
  const restarted = new Set<string>();
  return ({ id, level }) => {
    const abstractId = abstractOf.get(id);
    const list = abstractId === undefined ? undefined : lists.get(abstractId);
    const own = list?.get(level);
    if (abstractId === undefined || list === undefined || own === undefined) return '';
    const numbers = counts.get(abstractId) ?? [];
    counts.set(abstractId, numbers);
    const override = restarted.has(`${id}/${level}`) ? undefined : starts.get(`${id}/${level}`);
    restarted.add(`${id}/${level}`);
    numbers[level] = override ?? (numbers[level] === undefined ? own.start : numbers[level] + 1);
    numbers.length = level + 1;
    return printed(list, own, numbers);
  };
}

function printed(list: List, { format, text }: Level, numbers: readonly number[]): string {
  if (format === 'bullet' || format === 'none') return '';
  return text.replace(/%([1-9])/g, (_, digit: string) => {
    const level = Number(digit) - 1;
    const { start = 1, format: own = 'decimal' } = list.get(level) ?? {};
    return formatListNumber(numbers[level] ?? start, own);
  });
}

function readNumbering(xml: string) {
  const lists = new Map<string, List>();
  const abstractOf = new Map<string, string>();
  const starts = new Map<string, number>();
  let list: List | undefined;
  let level: Level | undefined;
  let id = '';
  let overridden = 0;
  readXml(xml, {
    open(name, { val = '', abstractNumId = '', numId = '', ilvl = '0' }) {
      if (name === 'abstractNum') {
        list = new Map();
        lists.set(abstractNumId, list);
      } else if (name === 'num') {
        list = undefined;
        id = numId;
      } else if (name === 'abstractNumId') abstractOf.set(id, val);
      else if (name === 'lvlOverride') overridden = Number(ilvl);
      else if (name === 'startOverride') starts.set(`${id}/${overridden}`, Number(val));
      else if (name === 'lvl') {
        level = { start: 1, format: 'decimal', text: '' };
        list?.set(Number(ilvl), level);
      } else if (level === undefined) return;
      else if (name === 'start') level.start = Number(val);
      else if (name === 'numFmt') level.format = val;
      else if (name === 'lvlText') level.text = val;
    },
    close(name) {
      if (name === 'lvl') level = undefined;
    },
  });
  return { lists, abstractOf, starts };
}
