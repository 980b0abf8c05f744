import type { TemplateRule } from '../rule.ts';

export const layoutDeviation: TemplateRule = {
  id: 'layout-deviation',
  stage: 'template',
  severity: 'warning',
  docs: {
    title: '版式与国家标准不同',
    why: 'GB/T 9704-2012 对字体、加粗、页码都有规定。本单位另有规定的可以改，但要让人知道改了什么。',
    fix: '确有规定的保留；否则从 template.yaml 的 layout（版式）里删去这一项。',
    basis: { source: '《党政机关公文格式》（GB/T 9704-2012）', clause: '5、6、7', rank: '规定' },
  },
  examples: [],
};
