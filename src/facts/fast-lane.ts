import { COLLECTION_STYLE, EVENT_ID, type Event, parseEvents, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import { hasIllegalCharacter } from './illegal-characters.ts';
import { isNothing, type Raw, type RawList, type RawMap } from './raw-tree.ts';
import { readScalarText, type WrittenScalar } from './scalar-text.ts';

/**
 * Reads plain YAML five times as fast as the full parser, and to the same tree; declines, by returning undefined, whatever is
 * wrong, unusual, or might be taken otherwise there. The text holds no illegal character.
 */
export function readFastTree(text: string): RawMap | undefined {
  if (text.includes('\t')) return undefined;
  try {
    return new EventReader(text, parseEvents(text, { maxDepth: MAX_DEPTH + 2 })).readRoot();
  } catch {
    return undefined;
  }
}

const MAX_DEPTH = 32;

/** Thrown where the fast lane is not sure; caught above. */
class Declined extends Error {}

function decline(): never {
  throw new Declined();
}

class EventReader {
  private readonly text: string;
  private readonly events: readonly Event[];
  private next = 0;
  private depth = 0;
  /** Inside a flow collection: where its line ends. */
  private flowEnd = -1;

  constructor(text: string, events: readonly Event[]) {
    this.text = text;
    this.events = events;
  }

  readRoot(): RawMap {
    const document = this.events[this.next++];
    if (document?.type !== EVENT_ID.DOCUMENT || document.directives.length > 0 || document.explicitEnd)
      decline();
    if (document.explicitStart && !/^---\r?\n/.test(this.text)) decline();
    const root = this.readNode();
    const isWhole = this.events[this.next]?.type === EVENT_ID.POP && this.next === this.events.length - 1;
    return isWhole && typeof root === 'object' && root.kind === 'map' ? root : decline();
  }

  private readNode(): Raw {
    const event = this.events[this.next++];
    switch (event?.type) {
      case EVENT_ID.SCALAR:
        return this.readValue(event);
      case EVENT_ID.MAPPING:
      case EVENT_ID.SEQUENCE:
        return this.readCollection(event);
      default:
        return decline();
    }
  }

  private readCollection(event: Extract<Event, { start: number }>): Raw {
    if (event.anchorStart !== -1 || event.tagStart !== -1 || this.depth === MAX_DEPTH) decline();
    const flowEnd = this.flowEnd;
    if (event.style === COLLECTION_STYLE.FLOW && flowEnd === -1)
      this.flowEnd = flowEndOf(this.text, event.start);
    this.depth++;
    const collection = event.type === EVENT_ID.MAPPING ? this.readMap() : this.readList();
    this.depth--;
    this.flowEnd = flowEnd;
    return collection;
  }

  private readMap(): RawMap {
    const map: RawMap = { kind: 'map', keys: [], values: [] };
    while (!this.isAtEnd()) {
      const key = this.events[this.next++];
      if (key?.type !== EVENT_ID.SCALAR) decline();
      map.keys.push(this.readKey(key));
      map.values.push(this.readNode());
    }
    return map;
  }

  private readList(): RawList {
    const list: RawList = { kind: 'list', values: [] };
    while (!this.isAtEnd()) list.values.push(this.readNode());
    return list;
  }

  private isAtEnd(): boolean {
    if (this.events[this.next]?.type !== EVENT_ID.POP) return false;
    this.next++;
    return true;
  }

  private readKey(event: ScalarEvent): string {
    if (!event.fast) decline();
    const key = this.readText(event);
    return key === '' || key.length > LONGEST_KEY || key === '<<' || UNUSUAL_KEY.test(key) ? decline() : key;
  }

  private readValue(event: ScalarEvent): string {
    if (event.valueStart === -1) {
      return event.anchorStart === -1 && event.tagStart === -1 ? '' : decline();
    }
    const text = this.readText(event);
    if (event.style !== SCALAR_STYLE.PLAIN) return text;
    if (UNUSUAL_START.test(text)) decline();
    return isNothing(text) ? '' : text;
  }

  private readText(event: ScalarEvent): string {
    if (event.anchorStart !== -1 || event.tagStart !== -1) decline();
    if (this.flowEnd !== -1 && event.valueEnd > this.flowEnd) decline();
    if (event.fast) return this.text.slice(event.valueStart, event.valueEnd);
    const { text } = readScalarText(this.text, writtenScalar(event));
    return event.style === SCALAR_STYLE.DOUBLE_QUOTED && hasIllegalCharacter(text) ? decline() : text;
  }
}

/** YAML's own limit for a key ahead of its colon is 1024 characters. */
const LONGEST_KEY = 200;
/** What the exact lane may take for a slip: a colon in a key, blanks that are no spaces, a dash without its space. */
const UNUSUAL_KEY = /^-|[:：\u3000\u00a0]/;
const UNUSUAL_START = /^[\u3000\u00a0]/;

function writtenScalar({ style, valueStart, valueEnd, indent }: ScalarEvent): WrittenScalar {
  const names = STYLES[style];
  return { style: names, start: valueStart, end: valueEnd, indent: Math.max(0, indent) };
}

const STYLES = {
  [SCALAR_STYLE.PLAIN]: 'plain',
  [SCALAR_STYLE.SINGLE_QUOTED]: 'single',
  [SCALAR_STYLE.DOUBLE_QUOTED]: 'double',
  [SCALAR_STYLE.LITERAL_BLOCK]: 'literal',
  [SCALAR_STYLE.FOLDED_BLOCK]: 'folded',
} as const satisfies Readonly<Record<number, WrittenScalar['style']>>;

/** The end of a flow collection's line; declines one whose brackets do not close on it. */
function flowEndOf(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  const line = text.slice(start, end === -1 ? undefined : end);
  let open = 0;
  for (const character of line) {
    if (character === '{' || character === '[') open++;
    else if (character === '}' || character === ']') open--;
  }
  return open === 0 ? start + line.length : decline();
}
