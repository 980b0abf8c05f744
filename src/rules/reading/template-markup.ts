import type { TemplateRule } from '../rule.ts';

export const templateMarkup: TemplateRule = {
  id: 'template-markup',
  stage: 'template',
  severity: 'error',
  docs: {
    title: '模板里的标记',
    why: '报告的版式由程序决定，模板只能用规定的几种标记，嵌套也有规定；没有闭合、放错位置的标记会打乱版式，跳级的标题会编错序号。不能用三层花括号原样输出，以免事实里的文字变成标记。',
    fix: '照提示改；可用的标记见 docs/templates.md。',
    basis: { source: '模板的约定（模板编写）', rank: '规定', proof: '模板和事实本身' },
  },
  examples: [
    { input: '<h1>情况</h1><h3>其他</h3><p>完成。</p>', reports: ['<h3>'] },
    { input: '<div>情况</div>', reports: ['div>'] },
    { input: '<p>{{{unit.name}}}</p>', reports: ['{{{unit.name}}}'] },
  ],
};
