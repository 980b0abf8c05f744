import type { Inline } from './tree.ts';
import { endOf, joinLines, joint, startOf } from './white-space.ts';

/**
 * Puts the pieces of one paragraph together. White space at both ends goes; a run of it that holds a line break goes
 * next to Chinese and is one space elsewhere, also where it lies between two elements.
 */
export class InlineBuilder {
  private readonly stack: Inline[][] = [[]];
  /** The end of what came last, and the white space since then. */
  private last = '';
  private gap = '';

  addText(text: string): void {
    const start = startOf(text);
    this.gap += text.slice(0, start);
    if (start === text.length) return;
    const end = endOf(text);
    const kept = joinLines(text.slice(start, end));
    this.pushText(this.takeGap(kept) + kept);
    this.last = kept.slice(-2);
    this.gap = text.slice(end);
  }

  /** A figure, a pending fact or a series, with the text that it begins and ends with. */
  addInline(inline: Inline, text: string): void {
    const space = this.takeGap(text);
    if (space !== '') this.pushText(space);
    this.top().push(inline);
    this.last = text.slice(-2);
  }

  openStrong(): void {
    this.stack.push([]);
  }

  closeStrong(): void {
    const children = this.top();
    this.stack.pop();
    if (children.length > 0) this.top().push({ type: 'strong', children });
  }

  finish(): readonly Inline[] {
    return this.top();
  }

  private top(): Inline[] {
    const top = this.stack.at(-1);
    if (top === undefined) throw new Error('closeStrong without openStrong');
    return top;
  }

  private takeGap(next: string): string {
    const gap = this.last === '' ? '' : this.gap;
    this.gap = '';
    return gap.includes('\n') ? joint(this.last, next) : gap;
  }

  private pushText(text: string): void {
    const top = this.top();
    const previous = top.at(-1);
    if (previous?.type === 'text') top[top.length - 1] = { type: 'text', text: previous.text + text };
    else top.push({ type: 'text', text });
  }
}
