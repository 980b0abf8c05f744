/**
 * Has `make` work out what it says of a key once, until another key is asked for: several rules ask the same of one report. (In a
 * WeakMap, the collector would carry what was said of every report along.)
 */
export function rememberLast<Key extends object, Value, Other = void>(
  make: (key: Key, other: Other) => Value,
): (key: Key, other: Other) => Value {
  let last: { readonly key: Key; readonly value: Value } | undefined;
  return (key, other) => {
    if (last?.key !== key) last = { key, value: make(key, other) };
    return last.value;
  };
}
