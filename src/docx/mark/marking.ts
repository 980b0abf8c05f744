/** Who marks, and when (`2023-05-04T03:02:01Z`); without a date the marks have none. */
export interface Marking {
  readonly author: string;
  readonly initials: string;
  readonly date: string | undefined;
}
