import type { ReadingSlip } from '../slip.ts';
import type { MendingEdit } from './edited-text.ts';

/** A slip, and the edit with which the rest of the file can still be read. */
export interface Mendable {
  readonly slip: ReadingSlip;
  readonly edit: MendingEdit;
  /** A second edit further on, such as a closing quote. */
  readonly closing?: MendingEdit;
}
