import { InvalidArgumentError } from 'commander';

/** A list of names, one option's value or several: 编制表,台账. */
export function toNames(text: string, earlier: readonly string[] = []): readonly string[] {
  const names = text
    .split(/[,，、]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length === 0) throw new InvalidArgumentError('应为一个或几个名称。');
  return [...earlier, ...names];
}
