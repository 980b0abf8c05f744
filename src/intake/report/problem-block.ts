import { readHeadingMark } from '../../document/heading-mark.ts';
import { titleAndBody } from './sentences-in.ts';
import { splitSeriesItems } from './series-items.ts';

interface TitledItem {
  readonly title: string;
  readonly body: string;
}

interface ItemGroup<Item> {
  readonly lead: string[];
  readonly items: Item[];
}

/**
 * Paragraphs without headings that tell problems, and perhaps after them their causes (究其原因), measures (针对上述问题) and plans, each by a
 * series or a paragraph an item.
 */
export class ProblemBlock {
  readonly problems: ItemGroup<TitledItem> = { lead: [], items: [] };
  readonly causes: ItemGroup<string> = { lead: [], items: [] };
  readonly measures: ItemGroup<TitledItem> = { lead: [], items: [] };
  readonly plans: ItemGroup<TitledItem> = { lead: [], items: [] };
  readonly closing: string[] = [];
  /** Words that the template says of its own. */
  readonly generated: string[] = [];

  constructor(paragraphs: readonly string[]) {
    const first = paragraphs.findIndex((text) => problemPart(text) !== undefined);
    this.#readProblems(first === -1 ? paragraphs : paragraphs.slice(0, first));
    this.#readParts(first === -1 ? [] : paragraphs.slice(first));
  }

  /** What comes after the last problem of a section with items; it is taken out of that item's paragraphs. */
  static after(paragraphs: string[]): ProblemBlock {
    const first = paragraphs.findIndex((text, at) => at > 0 && problemPart(text) !== undefined);
    return new ProblemBlock(first === -1 ? [] : paragraphs.splice(first));
  }

  /** Paragraphs of measures. */
  static ofMeasures(paragraphs: readonly string[]): ProblemBlock {
    const block = new ProblemBlock([]);
    const series = splitSeriesItems(paragraphs);
    if (series !== undefined) {
      block.measures.lead.push(...series.lead);
      block.measures.items.push(...series.items.map(titleAndBody));
      block.closing.push(...series.rest);
    } else block.measures.items.push(...paragraphs.map(withoutNumber).map(titleAndBody));
    return block;
  }

  #readProblems(paragraphs: readonly string[]): void {
    const series = splitSeriesItems(paragraphs);
    if (series !== undefined) {
      this.problems.lead.push(...series.lead);
      this.problems.items.push(...series.items.map(titleAndBody));
      this.closing.push(...series.rest);
      return;
    }
    const items = paragraphs.map(withoutNumber);
    const led = paragraphs.length > 1 && LEADS_TO_ITEMS.test(paragraphs[0] ?? '') ? 1 : 0;
    this.problems.lead.push(...paragraphs.slice(0, led));
    const rest = items.slice(led);
    const [only = ''] = rest;
    const sentence = /^[^。]*(?:差距|不足|短板|问题)[^。]*。/u.exec(only)?.[0];
    if (rest.length === 1 && led === 0 && sentence !== undefined && sentence.length < only.length) {
      this.problems.lead.push(sentence);
      this.problems.items.push(titleAndBody(only.slice(sentence.length)));
    } else this.problems.items.push(...rest.map(titleAndBody));
  }

  #readParts(paragraphs: readonly string[]): void {
    let part: ProblemPart | undefined;
    for (const text of paragraphs) {
      const own = problemPart(text);
      const series = splitSeriesItems([text]);
      if (own === undefined || (series === undefined && own !== 'causes' && !hasItem(text))) {
        this.closing.push(text);
        continue;
      }
      part = own;
      this.#readPart(part, text, series?.lead.join('') ?? problemLead(text), series?.items);
    }
  }

  #readPart(part: ProblemPart, text: string, lead: string, items: readonly string[] | undefined): void {
    const told = items ?? [text.slice(lead.length).replace(/。$/u, '')];
    if (part === 'causes') {
      if (!DEFAULT_CAUSES.test(lead)) this.causes.lead.push(lead);
      this.causes.items.push(...told);
    } else if (part === 'measures') {
      if (GENERATED.test(lead)) this.generated.push(lead);
      else this.measures.lead.push(lead);
      this.measures.items.push(...told.map(titleAndBody));
    } else {
      this.plans.lead.push(lead);
      this.plans.items.push(...told.map(titleAndBody));
    }
  }
}

/** 1、 or （1） before an item of its own paragraph. */
function withoutNumber(text: string): string {
  const mark = readHeadingMark(text);
  return mark !== undefined && mark.level > 2 ? text.slice(mark.end) : text;
}

type ProblemPart = 'causes' | 'measures' | 'plans';

function problemPart(text: string): ProblemPart | undefined {
  if (/^(?:究其原因|分析.{0,24}原因|(?:产生|存在).{0,24}原因)/u.test(text)) return 'causes';
  if (/^针对.{0,24}(?:问题|不足|短板)/u.test(text)) return 'measures';
  if (/^(?:今后一个时期|今后|下一步|下步)[^。]{0,60}(?:工作|措施)/u.test(text)) return 'plans';
  return undefined;
}

/** Whether something follows the sentence that leads in. */
function hasItem(text: string): boolean {
  return (
    problemLead(text).length < text.length && /责任(?:领导|单位|人)|完成时限|前完成|长期坚持/u.test(text)
  );
}

function problemLead(text: string): string {
  return /^(?:究其原因|分析[^，。]*原因)[，：](?:主要是)?|^[^。：]*[：。]/u.exec(text)?.[0] ?? '';
}

const LEADS_TO_ITEMS = /[：:]$|(?:差距|不足|短板|问题|不够)[^。]{0,20}[。：]$/u;
const DEFAULT_CAUSES = /^(?:究其原因[，：]?|分析产生上述问题的共性原因，)(?:主要是)?$/u;
const GENERATED = /以下措施已经落实/u;
