/** Whether a template value says anything: a cell that is present, a list with items, a record with anything in it. */
export function isPresent(value: unknown): boolean {
  if (typeof value !== 'object' || value === null)
    return value === true || (value !== false && Boolean(value));
  if (Array.isArray(value)) return value.length > 0;
  if ('isPresent' in value) return value.isPresent === true;
  return Object.values(value).some(isPresent);
}
