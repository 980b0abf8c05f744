import { spendCharacters } from './print-budget.ts';

/** Finished markup: Handlebars prints it as it stands, everything else it escapes. */
export class Markup {
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }

  toHTML(): string {
    return this.html;
  }
}

/** Escapes a text of the facts, so that it can open no element and leave no attribute. LimitReached where a template prints too many. */
export function escapeText(text: string): string {
  spendCharacters(text.length);
  return SPECIAL.test(text) ? text.replace(EVERY_SPECIAL, (char) => MARKUP_ESCAPES[char] ?? char) : text;
}

/** Whether anything stands outside the tags. */
export function hasText(html: string): boolean {
  return TEXT_OUTSIDE_TAGS.test(html);
}

const SPECIAL = /[&<>"']/;
const EVERY_SPECIAL = /[&<>"']/g;
const MARKUP_ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const TEXT_OUTSIDE_TAGS = /(?:^|>)[^<]*[^<\s]/;
