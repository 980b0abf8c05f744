import { DEFAULT_WORD_LISTS } from '../prose/default-word-lists.ts';
import type { RuleSettings } from './run.ts';

/** What holds of the rules where nothing is configured, for a final report. */
export const DEFAULT_SETTINGS: RuleSettings = { severities: {}, lists: DEFAULT_WORD_LISTS, isDraft: false };
