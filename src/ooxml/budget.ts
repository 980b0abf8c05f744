/** How much of an Office file is read at most; more is no report and no roster, but an attack or a scan. */
export interface Limits {
  /** Bytes of one part, unpacked. */
  readonly part: number;
  /** Bytes of all parts that are read, unpacked; a part that is read twice counts twice. */
  readonly unpacked: number;
  /** Entries of the archive. */
  readonly parts: number;
}

const MB = 1024 * 1024;

export const PACKAGE_LIMITS: Limits = { part: 64 * MB, unpacked: 160 * MB, parts: 10_000 };

/** What is left of the limits; one is shared by a file and by the files inside of it. */
export class Budget {
  readonly limits: Limits;
  private unpacked: number;

  constructor(limits: Limits = PACKAGE_LIMITS) {
    this.limits = limits;
    this.unpacked = limits.unpacked;
  }

  /** How many bytes the next part may have. */
  get left(): number {
    return Math.min(this.limits.part, this.unpacked);
  }

  spend(bytes: number): void {
    this.unpacked -= bytes;
  }

  /** The limit on unpacked bytes in words. */
  get size(): string {
    return `${Math.round(Math.min(this.limits.part, this.limits.unpacked) / MB)} MB`;
  }
}
