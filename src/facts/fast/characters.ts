export const CARRIAGE_RETURN = 0x0d;
export const SPACE = 0x20;
export const DOUBLE_QUOTE = 0x22;
export const HASH = 0x23;
export const SINGLE_QUOTE = 0x27;
export const COMMA = 0x2c;
export const DASH = 0x2d;
export const COLON = 0x3a;
export const GREATER = 0x3e;
export const OPENING_BRACKET = 0x5b;
export const CLOSING_BRACKET = 0x5d;
export const OPENING_BRACE = 0x7b;
export const BAR = 0x7c;
export const CLOSING_BRACE = 0x7d;
const WIDE_COLON = 0xff1a;

/** Whether a plain text may begin there; not with what the exact lane may take for a slip either. */
export function beginsText(units: Uint16Array, at: number): boolean {
  const code = units[at] ?? SPACE;
  if (code === DASH) return isDigit(units[at + 1] ?? SPACE);
  return code < 0x80 ? NO_BEGINNING[code] === 0 : !isUnusualSpace(code);
}

/** Whether a plain text in a flow collection ends before the character. */
export function endsInFlow(code: number): boolean {
  return code < 0x80 && ENDS_IN_FLOW[code] === 1;
}

/** Whether a key that holds the character is unusual, or has a slip in it. */
export function isUnusualInKey(code: number): boolean {
  return code === COLON || code === HASH || code === WIDE_COLON || isUnusualSpace(code);
}

/** Where a text ends that goes on to the offset with nothing but spaces. */
export function endWithoutSpaces(units: Uint16Array, end: number): number {
  let at = end;
  while (units[at - 1] === SPACE) at--;
  return at;
}

/** Blanks that look like spaces, and to YAML are none. */
function isUnusualSpace(code: number): boolean {
  if (code < 0xa0 || code > 0x3000) return false;
  return code === 0xa0 || code === 0x1680 || (code >= 0x2000 && code <= 0x200a) || OTHER_SPACES.has(code);
}

const OTHER_SPACES: ReadonlySet<number> = new Set([0x202f, 0x205f, 0x3000]);

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** For each ASCII character, 1 where it is one of the marks. */
function asciiSet(marks: string): Uint8Array {
  const set = new Uint8Array(0x80);
  for (const mark of marks) set[mark.charCodeAt(0)] = 1;
  return set;
}

const NO_BEGINNING = asciiSet(' \n\r?:,[]{}#&*!|>\'"%@`');
const ENDS_IN_FLOW = asciiSet(':,[]{}#\n\r');
