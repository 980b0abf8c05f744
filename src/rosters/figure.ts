/** A figure that was counted from rosters, and where. */
export interface CountedFigure {
  /** The fact that it is: `members.total`, `members.byAge.35岁及以下`; of an item of a list without its number: `posts.authorized`. */
  readonly path: string;
  /** The item of the list, by its name: a category of posts, a branch. */
  readonly item?: string;
  readonly value: number;
  readonly places: readonly RosterPlace[];
  /** Whether it only follows from other figures: 空缺, where no column says it. */
  readonly isDerived?: true;
}

/** A cell of a 台账. */
export type MeasurePlace = Omit<RosterPlace, 'rows'>;

/** A stretch of a roster from which a figure was counted. */
export interface RosterPlace {
  readonly file: string;
  readonly sheet?: string;
  /** `C5:C490` */
  readonly cells: string;
  /** The rows that count, in order. */
  readonly rows: readonly number[];
}
