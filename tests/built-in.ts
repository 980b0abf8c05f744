import { DEFAULT_WORD_LISTS } from '../src/rules/generated/default-word-lists.ts';

/** What holds where nothing is configured. */
export const BUILT_IN = {
  settings: { severities: {}, lists: DEFAULT_WORD_LISTS, isDraft: false },
  templateFolders: [],
} as const;
