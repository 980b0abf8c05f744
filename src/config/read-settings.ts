import { UserError } from '../diagnostics/user-error.ts';
import { readSettingsFile } from '../facts/read-settings-file.ts';
import type { Configuration } from './configuration.ts';
import { CONFIGURATION } from './shape.ts';

/** Reads a configuration's text. UserError that lists everything wrong in it, each with its place. */
export function readSettings(
  text: string,
  file: string,
): Required<Pick<Configuration, 'settings' | 'placeOf'>> {
  const { value, problems, placeOf } = readSettingsFile(text, CONFIGURATION);
  if (problems.length > 0) {
    const details = problems.map(({ range: { start }, message, hint, isSyntax }) => {
      const said = isSyntax ? `${message}。${hint}` : message;
      return `${file}:${start.line}:${start.column} ${said}`;
    });
    throw new UserError(`配置文件有 ${problems.length} 处问题：`, '', { details });
  }
  return {
    settings: value ?? {},
    placeOf: (...path) => {
      const { range, isWhole } = placeOf(path);
      return isWhole ? { file, ...range } : undefined;
    },
  };
}
