import { bodySentences } from './body.ts';

/** A preamble in paragraphs, and the last of them apart where it announces what follows: ……现将有关情况报告如下。 */
export interface SplitPreamble {
  readonly opening: readonly string[];
  readonly announcement: string;
}

/** Splits a preamble; its sentences are closed as `paragraphs` closes them. */
export function splitAnnouncement(prose: unknown): SplitPreamble {
  const paragraphs = bodySentences(prose, true).map((text) => `<p>${text.replace(LEFT_OPEN, '。')}</p>`);
  const last = paragraphs.at(-1) ?? '';
  if (!ANNOUNCES_LIST.test(last)) return { opening: paragraphs, announcement: '' };
  return { opening: paragraphs.slice(0, -1), announcement: last };
}

const LEFT_OPEN = /，$/;
const ANNOUNCES_LIST = /如下[。：]<\/p>$/;
