import type { Command } from 'commander';
import type { Settle } from './settle.ts';

/** A command as the program's help lists it; what it takes is described only when it is asked for. */
export interface CommandEntry {
  readonly name: string;
  /** Without the program's and the command's name. */
  readonly usage: string;
  readonly summary: string;
  /** Not for people: the help does not list it. */
  readonly isHidden?: boolean;
  /** Adds description, arguments, options and what is done; the doing is imported only then. */
  complete(command: Command, settle: Settle): void;
}
