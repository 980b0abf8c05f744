import type { Facts } from '../facts/facts.ts';
import { type Linking, type ProblemLinks, problemLinks } from './problem-links.ts';
import type { Whole } from './whole.ts';
import { findWholes } from './wholes.ts';

/** What follows from one township's facts and several rules ask for: each worked out when it is first asked for. */
export class Account {
  readonly #facts: Facts;
  #wholes: readonly Whole[] | undefined;
  readonly #links = new Map<Linking, ProblemLinks>();

  constructor(facts: Facts) {
    this.#facts = facts;
  }

  /** Every total that is stated beside its parts. */
  get wholes(): readonly Whole[] {
    this.#wholes ??= findWholes(this.#facts);
    return this.#wholes;
  }

  /** How the causes, or the measures, refer to the problems. */
  links(list: Linking): ProblemLinks {
    const links = this.#links.get(list) ?? problemLinks(this.#facts, list);
    this.#links.set(list, links);
    return links;
  }
}
