import type { FinishedDocument, FinishedParagraph } from '../document/finished-document.ts';
import { finishedPassages } from './finished-passages.ts';
import { MOST_FIX_ROUNDS } from './fixed.ts';
import { type RuleSettings, runProseRules } from './run.ts';
import { type TextEdit, withoutOverlaps } from './text-edit.ts';

/** A correction in one paragraph of a finished report: offsets into its text as it is, no character more than has to change. */
export interface ParagraphEdit extends TextEdit {
  /** As `FinishedParagraph` has it. */
  readonly number: number;
}

/** What mending a finished report would change, paragraph by paragraph; in as many rounds as a plain text is mended in. */
export function fixParagraphs(document: FinishedDocument, settings: RuleSettings): ParagraphEdit[] {
  const texts = new Map(document.paragraphs.map(({ number, text }) => [number, new ParagraphText(text)]));
  let current = document;
  for (let round = 0; round < MOST_FIX_ROUNDS; round += 1) {
    const edits = paragraphEdits(current, settings);
    if (edits.length === 0) break;
    for (const { number, ...edit } of edits) texts.get(number)?.edit(edit);
    current = { ...document, paragraphs: document.paragraphs.map((each) => edited(each, texts)) };
  }
  return [...texts].flatMap(([number, text]) => text.edits().map((edit) => ({ ...edit, number })));
}

/** The last first, so that offsets hold. */
function paragraphEdits(document: FinishedDocument, settings: RuleSettings): ParagraphEdit[] {
  const edits = new Map<number, ParagraphEdit[]>();
  for (const { rule, replacement, at } of runProseRules(finishedPassages(document), settings)) {
    if (replacement === undefined || at.span === undefined || at.paragraph === undefined) continue;
    const number = at.paragraph + 1;
    const edit = { number, start: at.span[0], end: at.span[1], replacement, rule };
    edits.set(number, [...(edits.get(number) ?? []), edit]);
  }
  return [...edits.values()].flatMap((each) => withoutOverlaps(each).reverse());
}

function edited(paragraph: FinishedParagraph, texts: ReadonlyMap<number, ParagraphText>): FinishedParagraph {
  const text = texts.get(paragraph.number)?.text;
  return text === undefined || text === paragraph.text ? paragraph : { ...paragraph, text };
}

/** A text through several rounds of edits, each of its characters with its place in the first. */
class ParagraphText {
  private readonly first: string;
  private units: { readonly unit: string; readonly from: number | undefined }[];
  private readonly rules = new Map<number, string>();

  constructor(text: string) {
    this.first = text;
    this.units = text.split('').map((unit, from) => ({ unit, from }));
  }

  get text(): string {
    return this.units.map(({ unit }) => unit).join('');
  }

  /** What stays the same at both ends of the stretch is not touched. */
  edit({ start, end, replacement, rule }: TextEdit): void {
    const old = this.text.slice(start, end);
    let head = 0;
    while (head < old.length && head < replacement.length && old[head] === replacement[head]) head += 1;
    let tail = 0;
    while (
      tail < old.length - head &&
      tail < replacement.length - head &&
      old.at(-1 - tail) === replacement.at(-1 - tail)
    )
      tail += 1;
    const added = replacement.slice(head, replacement.length - tail).split('');
    const units = added.map((unit) => ({ unit, from: undefined }));
    this.units.splice(start + head, old.length - head - tail, ...units);
    this.rules.set(this.originBefore(start + head), rule);
  }

  /** All rounds as one edit a place. */
  edits(): TextEdit[] {
    const edits: TextEdit[] = [];
    let [done, added] = [0, ''];
    const close = (until: number) => {
      if (until > done || added !== '') {
        const rule = this.rules.get(done) ?? '';
        if (this.first.slice(done, until) !== added)
          edits.push({ start: done, end: until, replacement: added, rule });
      }
      added = '';
    };
    for (const { unit, from } of this.units) {
      if (from === undefined) {
        added += unit;
        continue;
      }
      close(from);
      done = from + 1;
    }
    close(this.first.length);
    return edits;
  }

  private originBefore(index: number): number {
    const before = this.units.slice(0, index).findLast(({ from }) => from !== undefined);
    return before?.from === undefined ? 0 : before.from + 1;
  }
}
