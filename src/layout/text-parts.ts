import type { LaidParagraph } from './laid-block.ts';

/** Whether a paragraph is of the running text: addressee, headings, body. */
export function isRunningText({ part }: LaidParagraph): boolean {
  return part === 'body' || part === 'heading' || part === 'addressee' || part === 'attachmentText';
}

/** Whether it is a paragraph that the body's font, size and indent are for. */
export function isBody({ part }: LaidParagraph): boolean {
  return part === 'body' || part === 'attachmentText';
}
