/** A chart of bars, one row below the other, with what it says in words. */
export interface Chart {
  readonly title: string;
  /** What it shows, in whole sentences, for those who cannot see it. */
  readonly sentence: string;
  /** What is at the end of the bars: 名, 个. */
  readonly unit: string;
  /** What the labels are, as a table's head: 单位, 方面. */
  readonly of: string;
  /** What the bars of each row are; one or two. */
  readonly series: readonly string[];
  readonly bars: readonly Bar[];
}

export interface Bar {
  readonly label: string;
  /** Numbers as they are printed, one for each of the series. */
  readonly figures: readonly string[];
}
