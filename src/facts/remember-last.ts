/**
 * Has `make` work out what it says of a key once, until another key is asked for: several rules ask the same of one report. (In a
 * WeakMap, the collector would carry what was said of every report along.)
 */
export function rememberLast<Key extends object, Rest extends readonly unknown[], Value>(
  make: (key: Key, ...rest: Rest) => Value,
): (key: Key, ...rest: Rest) => Value {
  let last: { readonly key: Key; readonly value: Value } | undefined;
  return (key, ...rest) => {
    if (last?.key !== key) last = { key, value: make(key, ...rest) };
    return last.value;
  };
}
