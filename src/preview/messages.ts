import type { Severity } from '../diagnostics/diagnostic.ts';

/** What server and page tell each other, as JSON. The page never sees a path of the disk: a unit goes by the id that it got here. */

/** A unit of the list. */
export interface UnitNote {
  readonly id: string;
  readonly name: string;
  /** Seen from what was given on the command line. */
  readonly file: string;
  /** Undefined until it was looked at. */
  readonly state?: UnitState;
}

export interface UnitState {
  readonly isReadable: boolean;
  readonly errors: number;
  readonly warnings: number;
  /** Facts that are 待补 or needed and absent. */
  readonly gaps: number;
}

export interface ListedUnits {
  /** What is above the list: the folder's name; absent where a single file was given. */
  readonly folder?: string;
  readonly units: readonly UnitNote[];
}

/** One unit as it prints, and what there is to say of it. */
export interface PaperNote {
  readonly unit: string;
  readonly name: string;
  readonly file: string;
  /** Tells this content of the facts file from any other; a change has to say which one it was made in view of. */
  readonly version: string;
  /** A draft lacks facts or has errors; of an unreadable file there is no paper. */
  readonly standing: 'final' | 'draft' | 'unreadable';
  readonly state: UnitState;
  readonly template: string;
  /** The one that the facts or the configuration ask for. */
  readonly ownTemplate: string;
  readonly templates: readonly { readonly id: string; readonly name: string }[];
  /** The sheets as the .html writer makes them; text is escaped. */
  readonly sheets: string;
  readonly face: string;
  readonly style: string;
  /** How page 1 is numbered, empty where no page is; and the first page that shows its number. */
  readonly pageNumber: { readonly text: string; readonly first: number };
  readonly findings: readonly FindingNote[];
  readonly gaps: readonly GapNote[];
  /** How many findings can be corrected without asking. */
  readonly mendable: number;
  /** The change that would be taken back: 党员总数; absent where there is none. */
  readonly undo?: string;
}

export interface FindingNote {
  readonly rule: string;
  readonly title: string;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string;
  /** A facts path; empty where the finding has none. */
  readonly path: string;
  /** UTF-16 offsets into the fact's text; absent where all of it is meant. */
  readonly span?: readonly [start: number, end: number];
  readonly place: PlaceNote;
  readonly related: readonly { readonly message: string; readonly place: PlaceNote }[];
}

export interface PlaceNote {
  readonly file: string;
  readonly line: number;
  /** Cells of a spreadsheet. */
  readonly cells?: string;
}

/** A fact that is still to be written. */
export interface GapNote extends FieldNote {
  readonly place: PlaceNote;
}

/** What may be written for a fact. */
export interface FieldNote {
  readonly path: string;
  /** 党员总数 */
  readonly label: string;
  /** 党员.总数 */
  readonly name: string;
  readonly kind: 'number' | 'date' | 'choice' | 'line' | 'text';
  /** A number's unit; empty where it has none. */
  readonly measure: string;
  readonly choices: readonly string[];
  readonly about: string;
}

/** Where a fact is from, and what it says. */
export interface FactNote extends FieldNote {
  /** As the file has it; empty where it has nothing. */
  readonly value: string;
  readonly isThere: boolean;
  readonly place: PlaceNote;
  /** The lines of the file around it; `isOwn` those that it takes up. */
  readonly lines: readonly { readonly number: number; readonly text: string; readonly isOwn: boolean }[];
  /** The rosters that it is counted from. */
  readonly rosters: readonly { readonly place: string; readonly rows: number }[];
  /** What they count. */
  readonly counted?: string;
  /** Why it cannot be changed here. */
  readonly locked?: string;
  /** What it is in, the file first. */
  readonly trail: readonly { readonly path: string; readonly label: string }[];
  /** What it holds, where it is no single value. */
  readonly parts: readonly PartNote[];
  /** The path of an item more. */
  readonly adds?: string;
}

/** One of the things that a record, a list or a division holds or may hold. */
export interface PartNote {
  readonly path: string;
  readonly label: string;
  /** What it says, or what it is called by; empty where it is not there. */
  readonly value: string;
  readonly isThere: boolean;
  readonly isGroup: boolean;
}

/** What the page asks to be changed. */
export interface ChangeOrder {
  readonly unit: string;
  readonly version: string;
  readonly path: string;
  readonly value: string;
  /** Save though new errors come of it. */
  readonly isSure: boolean;
}

/** What became of a change. */
export type ChangeReply =
  | { readonly status: 'saved'; readonly label: string }
  /** Nothing was written: the value is wrong, or the file cannot be written. */
  | { readonly status: 'refused'; readonly message: string; readonly hint: string }
  /** Nothing was written: these errors would be new. */
  | {
      readonly status: 'doubtful';
      readonly findings: readonly { readonly message: string; readonly hint: string }[];
    }
  /** Nothing was written: the file is no longer what the page shows. */
  | { readonly status: 'changed' };
