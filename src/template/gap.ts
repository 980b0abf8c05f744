/** A missing or 待补 fact that a template printed. */
export interface Gap {
  readonly path: string;
  readonly label: string;
  /** Where the template printed it; known only while tracing. */
  readonly place?: string | undefined;
}

/** What one rendering left open; the cells of its view write here as they print themselves. */
export interface GapLog {
  readonly gaps: Gap[];
  /** The statement that is being printed, set by a traced template. */
  place?: string;
}

export function logGap(log: GapLog, path: string, label: string): void {
  log.gaps.push({ path, label, place: log.place });
}
