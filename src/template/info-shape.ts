import type { Shape } from '../shape/shape.ts';

const text = { kind: 'text' } as const;
const texts = { kind: 'list', item: text } as const;
const yesno = {
  kind: 'choice',
  choices: { 是: 'yes', 否: 'no', true: 'yes', false: 'no', yes: 'yes', no: 'no' },
} as const;

/** Everything that template.yaml or table.yaml may say, with both names of every key. */
export const TEMPLATE_INFO = {
  kind: 'record',
  fields: {
    name: { zh: '名称', shape: text, isRequired: true },
    aliases: { zh: '别名', shape: texts },
    about: { zh: '用途', shape: text },
    audience: { zh: '对象', shape: text },
    title: { zh: '标题', shape: text, isRequired: true },
    recipient: { zh: '主送', shape: text },
    needs: { zh: '必需', shape: texts },
    headings: { zh: '小标题', shape: { kind: 'map', value: text } },
    layout: {
      zh: '版式',
      shape: {
        kind: 'record',
        fields: {
          boldLevel3: { zh: '三级标题加粗', shape: yesno },
          level2: {
            zh: '二级标题',
            shape: {
              kind: 'choice',
              choices: { 接排: 'run-in', 单独成段: 'alone', 'run-in': 'run-in', alone: 'alone' },
            },
          },
          seal: { zh: '盖章', shape: yesno },
          pageNumberFrom: { zh: '页码起始页', shape: { kind: 'choice', choices: { '1': '1', '2': '2' } } },
          fonts: {
            zh: '字体',
            shape: {
              kind: 'record',
              fields: {
                title: { zh: '标题', shape: text },
                body: { zh: '正文', shape: text },
                heading1: { zh: '一级标题', shape: text },
                heading2: { zh: '二级标题', shape: text },
                pageNumber: { zh: '页码', shape: text },
                latin: { zh: '西文', shape: text },
              },
            },
          },
        },
      },
    },
  },
} as const satisfies Shape;
