/** Finds units' full names in prose; the cost of a text does not depend on how many names there are. */
export class NameFinder {
  readonly #byHead = new Map<number, string[]>();

  constructor(names: readonly string[]) {
    for (const name of new Set(names)) {
      if (name.length < SHORTEST_UNIT_NAME) continue;
      const head = headAt(name, 0);
      const same = this.#byHead.get(head);
      if (same) same.push(name);
      else this.#byHead.set(head, [name]);
    }
    for (const same of this.#byHead.values()) same.sort((a, b) => b.length - a.length);
  }

  /** The names in a text, the longest at each place, that `own` texts neither hold nor cover. */
  *find(text: string, own: readonly string[]): Generator<{ readonly name: string; readonly start: number }> {
    for (let start = 0; start < text.length; start += 1) {
      const name = this.#byHead.get(headAt(text, start))?.find((each) => text.startsWith(each, start));
      if (name === undefined) continue;
      if (!isOwnName(name, own) && !isWithinLonger(text, start, name)) yield { name, start };
      start += name.length - 1;
    }
  }
}

/** Shorter ones (沙县) are found in too many words. */
const SHORTEST_UNIT_NAME = 3;

/** The first two UTF-16 units as one number. */
function headAt(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
}

/** 青禾县 in 青禾县云溪镇, 青禾县委: the unit itself or its superior. */
function isOwnName(name: string, own: readonly string[]): boolean {
  return own.some((text) => text.includes(name));
}

/** 石桥镇 in 大石桥镇 and in 石桥镇中心小学, 云溪乡 in 云溪乡村振兴. */
function isWithinLonger(text: string, start: number, name: string): boolean {
  const isCompound = /[大小新老东西南北]/u.test(text[start - 1] ?? '');
  if (
    isCompound ||
    INSTITUTION.test(text.slice(start + name.length, start + name.length + LONGEST_UNIT_NAME))
  )
    return true;
  return name.endsWith('乡') && /[村镇贤音情愁土]/u.test(text[start + name.length] ?? '');
}

/** A body of the place's own, with a name of its own, that others too have to do with. */
const INSTITUTION =
  /^(?:第[一二三四五六七八九十]+|中心|人民|实验|初级|高级|九年一贯制|中医)*(?:医院|卫生院|卫生所|中学|小学|学校|幼儿园|派出所|司法所|法庭|法院|检察院|税务所|税务分局|供电所|敬老院|养老院|福利院|信用社)/u;
const LONGEST_UNIT_NAME = 12;
