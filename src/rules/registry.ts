// Made by `npm run generate` from the folders of rules.
import { pendingValue } from './facts/pending-value.ts';
import type { CollectionRule, FactsRule, ProseRule, ReadingRule } from './rule.ts';

export const FACTS_RULES: readonly FactsRule[] = [pendingValue];

export const PROSE_RULES: readonly ProseRule[] = [];

export const COLLECTION_RULES: readonly CollectionRule[] = [];

export const READING_RULES: readonly ReadingRule[] = [];
