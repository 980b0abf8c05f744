import { escapeMarkup } from '../escape.ts';
import type { OriginNote, Span } from '../printed.ts';

/** A span with what is told of its origin: a figure is a button itself, a passage has one after it; each opens its note. */
export function notedHtml({ text }: Span, { number, figure, passage }: OriginNote, words: string): string {
  const noted =
    figure === undefined ? words : noteButton(`figure${number}`, 'figure', figure, words, `${text}的出处`);
  return passage === undefined
    ? noted
    : noted + noteButton(`passage${number}`, 'passage', passage, '源', '这段文字的出处');
}

function noteButton(id: string, kind: string, note: string, words: string, label: string): string {
  const said = escapeMarkup(note);
  const opener = `<button type="button" class="origin ${kind}" popovertarget="${id}" title="${said}" aria-label="${escapeMarkup(label)}">${words}</button>`;
  return `${opener}<span popover id="${id}" class="note" role="note">${said}</span>`;
}

/** Stands above the paper. */
export const NOTES_HINT = '点一下有虚线的数字，或文字后面的“源”，可以看到它来自事实文件的哪一行。';

export const NOTE_STYLE = `.hint{max-width:21cm;margin:8mm auto 0;color:#fff;font:14px/1.6 sans-serif}
.origin{all:unset;cursor:pointer}
.origin:focus-visible{outline:2px solid #06c}
.figure{border-bottom:1.5px dashed #06c}
.passage{color:#06c;font:10px sans-serif;letter-spacing:0;vertical-align:super}
.note{margin:auto;padding:.8em 1.2em;border:1px solid #06c;border-radius:6px;color:#000;background:#fff;font:15px/1.6 sans-serif;letter-spacing:0;text-align:left;text-indent:0}
@media print{.hint,.passage{display:none}.figure{border:0}}`;
