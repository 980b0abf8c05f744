import type { FindingNote, PaperNote, PlaceNote } from '../messages.ts';
import { button, makeElement } from './element.ts';

export interface FindingsEvents {
  onPress(finding: FindingNote): void;
  mend(): void;
}

/** What is wrong, errors first, each leading to its place on the paper and in the file. */
export class FindingsView {
  readonly element = makeElement('div', { class: 'findings' });
  readonly #events: FindingsEvents;
  #shown = '';

  constructor(events: FindingsEvents) {
    this.#events = events;
  }

  show({ findings, mendable, standing, gaps }: PaperNote): void {
    const key = JSON.stringify([findings, mendable, standing, gaps.length]);
    if (key === this.#shown) return;
    this.#shown = key;
    const focused = [...this.element.querySelectorAll('.finding')].indexOf(
      document.activeElement?.closest('.finding') ?? this.element,
    );
    const ordered = ['error', 'warning'].flatMap((severity) =>
      findings.filter((finding) => finding.severity === severity),
    );
    const cards = ordered.map((finding) => findingCard(finding, () => this.#events.onPress(finding)));
    this.element.replaceChildren(
      ...(findings.length === 0 ? [noFindings(gaps.length)] : []),
      ...this.#mending(mendable),
      ...cards,
    );
    if (focused >= 0) cards[Math.min(focused, cards.length - 1)]?.querySelector('button')?.focus();
  }

  #mending(mendable: number): HTMLElement[] {
    if (mendable === 0) return [];
    return [
      makeElement('div', { class: 'mending' }, [
        makeElement('p', { text: `其中 ${mendable} 处可以放心地自动改正（标点、空格、名册数出来的数）。` }),
        button('全部改正', this.#events.mend),
      ]),
    ];
  }
}

/** One finding; with something to do it is pressed as a whole. */
export function findingCard(finding: FindingNote, press?: () => void): HTMLElement {
  const { severity, message, hint, place, related, title } = finding;
  const kind = severity === 'error' ? '错误' : '提醒';
  const head = [
    makeElement('span', { class: 'kind', text: kind }),
    makeElement('span', { class: 'message', text: message }),
    makeElement('span', { class: 'place', text: findingPlaceText(place) }),
  ];
  const main =
    press === undefined
      ? makeElement('div', { class: 'main' }, head)
      : makeElement('button', { class: 'main', attributes: { type: 'button' }, on: { click: press } }, head);
  return makeElement('article', { class: `finding ${severity}`, attributes: { title } }, [
    main,
    hint === '' ? undefined : makeElement('p', { class: 'hint', text: hint }),
    ...related
      .slice(0, MOST_RELATED_SHOWN)
      .map((other) => makeElement('p', { class: 'related', text: relatedText(other) })),
  ]);
}

const MOST_RELATED_SHOWN = 4;

function relatedText({ message, place }: FindingNote['related'][number]): string {
  return `${message}（${findingPlaceText(place)}）`;
}

function findingPlaceText({ file, line, cells }: PlaceNote): string {
  return cells === undefined ? `${file}:${line}` : file + cells;
}

function noFindings(gaps: number): HTMLElement {
  return makeElement('div', { class: 'fine' }, [
    makeElement('p', {
      class: 'big',
      text: gaps === 0 ? '数字都对得上，可以生成报告。' : '写了的都对得上。',
    }),
    makeElement('p', { text: gaps === 0 ? '没有发现问题。' : `还有 ${gaps} 项待补，填好就可以生成报告。` }),
  ]);
}
