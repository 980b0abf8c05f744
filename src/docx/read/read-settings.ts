import type { XmlScanner } from '../../ooxml/xml-scanner.ts';
import { isOn, readTwips } from '../properties.ts';
import { NO_SETTINGS, type WordSettings } from '../settings.ts';

/** Reads `word/settings.xml`. */
export function readWordSettings(scanner: XmlScanner): WordSettings {
  const settings: { -readonly [K in keyof WordSettings]: WordSettings[K] } = { ...NO_SETTINGS };
  while (scanner.next()) {
    if (scanner.event !== 'open') continue;
    const value = scanner.attribute('w:val');
    if (scanner.name === 'w:evenAndOddHeaders') settings.hasEvenHeaders = isOn(value);
    else if (scanner.name === 'w:trackRevisions') settings.tracksRevisions = isOn(value);
    else if (scanner.name === 'w:themeFontLang') settings.eastAsianLanguage = scanner.attribute('w:eastAsia');
    else if (scanner.name === 'w:defaultTabStop')
      settings.defaultTabStop = readTwips(value) ?? settings.defaultTabStop;
    else if (scanner.name === 'w:compatSetting' && scanner.attribute('w:name') === 'compatibilityMode')
      settings.compatibilityMode = Number(value);
  }
  return settings;
}
