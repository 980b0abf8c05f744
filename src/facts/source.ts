/** A facts file before it is read. */
export interface Source {
  /** The path as it was given; `<stdin>` for standard input. */
  readonly file: string;
  readonly bytes: Uint8Array;
}
