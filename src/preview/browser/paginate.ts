import { splitAfterLines } from './split-paragraph.ts';

/**
 * Sets a sheet of any length on pages of the standard: 22 lines of 28 characters, GB/T 9704 5.2. The sheet is laid out by the browser; here it is
 * only cut: paragraphs between lines, tables between rows with their heads repeated; headings stay with what follows them, as in the .docx.
 */
export function paginate(sheet: HTMLElement): HTMLElement[] {
  const [header, blocks] = [sheet.querySelector(':scope > .header'), sheetBlocks(sheet)];
  const lines = new PageFilling(roomOf(sheet), lineHeightOf(sheet));
  for (let at = 0; at < blocks.length; ) {
    let end = at;
    while (end < blocks.length - 1 && isKeptWithNext(blocks[end])) end += 1;
    const chain = blocks.slice(at, end + 1);
    lines.keepTogether(chain);
    for (const block of chain) lines.add(block);
    at = end + 1;
  }
  return lines.pages.map((page) => {
    const made = sheet.cloneNode(false) as HTMLElement;
    if (header !== null) made.append(header.cloneNode(true));
    made.append(...page);
    return made;
  });
}

/** Blocks on pages, one after another. */
class PageFilling {
  readonly pages: HTMLElement[][] = [[]];
  readonly #height: number;
  readonly #line: number;
  #room: number;

  constructor(height: number, line: number) {
    this.#height = height;
    this.#line = line;
    this.#room = height;
  }

  /** Begins a page where a heading would stand without the first line of its text. */
  keepTogether(chain: readonly HTMLElement[]): void {
    const last = chain.at(-1);
    if (last === undefined) return;
    const ahead = chain.slice(0, -1).reduce((sum, block) => sum + elementHeight(block), 0);
    if (!this.#fits(ahead + this.#least(last))) this.#turn();
  }

  add(block: HTMLElement): void {
    const height = elementHeight(block);
    if (this.#fits(height)) this.#put(block, height);
    else if (block instanceof HTMLTableElement) this.#addTable(block);
    else if (block instanceof HTMLParagraphElement) this.#addLines(block, height);
    else {
      this.#turn();
      this.#put(block, height);
    }
  }

  #addLines(block: HTMLElement, height: number): void {
    const lines = Math.floor((this.#room + TOLERANCE) / this.#line);
    const rest = lines > 0 ? splitAfterLines(block, lines, this.#line) : undefined;
    if (rest !== undefined) {
      this.#put(block, elementHeight(block));
      this.#turn();
      this.add(rest);
    } else if (this.#isEmpty()) {
      this.#put(block, height);
    } else {
      this.#turn();
      this.add(block);
    }
  }

  #addTable(table: HTMLTableElement): void {
    const head = table.tHead === null ? 0 : elementHeight(table.tHead);
    const groups = rowGroups(table);
    const heights = groups.map((rows) => rows.reduce((sum, row) => sum + elementHeight(row), 0));
    let [open, room]: [HTMLTableRowElement[], number] = [[], 0];
    const close = () => {
      const isContinued = open[0] !== groups[0]?.[0];
      if (open.length > 0) this.#put(tablePart(table, open, isContinued), head + room);
      [open, room] = [[], 0];
    };
    for (const [index, rows] of groups.entries()) {
      const height = heights[index] ?? 0;
      if (!this.#fits(head + room + height) && !(this.#isEmpty() && open.length === 0)) {
        close();
        this.#turn();
      }
      open.push(...rows);
      room += height;
    }
    close();
  }

  /** The least of a block that may be at the end of a page. */
  #least(block: HTMLElement): number {
    if (!(block instanceof HTMLTableElement)) return Math.min(elementHeight(block), this.#line);
    const [first = []] = rowGroups(block);
    const head = block.tHead === null ? 0 : elementHeight(block.tHead);
    return head + first.reduce((sum, row) => sum + elementHeight(row), 0);
  }

  #put(block: HTMLElement, height: number): void {
    this.pages.at(-1)?.push(block);
    this.#room -= height;
  }

  #turn(): void {
    if (this.#isEmpty()) return;
    this.pages.push([]);
    this.#room = this.#height;
  }

  #fits(height: number): boolean {
    return height <= this.#room + TOLERANCE;
  }

  #isEmpty(): boolean {
    return this.pages.at(-1)?.length === 0;
  }
}

/** Pixels by which a browser may round 22 lines up. */
const TOLERANCE = 2;

function sheetBlocks(sheet: HTMLElement): HTMLElement[] {
  return [...sheet.children].filter(
    (child): child is HTMLElement => child instanceof HTMLElement && !child.classList.contains('header'),
  );
}

/** As `isKeptWithNext` of the formats in the .docx. */
const KEPT_WITH_NEXT =
  'title heading1 heading2 heading3 heading4 signatory attachmentMark attachmentTitle caption legend'.split(
    ' ',
  );

function isKeptWithNext(block: HTMLElement | undefined): boolean {
  return block !== undefined && KEPT_WITH_NEXT.some((role) => block.classList.contains(role));
}

function elementHeight(element: Element): number {
  return element.getBoundingClientRect().height;
}

/** Rows that a cell spans together. */
function rowGroups(table: HTMLTableElement): HTMLTableRowElement[][] {
  const groups: HTMLTableRowElement[][] = [];
  let joined = 0;
  for (const row of table.tBodies[0]?.rows ?? []) {
    if (joined > 0) groups.at(-1)?.push(row);
    else groups.push([row]);
    const spans = [...row.cells].map((cell) => cell.rowSpan - 1);
    joined = Math.max(joined - 1, ...spans, 0);
  }
  return groups;
}

function tablePart(
  table: HTMLTableElement,
  rows: readonly HTMLTableRowElement[],
  isContinued: boolean,
): HTMLTableElement {
  const made = table.cloneNode(false) as HTMLTableElement;
  made.classList.toggle('continued', isContinued);
  const heads = [...table.children].filter((child) => child.tagName !== 'TBODY');
  const body = document.createElement('tbody');
  body.append(...rows);
  made.append(...heads.map((head) => head.cloneNode(true)), body);
  return made;
}

function roomOf(sheet: HTMLElement): number {
  const { minHeight, paddingTop, paddingBottom } = getComputedStyle(sheet);
  return Number.parseFloat(minHeight) - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom);
}

/** A line of the grid, in pixels. */
function lineHeightOf(sheet: HTMLElement): number {
  const blank = document.createElement('div');
  blank.className = 'blank';
  sheet.append(blank);
  const height = elementHeight(blank);
  blank.remove();
  return height;
}
