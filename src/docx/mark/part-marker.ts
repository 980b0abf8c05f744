import type { PartText } from '../../ooxml/decode-part.ts';
import { placeInSource } from '../../ooxml/xml-text.ts';
import type { WordParagraph, WordRun } from '../word-document.ts';
import { ancestorsOf, type ElementNode, elementTree, innermostAt } from './element-tree.ts';
import { type PartNames, partNames } from './part-names.ts';
import { applySourcedSplices, type SourcedSplice } from './splices.ts';
import { type RunEvent, writeRun } from './split-run.ts';

/** A run of the text as the XML has it. */
export interface RunPlace {
  readonly run: WordRun;
  /** The `w:t`, or what stands for the text. */
  readonly node: ElementNode;
  /** The outermost `w:r` around it in its paragraph; a formula has none. */
  readonly carrier: ElementNode | undefined;
  /** The child of the carrier that the node is, or is in; the node where there is no carrier. */
  readonly unit: ElementNode;
}

/** What is put at one place comes in this order: what ends there, then what begins there. */
export const RANK = {
  insertedBehind: 1,
  commentEnd: 2,
  commentStart: 3,
  insertedAhead: 4,
  deleted: 5,
} as const;

/** Marks one part: gathers what is to be put where, then writes its XML anew; whatever is not named stays byte for byte. */
export class PartMarker {
  readonly part: PartText;
  readonly names: PartNames;
  private readonly trees = new Map<number, ElementNode>();
  private readonly runs = new Map<number, { readonly run: ElementNode; readonly events: RunEvent[] }>();
  private readonly loose: RunEvent[] = [];
  private readonly emptyParagraphs = new Map<ElementNode, string>();

  constructor(part: PartText, isStrict: boolean) {
    this.part = part;
    this.names = partNames(part.text, isStrict);
  }

  /** The elements of a paragraph. */
  tree({ start, end }: Pick<WordParagraph, 'start' | 'end'>): ElementNode {
    const known = this.trees.get(start);
    if (known !== undefined) return known;
    const tree = elementTree(this.part.text, start, end, this.names.rootTag);
    this.trees.set(start, tree);
    return tree;
  }

  /** Undefined for a text that is none of WordprocessingML, as in a drawing. */
  spot(paragraph: WordParagraph, run: WordRun): RunPlace | undefined {
    const tree = this.tree(paragraph);
    if (tree.name !== 'w:p') return undefined;
    const node = innermostAt(tree, run.start);
    if (node === tree) return undefined;
    const line = [node, ...ancestorsOf(node)];
    const carrier = line.findLast(({ name }) => name === 'w:r');
    if (carrier === undefined) return { run, node, carrier, unit: line.at(-2) ?? node };
    return { run, node, carrier, unit: line[line.indexOf(carrier) - 1] ?? node };
  }

  /** Whether the text's characters can be told apart in the XML: it is a plain `w:t`. */
  isPlainText({ node, unit, carrier, run }: RunPlace): boolean {
    const isText = run.kind === 'text' && node === unit && node.name === 'w:t' && carrier !== undefined;
    return isText && !this.part.text.slice(node.openEnd, node.closeStart).includes('<');
  }

  /** Where the character with that index in the run's text begins. */
  before(spot: RunPlace, index: number): number {
    return index <= 0 || !this.isPlainText(spot) ? spot.unit.start : this.inside(spot, index);
  }

  /** Where the character with that index ends. */
  after(spot: RunPlace, index: number): number {
    const isLast = index + 1 >= spot.run.text.length;
    return isLast || !this.isPlainText(spot) ? spot.unit.end : this.inside(spot, index + 1);
  }

  private inside({ run }: RunPlace, index: number): number {
    return placeInSource(this.part.text, run.start, run.end, index);
  }

  /** Puts XML at a place inside, or at the edge, of a run: the run is split there. */
  put({ carrier }: Pick<RunPlace, 'carrier'>, event: RunEvent): void {
    if (carrier === undefined) {
      this.loose.push(event);
      return;
    }
    const known = this.runs.get(carrier.start);
    if (known === undefined) this.runs.set(carrier.start, { run: carrier, events: [event] });
    else known.events.push(event);
  }

  /** Puts XML between runs, which has to be a place where runs may stand. */
  putBetween(event: RunEvent): void {
    this.loose.push(event);
  }

  /** Puts XML at the end of a paragraph that has no text. */
  putAtEnd(paragraph: ElementNode, event: RunEvent): void {
    if (paragraph.openEnd < paragraph.end) this.loose.push({ ...event, at: paragraph.closeStart });
    else this.emptyParagraphs.set(paragraph, (this.emptyParagraphs.get(paragraph) ?? '') + event.xml);
  }

  /** Whether an offset is where the run's content begins or ends. */
  isEdge({ start, end, children }: ElementNode, at: number): 'start' | 'end' | undefined {
    const content = children.filter(({ name }) => name !== 'w:rPr');
    if (at === start || at === content[0]?.start) return 'start';
    return at === end || at === content.at(-1)?.end ? 'end' : undefined;
  }

  /** The part's XML with everything that was put in. */
  write(): string {
    const { text } = this.part;
    const splices: SourcedSplice[] = this.loose
      .toSorted((a, b) => a.at - b.at || a.rank - b.rank)
      .map(({ at, xml }) => ({ start: at, end: at, write: () => xml }));
    for (const { run, events } of this.runs.values()) {
      const write: SourcedSplice['write'] = (source) =>
        writeRun(text, run, events, { source, names: this.names });
      splices.push({ start: run.start, end: run.end, write });
    }
    for (const [{ start, end, tag }, xml] of this.emptyParagraphs) {
      const opened = text.slice(start, end).replace(/\s*\/>$/, '>');
      splices.push({ start, end, write: () => `${opened}${xml}</${tag}>` });
    }
    return applySourcedSplices(text, splices);
  }
}
