import { referenceSegments } from '../facts/references.ts';
import type { Cell } from './cell.ts';
import { escapeText } from './markup.ts';
import { originMark } from './origin-marks.ts';

/** Finds the cell that a reference such as 党员.总数 names; undefined for what is no known path. */
export type FindCell = (reference: string) => Cell | undefined;

/** Running text: paragraphs whose references print as the figures that they name. */
export class ProseCell implements Cell {
  readonly path: string;
  readonly isPresent = true;
  readonly text: string;
  readonly #find: FindCell;

  constructor(path: string, text: string, find: FindCell) {
    this.path = path;
    this.text = text;
    this.#find = find;
  }

  /** Every paragraph as markup, as written. */
  paragraphs(): string[] {
    return proseLines(this.text).map((line) => this.#expand(line));
  }

  /** Every paragraph as markup, as sentences: closed by a mark; the last one stays open where it leads to what follows. */
  sentences(isLeading = false): string[] {
    const lines = proseLines(this.text);
    return lines.map((line, index) =>
      this.#expand(
        index < lines.length - 1 ? closeInner(line) : isLeading ? closeLeading(line) : closeSentence(line),
      ),
    );
  }

  /** Every paragraph as markup, closed where others follow. */
  lines(): string[] {
    const lines = proseLines(this.text);
    return lines.map((line, index) => this.#expand(index < lines.length - 1 ? closeInner(line) : line));
  }

  toHTML(): string {
    return this.lines().join('');
  }

  #expand(line: string): string {
    if (!line.includes('{{')) return this.#print(line, line);
    return referenceSegments(line)
      .map((segment) => {
        const cell = segment.type === 'reference' ? this.#find(segment.name) : undefined;
        return cell?.toHTML() ?? this.#print(line.slice(segment.start, segment.end), line, segment.start);
      })
      .join('');
  }

  /** A piece of a line; the line may have got another closing mark. */
  #print(piece: string, line: string, start = 0): string {
    const from = () => this.text.indexOf(line.slice(0, Math.max(1, line.length - 1))) + start;
    return originMark(this.path, this.text, from) + escapeText(piece);
  }
}

/** What the references in a text name, as written between their braces. */
export function referencesIn(text: string): string[] {
  return referenceSegments(text)
    .filter((segment) => segment.type === 'reference')
    .map(({ name }) => name);
}

function proseLines(text: string): string[] {
  if (!text.includes('\n')) return [text.trim()];
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** A sentence with its closing mark; one that is there is not doubled, a comma or colon left over gives way to it. */
function closeSentence(line: string): string {
  return ENDS_CLOSED.test(line) ? line : `${line.replace(LEFT_OVER, '')}。`;
}

/** A paragraph that others follow: one that announces them (工作如下：) or lists with them (1.…；) keeps its mark. */
function closeInner(line: string): string {
  return LISTING.test(line) ? line : closeSentence(line);
}

/** A sentence that others follow in its paragraph: one that announces them keeps its colon or comma. */
function closeLeading(line: string): string {
  return LEADING.test(line) ? line : closeSentence(line);
}

const ENDS_CLOSED = /[。！？…][”’）》]*$/;
const LEFT_OVER = /[，、；：,;:.\s]+$/;
const LEADING = /[：，]$/;
const LISTING = /[：；]$/;
