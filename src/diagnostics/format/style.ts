/** How a stretch of text is painted; every one may be the identity. */
export interface Style {
  readonly error: Paint;
  readonly warning: Paint;
  readonly note: Paint;
  readonly strong: Paint;
  readonly quiet: Paint;
  readonly good: Paint;
}

type Paint = (text: string) => string;

const same: Paint = (text) => text;

/** No colours: for files, pipes and NO_COLOR. */
export const PLAIN: Style = { error: same, warning: same, note: same, strong: same, quiet: same, good: same };
