import { chinesePath, stepsOf } from '../facts/fact-path.ts';

/** What a fact is called: 党员总数, or its Chinese path. Indexes may be left out of the path. */
export function factLabel(path: string): string {
  const steps = stepsOf(path);
  const last = steps?.at(-1);
  const label = last?.kind === 'field' ? last.field.label : undefined;
  return label ?? chinesePath(withIndexes(path));
}

/** `problems.title` as a path of the first problem; names that are no list stay. */
function withIndexes(path: string): string {
  const [first = '', ...rest] = path.split('.');
  return rest.reduce((known, name) => {
    const direct = `${known}.${name}`;
    return stepsOf(direct) === undefined ? `${known}.0.${name}` : direct;
  }, first);
}
