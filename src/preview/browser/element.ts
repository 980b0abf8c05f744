/** What an element gets besides its children; `text` wins over them. */
export interface Traits {
  readonly class?: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string | undefined>>;
  readonly on?: Readonly<Record<string, (event: Event) => void>>;
}

/** Makes an element. Texts go in as text, so nothing that a facts file says becomes part of the page. */
export function makeElement<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  { class: name, text, attributes = {}, on = {} }: Traits = {},
  children: readonly (Node | string | undefined)[] = [],
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (name !== undefined) element.className = name;
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(attribute, value);
  }
  for (const [event, listener] of Object.entries(on)) element.addEventListener(event, listener);
  if (text === undefined) element.append(...children.filter((child) => child !== undefined));
  else element.textContent = text;
  return element;
}

/** A button that does something. */
export function button(text: string, act: () => void, traits: Traits = {}): HTMLButtonElement {
  return makeElement('button', {
    ...traits,
    text,
    attributes: { type: 'button', ...traits.attributes },
    on: { click: act },
  });
}

/** An element that the page has from its beginning. */
export function pageElement(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`no #${id}`);
  return element;
}
