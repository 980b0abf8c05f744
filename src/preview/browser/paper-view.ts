import type { PaperNote } from '../messages.ts';
import { makeElement } from './element.ts';
import { factPathOf, factsAt, markSlips } from './mark-slips.ts';
import { paginate } from './paginate.ts';

/** What the paper tells of. */
export interface PaperEvents {
  /** A figure or passage was pressed. */
  onPress(path: string): void;
}

/** The sheets: pages as they print, on which each figure and passage can be pressed. They live in a shadow tree, so that no style of the page reaches them. */
export class PaperView {
  readonly #desk: HTMLElement;
  readonly #root: ShadowRoot;
  readonly #pages = makeElement('div', { class: 'pages' });
  readonly #face = new CSSStyleSheet();
  readonly #style = new CSSStyleSheet();
  readonly #isStyled: Promise<unknown>;
  #drawn = '';
  #selected = '';

  constructor(desk: HTMLElement, events: PaperEvents) {
    this.#desk = desk;
    const host = makeElement('div', { class: 'paper' });
    this.#root = host.attachShadow({ mode: 'open' });
    const link = makeElement('link', { attributes: { rel: 'stylesheet', href: 'paper.css' } });
    this.#isStyled = new Promise((resolve) => link.addEventListener('load', resolve));
    this.#root.append(link, this.#pages);
    this.#root.adoptedStyleSheets = [this.#style];
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.#face];
    desk.append(host);
    this.#pages.addEventListener('click', (event) => {
      const fact = factOf(event);
      if (fact !== undefined) events.onPress(factPathOf(fact));
    });
    this.#pages.addEventListener('keydown', (event) => this.#onKey(event, events));
    new ResizeObserver(() => this.#fit()).observe(desk);
  }

  /** Draws a paper; the same one again is left as it is. An empty one keeps the last, greyed out. */
  async draw({ sheets, face, style, findings, pageNumber, standing }: PaperNote): Promise<void> {
    this.#pages.classList.toggle('is-old', standing === 'unreadable');
    const key = JSON.stringify([sheets, style, findings]);
    if (key === this.#drawn || sheets === '') return;
    this.#drawn = key;
    this.#face.replaceSync(face);
    this.#style.replaceSync(style);
    await Promise.all([this.#isStyled, document.fonts.load('16pt Latin', '0').catch(() => [])]);
    const whole = parseSheets(sheets);
    markSlips(whole, findings);
    const measured = makeElement('div', { class: 'measured' }, [whole]);
    this.#root.append(measured);
    const pages = [...measured.children].flatMap((sheet) => paginate(sheet as HTMLElement));
    measured.remove();
    number(pages, pageNumber);
    const place = this.#desk.scrollTop;
    this.#pages.replaceChildren(...pages);
    for (const fact of this.#facts()) {
      fact.setAttribute('role', 'button');
      fact.tabIndex = -1;
    }
    this.#fit();
    this.#desk.scrollTop = place;
    this.select(this.#selected, false);
  }

  /** Takes the paper away, for another unit's. */
  clear(): void {
    this.#drawn = '';
    this.#selected = '';
    this.#pages.replaceChildren();
    this.#desk.scrollTop = 0;
  }

  /** Shows where a fact is printed; how many places there are. */
  select(path: string, isShown = true): number {
    this.#selected = path;
    const places = this.#placesOf(path);
    for (const fact of this.#facts()) fact.classList.toggle('is-selected', places.includes(fact));
    this.#tabTo(places[0] ?? this.#facts()[0]);
    if (isShown) this.#show(places[0]);
    return places.length;
  }

  /** Goes on to the place after the one that was shown last, round in a circle. */
  showNext(): void {
    const places = this.#placesOf(this.#selected);
    const current = places.findIndex((place) => place.tabIndex === 0);
    const next = places[(current + 1) % places.length];
    this.#tabTo(next);
    this.#show(next);
  }

  /** Puts the keyboard on the fact that is selected. */
  focus(): void {
    this.#facts()
      .find((fact) => fact.tabIndex === 0)
      ?.focus({ preventScroll: true });
  }

  /** A fact's own places; of what holds facts and is not printed itself, those of the facts in it. */
  #placesOf(path: string): HTMLElement[] {
    if (path === '') return [];
    const own = factsAt(this.#pages, path);
    return own.length > 0 ? own : this.#facts().filter((fact) => factPathOf(fact).startsWith(`${path}.`));
  }

  #facts(): HTMLElement[] {
    return [...this.#pages.querySelectorAll<HTMLElement>('[data-value]:not([data-value=""]),[data-fact]')];
  }

  #tabTo(fact: HTMLElement | undefined): void {
    if (fact === undefined) return;
    for (const other of this.#facts()) if (other.tabIndex === 0) other.tabIndex = -1;
    fact.tabIndex = 0;
  }

  #show(fact: HTMLElement | undefined): void {
    if (fact === undefined) return;
    const [box, desk] = [fact.getBoundingClientRect(), this.#desk.getBoundingClientRect()];
    const isSeen = box.top >= desk.top + PAPER_MARGIN && box.bottom <= desk.bottom - PAPER_MARGIN;
    if (!isSeen) this.#desk.scrollTop += box.top - desk.top - desk.height / 3;
  }

  #onKey(event: KeyboardEvent, events: PaperEvents): void {
    const fact = factOf(event);
    if (fact === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') events.onPress(factPathOf(fact));
    else {
      const step = STEPS[event.key];
      if (step === undefined) return;
      const facts = this.#facts();
      const next = facts[facts.indexOf(fact) + step];
      this.#tabTo(next);
      next?.focus({ preventScroll: true });
      this.#show(next);
    }
    event.preventDefault();
  }

  /** A page is as wide as the desk lets it be, never wider than it is. */
  #fit(): void {
    const pages = [...this.#pages.children] as HTMLElement[];
    for (const page of pages) page.style.setProperty('--zoom', '1');
    const room = this.#desk.clientWidth - 2 * GUTTER;
    const zooms = pages.map((page) => Math.min(1, room / page.offsetWidth));
    for (const [index, page] of pages.entries()) page.style.setProperty('--zoom', String(zooms[index]));
  }
}

const PAPER_MARGIN = 24;
/** Pixels left and right of the paper. */
const GUTTER = 8;

const STEPS: Readonly<Record<string, number | undefined>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

function factOf(event: Event): HTMLElement | undefined {
  const target = event.target instanceof Element ? event.target : undefined;
  return target?.closest<HTMLElement>('[data-value]:not([data-value=""]),[data-fact]') ?? undefined;
}

/** The sheets as elements. Their own styles, an indent or a width, go in by the object model: the page's policy lets no attribute say them. */
function parseSheets(html: string): DocumentFragment {
  const parsed = new DOMParser().parseFromString(html.replaceAll(' style="', ' data-style="'), 'text/html');
  const fragment = document.createDocumentFragment();
  fragment.append(...document.importNode(parsed.body, true).children);
  for (const styled of fragment.querySelectorAll<HTMLElement>('[data-style]')) {
    styled.style.cssText = styled.dataset.style ?? '';
    delete styled.dataset.style;
  }
  return fragment;
}

/** Page numbers, GB/T 9704 7.5: right on odd pages, left on even ones. */
function number(pages: readonly HTMLElement[], { text, first }: PaperNote['pageNumber']): void {
  for (const [index, page] of pages.entries()) {
    const side = index % 2 === 0 ? 'odd' : 'even';
    page.setAttribute('aria-label', `第${index + 1}页，共${pages.length}页`);
    page.setAttribute('role', 'region');
    if (text === '' || index + 1 < first) continue;
    page.append(
      makeElement('div', { class: `page-number ${side}`, text: text.replace('1', String(index + 1)) }),
    );
  }
}
