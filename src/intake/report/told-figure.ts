/** A figure that a report plainly states of a fact. */
export interface ToldFigure {
  /** The facts path; of an item of a list without its number: `posts.authorized`. */
  readonly path: string;
  /** The item of the list, by its name. */
  readonly item?: string;
  /** As a facts file writes it: 万 multiplied out. */
  readonly value: string;
}

/** A figure with the sentence that states it. */
export interface StatedFigure extends ToldFigure {
  readonly sentence: string;
}
