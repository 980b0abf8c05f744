import type { ReadingRule } from '../rule.ts';

export const unreadableDocument: ReadingRule = {
  id: 'unreadable-document',
  stage: 'reading',
  severity: 'error',
  docs: {
    title: '读不出的成文报告',
    why: '加了密码、损坏了的 .docx，以及 .doc、.wps、.pdf 里的文字读不出来，也就无从检查；文档里有图表等读不到的内容、自动编号有错，也在这里提示。',
    fix: '用 Word 或 WPS 打开，取消密码，另存为 .docx，再检查。',
    basis: { source: '《办公文件格式》（ISO/IEC 29500）', rank: '规定', proof: '文件本身读不出' },
  },
  examples: [],
};
