import type { Anchor, Places } from '../../diagnostics/finding.ts';
import { parentOf } from '../fact-path.ts';
import { indexLines } from '../line-index.ts';
import type { RawPlace } from '../raw-tree.ts';
import type { TextStretch } from '../slip.ts';
import { type EditedText, toOriginal } from './edited-text.ts';
import type { ExactTree } from './exact-lane.ts';
import { stretchIn, type WrittenNode } from './written.ts';

/** Where a spot of the tree stands, in the original. */
export function stretchOfSpot(tree: ExactTree, edited: EditedText, spot: RawPlace): TextStretch {
  const written = writtenOfSpot(tree, spot);
  return written === undefined
    ? { start: 0, end: 0 }
    : toOriginal({ start: written.start, end: written.end }, edited);
}

/** What is at a spot, in the edited text. */
export function writtenOfSpot(tree: ExactTree, { holder, index, part }: RawPlace): WrittenNode | undefined {
  const parts = tree.parts.get(holder);
  return part === 'key' ? (parts?.keys[index] ?? parts?.values[index]) : parts?.values[index];
}

/** The places of facts by their paths. */
export function placesIn(
  file: string,
  original: string,
  tree: ExactTree,
  edited: EditedText,
  spots: ReadonlyMap<string, RawPlace>,
): Places {
  const lines = indexLines(original);
  return {
    file,
    rangeOf(anchor: Anchor) {
      const { start, end } = toOriginal(stretchOfAnchor(anchor, tree, spots), edited);
      return lines.range(start, end);
    },
  };
}

function stretchOfAnchor(anchor: Anchor, tree: ExactTree, spots: ReadonlyMap<string, RawPlace>): TextStretch {
  const { path = '' } = anchor;
  const spot = spots.get(path);
  if (spot === undefined) return stretchOfParent(path, tree, spots);
  const written = writtenOfSpot(tree, { ...spot, part: anchor.part ?? 'value' });
  if (written?.text !== undefined && anchor.span !== undefined && anchor.part !== 'key') {
    return stretchIn(written.text, ...anchor.span);
  }
  return written ?? START;
}

const START: TextStretch = { start: 0, end: 0 };

/** A fact that is not there is at the nearest key above it that is. */
function stretchOfParent(path: string, tree: ExactTree, spots: ReadonlyMap<string, RawPlace>): TextStretch {
  const parent = parentOf(path);
  if (parent === '') return START;
  const spot = spots.get(parent);
  if (spot === undefined) return stretchOfParent(parent, tree, spots);
  return writtenOfSpot(tree, { ...spot, part: 'key' }) ?? START;
}
