import { DEFAULT_SETTINGS } from '../src/judge/default-settings.ts';

/** What holds where nothing is configured. */
export const BUILT_IN = {
  settings: DEFAULT_SETTINGS,
  templateFolders: [],
} as const;
