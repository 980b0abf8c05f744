/** How `yaml` composes a facts file: every scalar a text, keys not yet compared, tokens kept for their places. */
export const COMPOSE_OPTIONS = {
  schema: 'failsafe',
  version: '1.2',
  keepSourceTokens: true,
  uniqueKeys: false,
  strict: true,
  logLevel: 'silent',
  prettyErrors: false,
} as const;
