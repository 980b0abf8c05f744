import type { Slip } from '../slip.ts';
import type { Edit } from './edited-text.ts';

/** A slip, and the edit with which the rest of the file can still be read. */
export interface Mendable {
  readonly slip: Slip;
  readonly edit: Edit;
  /** A second edit further on, such as a closing quote. */
  readonly closing?: Edit;
}
