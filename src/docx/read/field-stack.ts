interface OpenField {
  isResult: boolean;
  instruction: string;
  /** What a legacy form field shows, which has no result of its own. */
  shown: string | undefined;
}

/** The complex fields (`w:fldChar`) that are open: between begin and separate nothing is text, at whatever depth. */
export class FieldStack {
  private readonly open: OpenField[] = [];

  /** Whether what comes is part of a field's code. */
  get isCode(): boolean {
    return this.open.some(({ isResult }) => !isResult);
  }

  /** Whether a table of contents is being printed. */
  get isInContents(): boolean {
    return this.open.some(({ isResult, instruction }) => isResult && /^\s*TOC\b/i.test(instruction));
  }

  get isOpen(): boolean {
    return this.open.length > 0;
  }

  begin(shown: string | undefined): void {
    this.open.push({ isResult: false, instruction: '', shown });
  }

  instruct(text: string): void {
    const field = this.open.at(-1);
    if (field !== undefined && !field.isResult && field.instruction.length < LONGEST_INSTRUCTION)
      field.instruction += text;
  }

  separate(): void {
    const field = this.open.at(-1);
    if (field !== undefined) field.isResult = true;
  }

  /** Ends the innermost field; gives what it shows where that is in its code. */
  end(): string {
    const field = this.open.pop();
    if (field === undefined || field.isResult) return '';
    return field.shown ?? shownByCode(field.instruction);
  }
}

const LONGEST_INSTRUCTION = 4000;

/** `EQ` and `SYMBOL` have no result: Word draws them from their code. */
function shownByCode(instruction: string): string {
  const symbol = /^\s*SYMBOL\s+(0x[\dA-F]{1,5}|\d{1,6})/i.exec(instruction)?.[1];
  if (symbol !== undefined && Number(symbol) >= 0x20 && Number(symbol) <= 0xffff)
    return String.fromCharCode(Number(symbol));
  const equation = /^\s*EQ\b(.*)$/is.exec(instruction)?.[1];
  return equation === undefined ? '' : equationText(equation);
}

/** `\o\ac(○,1)` (a character in a ring) shows 1, `\f(1,2)` 1/2; of others the words in their order. */
function equationText(code: string): string {
  const ring = /^\s*\\o(?:\\a[clr])?\s*\(\s*[○□△◇]\s*[,;]\s*([^()]*)\)\s*$/i.exec(code)?.[1];
  if (ring !== undefined) return ring.trim();
  const fraction = /^\s*\\f\s*\(([^(),;]*)[,;]([^()]*)\)\s*$/i.exec(code);
  if (fraction !== null) return `${fraction[1]?.trim()}/${fraction[2]?.trim()}`;
  return code
    .replace(/\\[a-z]+\d*/gi, '')
    .replace(/[(),;\s]+/g, ' ')
    .trim();
}
