import { Composer, CST } from 'yaml';
import type { Raw, RawList, RawMap } from '../raw-tree.ts';
import type { ReadingSlip } from '../slip.ts';
import { COMPOSE_OPTIONS } from './compose-options.ts';
import { findKeySlips } from './key-slips.ts';
import type { Mendable } from './mendable.ts';
import { describeSyntaxErrors } from './syntax-errors.ts';
import { readTokens } from './tokens.ts';
import { TreeReader } from './tree-reader.ts';
import type { WrittenParts } from './written.ts';

export interface ExactTree {
  /** Absent where the text is too broken to be a tree, and for an empty file. */
  readonly root?: Raw;
  readonly parts: ReadonlyMap<RawMap | RawList, WrittenParts>;
  /** YAML that facts may not use. */
  readonly slips: readonly ReadingSlip[];
  /** Breaches of YAML's own grammar. */
  readonly errors: readonly ReadingSlip[];
  /** Slips with which the tree may not be what was meant; mended, the text is worth another reading. */
  readonly mendable: readonly Mendable[];
  readonly isBroken: boolean;
}

/** Reads a text with the full parser. Never throws, whatever the text. */
export function readExactTree(text: string): ExactTree {
  const { tokens, slips, mendable, isGivenUp } = readTokens(text);
  if (isGivenUp)
    return {
      parts: new Map(),
      slips,
      errors: mendable.map(({ slip }) => slip),
      mendable: [],
      isBroken: true,
    };
  const [document] = [...new Composer(COMPOSE_OPTIONS).compose(tokens, true, text.length)];
  const reader = new TreeReader(text);
  const quotes = document?.errors.length ? quotesByEnd(tokens) : undefined;
  const errors = describeSyntaxErrors(document?.errors ?? [], text, slips, (end) => quotes?.get(end));
  const root = document === undefined ? undefined : reader.readRoot(document);
  return {
    ...(root === undefined ? {} : { root }),
    parts: reader.parts,
    slips: [...slips, ...reader.slips],
    errors,
    mendable: [...mendable, ...findKeySlips(tokens)],
    isBroken: errors.length > 0,
  };
}

/** Where each quoted text begins, by where it ends: one that ends at an error wants its closing quote. */
function quotesByEnd(tokens: readonly CST.Token[]): ReadonlyMap<number, number> {
  const byEnd = new Map<number, number>();
  const look = (token: CST.Token | null | undefined): void => {
    if (token?.type !== 'single-quoted-scalar' && token?.type !== 'double-quoted-scalar') return;
    byEnd.set(token.offset + token.source.length, token.offset);
  };
  for (const token of tokens) {
    if (token.type !== 'document') continue;
    look(token.value);
    CST.visit(token, ({ key, value }) => {
      look(key);
      look(value);
    });
  }
  return byEnd;
}
