import type { ReadingRule } from '../rule.ts';

export const textEncoding: ReadingRule = {
  id: 'text-encoding',
  stage: 'reading',
  severity: 'error',
  docs: {
    title: '不是 UTF-8 的文件',
    why: '用别的编码（GB18030、UTF-16）保存的文件，换一台机器打开就可能是乱码。',
    fix: '在编辑器里用“另存为”，编码选 UTF-8。',
    basis: { source: '事实文件的约定（report schema）', rank: '规定', proof: '字节不合 UTF-8' },
  },
  examples: [],
};
