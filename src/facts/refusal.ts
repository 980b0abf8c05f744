/** Why a value is not taken: what is wrong with it, and what to write instead. */
export class Refusal {
  readonly rule: 'schema' | 'lossy-value' | 'yaml-syntax';
  /** Follows the key's name: `要写整数，这里是“300人”`. */
  readonly what: string;
  readonly hint: string;

  constructor(what: string, hint: string, rule: Refusal['rule'] = 'schema') {
    this.rule = rule;
    this.what = what;
    this.hint = hint;
  }
}

/** A value shortened for a message. */
export function quoteValue(text: string): string {
  const line = text.split('\n', 1)[0] ?? '';
  const characters = [...line];
  return `“${characters.length > 20 ? `${characters.slice(0, 20).join('')}…` : line}”`;
}
