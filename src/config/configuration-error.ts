import { writtenPlace } from '../diagnostics/diagnostic.ts';
import { UserError } from '../diagnostics/user-error.ts';
import type { Configuration } from './configuration.ts';

/** A mistake in a configuration, said with the place of the setting at `path`: `report.config.yaml:5:3 没有“…”这条规则。` */
export function configurationError(
  { file = '', placeOf }: Configuration,
  path: readonly string[],
  message: string,
  hint = '',
): UserError {
  const place = placeOf?.(...path);
  return new UserError(`${place === undefined ? `${file}：` : writtenPlace(place)}${message}`, hint);
}
