import { readHeadingMark } from '../../document/heading-mark.ts';
import type { ReportLine } from './report-parts.ts';

/** An item of a section, under a heading of the second level: alone above its text, or run in. */
export interface OutlineItem {
  readonly title: string;
  readonly paragraphs: string[];
}

/** What is under one heading of the first level. */
export interface OutlineSection {
  readonly title: string;
  /** What comes before the first item. */
  readonly paragraphs: string[];
  readonly items: OutlineItem[];
}

export interface Outline {
  /** What comes before the first heading. */
  readonly preface: readonly string[];
  readonly sections: readonly OutlineSection[];
  /** Tables of the text, each with the section (from 0) that it is in. */
  readonly tables: readonly { readonly section: number; readonly rows: readonly (readonly string[])[] }[];
}

/** Arranges a report's lines under its headings. The highest level that occurs is the first, whatever its numbers look like. */
export function outlineOf(lines: readonly ReportLine[]): Outline {
  const read = lines.map(readOutlineLine);
  const levels = read.flatMap(({ level }) => level ?? []);
  const top = levels.length === 0 ? 1 : Math.min(...levels);
  const preface: string[] = [];
  const sections: OutlineSection[] = [];
  const tables: { section: number; rows: readonly (readonly string[])[] }[] = [];
  for (const { level, title, text, table } of read) {
    const section = sections.at(-1);
    const item = section?.items.at(-1);
    if (table !== undefined) tables.push({ section: sections.length - 1, rows: table });
    else if (level === top) sections.push({ title, paragraphs: text === '' ? [] : [text], items: [] });
    else if (level === top + 1 && section !== undefined)
      section.items.push({ title, paragraphs: text === '' ? [] : [text] });
    else (item?.paragraphs ?? section?.paragraphs ?? preface).push(level === undefined ? text : title + text);
  }
  return { preface, sections, tables };
}

interface ReadLine {
  /** Of a heading; of a lower one than the second too, whose words are all in `title` and `text`. */
  readonly level?: number;
  readonly title: string;
  readonly text: string;
  readonly table?: readonly (readonly string[])[];
}

function readOutlineLine({ text, level: styled, table }: ReportLine): ReadLine {
  if (table !== undefined) return { title: '', text, table };
  const mark = readHeadingMark(text);
  if (mark === undefined || mark.level > DEEPEST_LEVEL) {
    const isHeading = mark === undefined && styled !== undefined && styled <= DEEPEST_LEVEL;
    return isHeading ? { level: styled, title: withoutStop(text), text: '' } : { title: '', text };
  }
  const words = text.slice(mark.end);
  if (isAlone(words)) return { level: mark.level, title: withoutStop(words), text: '' };
  const stop = words.search(/[。！？]/u);
  if (mark.level === 1 && (stop === -1 || stop > LONGEST_RUN_IN_TITLE)) return { title: '', text };
  if (stop === -1) return { level: mark.level, title: words.replace(/[；;]$/u, ''), text: '' };
  return { level: mark.level, title: words.slice(0, stop), text: words.slice(stop + 1).trim() };
}

/** 1. and （1） stay in the text of the item. */
const DEEPEST_LEVEL = 2;

function isAlone(words: string): boolean {
  return words.length <= LONGEST_ALONE && !/[。！？；].|[；：:]$/u.test(words);
}

function withoutStop(words: string): string {
  return words.replace(/[。.]$/u, '');
}

const LONGEST_ALONE = 60;
const LONGEST_RUN_IN_TITLE = 60;
