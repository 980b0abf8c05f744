/** What `word/settings.xml` says that matters to how the text is read and judged. */
export interface WordSettings {
  /** Even pages have headers and footers of their own. */
  readonly hasEvenHeaders: boolean;
  /** `w:themeFontLang`: decides which of the theme's East Asian fonts is meant. */
  readonly eastAsianLanguage: string | undefined;
  readonly tracksRevisions: boolean;
  /** 15 for Word 2013 and later; undefined where nothing is said. */
  readonly compatibilityMode: number | undefined;
  readonly defaultTabStop: number;
}

export const NO_SETTINGS: WordSettings = {
  hasEvenHeaders: false,
  eastAsianLanguage: undefined,
  tracksRevisions: false,
  compatibilityMode: undefined,
  defaultTabStop: 720,
};
