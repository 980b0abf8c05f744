import { PhraseCell, TextCell } from './cell.ts';
import type { View } from './view.ts';

/** A county's units by kind, kinds in the order in which they first come; those of no kind are one group without a name. */
export function groupUnits(units: readonly View[]): View[] {
  const groups = new Map<string, View[]>();
  for (const unit of units) {
    const kind = unit.kind instanceof TextCell ? unit.kind.text : '';
    const known = groups.get(kind);
    if (known === undefined) groups.set(kind, [unit]);
    else known.push(unit);
  }
  return [...groups].map(([kind, own]) => ({ name: new PhraseCell('', kind), units: own }));
}
