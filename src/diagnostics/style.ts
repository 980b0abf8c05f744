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

const unpainted: Paint = (text) => text;

/** No colours: for files, pipes and NO_COLOR. */
export const PLAIN_STYLE: Style = {
  error: unpainted,
  warning: unpainted,
  note: unpainted,
  strong: unpainted,
  quiet: unpainted,
  good: unpainted,
};
