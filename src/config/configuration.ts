import type { PlaceInFile } from '../diagnostics/diagnostic.ts';
import type { ValueOfShape } from '../facts/read-shape.ts';
import type { CONFIGURATION } from './shape.ts';

/** What a `report.config.yaml` says; paths in it are relative to its folder. Everything may be absent. */
export type Settings = ValueOfShape<typeof CONFIGURATION>;

/** One `report.config.yaml` and where it lies. */
export interface Configuration {
  /** The file's path; undefined where there is none. */
  readonly file?: string;
  /** The folder that its paths are relative to. */
  readonly folder: string;
  readonly settings: Settings;
  /** Absent where there is no file. */
  readonly placeOf?: PlaceOfSetting;
}

/** Where a setting is in its file, by its English names (`rules`, `tally-sum`); undefined for one that the file does not say. */
export type PlaceOfSetting = (...path: readonly string[]) => PlaceInFile | undefined;
