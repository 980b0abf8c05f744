import type { Inline, Origin } from './tree.ts';
import { joinLines, lineJoint, textBetween, textEnd, textStart } from './white-space.ts';

/**
 * Puts the pieces of one paragraph together. White space at both ends goes; a run of it that holds a line break goes
 * next to Chinese and is one space elsewhere, also where it lies between two elements.
 */
export class InlineBuilder {
  private readonly outer: Inline[][] = [];
  private inlines: Inline[] = [];
  /** What came last, and the white space since then. */
  private last = '';
  private gap = '';
  private origin: Origin | undefined;

  /** What comes next is from there; where it ends is not known yet. */
  beginOrigin(origin: Origin): void {
    this.origin = origin;
  }

  addText(text: string): void {
    const start = textStart(text);
    if (start > 0) this.gap += text.slice(0, start);
    if (start === text.length) return;
    const end = textEnd(text);
    const kept = joinLines(textBetween(text, start, end));
    this.pushText(this.takeGap(kept) + kept);
    this.last = kept;
    this.gap = end === text.length ? '' : text.slice(end);
  }

  /** A figure, a pending fact or a series, with the text that it begins and ends with. */
  addInline(inline: Inline, text: string): void {
    const space = this.takeGap(text);
    if (space !== '') this.pushText(space);
    this.inlines.push(inline);
    this.last = text;
  }

  /** The white space around a break is no text. */
  addBreak(): void {
    this.gap = '';
    this.last = '';
    if (this.inlines.length > 0) this.inlines.push({ type: 'break' });
  }

  openStrong(): void {
    this.outer.push(this.inlines);
    this.inlines = [];
  }

  closeStrong(): void {
    const children = this.inlines;
    const outer = this.outer.pop();
    if (outer === undefined) throw new Error('closeStrong without openStrong');
    this.inlines = outer;
    if (children.length > 0) outer.push({ type: 'strong', children });
  }

  finish(): readonly Inline[] {
    return this.inlines;
  }

  private takeGap(next: string): string {
    const gap = this.last === '' ? '' : this.gap;
    this.gap = '';
    return gap !== '' && gap.includes('\n') ? lineJoint(this.last, next) : gap;
  }

  private pushText(text: string): void {
    const { inlines } = this;
    const previous = inlines[inlines.length - 1];
    const { origin } = this;
    if (origin !== undefined) {
      this.origin = undefined;
      inlines.push({ type: 'text', text, origin });
    } else if (previous?.type !== 'text') inlines.push({ type: 'text', text });
    else if (previous.origin === undefined)
      inlines[inlines.length - 1] = { type: 'text', text: previous.text + text };
    else inlines[inlines.length - 1] = { ...previous, text: previous.text + text };
  }
}
