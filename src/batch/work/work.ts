import type { BuildOptions } from '../../use/build.ts';
import type { UnitRecord } from '../records/unit-record.ts';
import type { BatchUnit } from '../unit.ts';

/** What holds for all units of a batch; plain data, so that every worker gets a copy. */
export interface BatchWork {
  /** The output folder. */
  readonly folder: string;
  readonly version: string;
  /** The names of all units of the batch; none where they are not known yet. */
  readonly names: readonly string[];
  readonly recipes: readonly Recipe[];
  readonly isForced: boolean;
  readonly isDryRun: boolean;
  readonly isFailFast: boolean;
  /** Whether a county is made of the units. */
  readonly isRolledUp: boolean;
  /** `--to pdf`: the folder for the .docx that are to be printed. */
  readonly staging?: string;
  /** Not 0 once no further unit shall be begun; shared by all workers. */
  readonly stop: Int32Array;
}

/** What configuration and flags decide for a unit. */
export interface Recipe {
  readonly options: BuildOptions;
  readonly digest: string;
  /** The digest of each template within reach by its id; one of them all under ''. */
  readonly templates: ReadonlyMap<string, string>;
}

/** A unit, and what the last run knows of it. */
export interface Task {
  readonly unit: BatchUnit;
  readonly record: UnitRecord | undefined;
  /** It was held against the others, and may be written. */
  readonly isCleared?: boolean;
}
