import type { CollectionRule } from '../rule.ts';

export const duplicateOutput: CollectionRule = {
  id: 'duplicate-output',
  stage: 'collection',
  severity: 'error',
  docs: {
    title: '两份事实文件要写到同一个输出',
    why: '一起生成时，两份事实文件的文件名相同（例如 a.yaml 和 a.yml）而输出到同一个位置，后写的会盖掉先写的，所以一份也不写。',
    fix: '给其中一份改名，或者分别指定输出位置。',
    basis: { source: '文件夹里的文件名', rank: '通常', proof: '两份事实写到同一个文件' },
  },
  examples: [],
  /** Outputs are planned from the files' names before any facts are read; the planning reports it. */
  check() {},
};
