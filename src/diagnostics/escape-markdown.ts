import { visible } from './printable.ts';

/** A text as Markdown shows it, on one line: no name and no message becomes a heading, a list, a link, a mention or a tag. */
export function escapeMarkdown(text: string): string {
  return visible(text)
    .replace(/[\\`*_[\]<>#|~&@!]/g, '\\$&')
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2')
    .replaceAll('://', ':\\//')
    .replace(/\bwww\./gi, 'www\\.');
}
