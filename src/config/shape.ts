import type { Shape } from '../facts/shape.ts';

const text = { kind: 'text' } as const;
const texts = { kind: 'list', item: text } as const;
const date = { kind: 'date' } as const;

const count = { kind: 'text', only: { pattern: /^[1-9]\d{0,5}$/, says: '一个正整数' } } as const;

/** 错误 / 警告 / 关, and what else people write for them. */
const severity = {
  kind: 'choice',
  choices: {
    error: 'error',
    错误: 'error',
    warning: 'warning',
    警告: 'warning',
    off: 'off',
    关: 'off',
    关闭: 'off',
  },
} as const;

/** Everything that report.config.yaml may say, with both names of every key. */
export const CONFIGURATION = {
  kind: 'record',
  fields: {
    template: { zh: '模板', shape: text },
    recipient: { zh: '主送', shape: text },
    signatory: { zh: '落款', shape: text },
    attach: { zh: '附表', shape: texts },
    period: {
      zh: '期间',
      shape: {
        kind: 'record',
        fields: { from: { zh: '起', shape: date }, to: { zh: '止', shape: date } },
        inOrder: ['from', 'to'],
      },
    },
    output: { zh: '输出', shape: text },
    templates: { zh: '模板目录', shape: text },
    exclude: { zh: '排除', shape: texts },
    rules: { zh: '规则', shape: { kind: 'map', value: severity } },
    limits: {
      zh: '限长',
      shape: {
        kind: 'record',
        fields: {
          text: { zh: '全文', shape: count },
          title: { zh: '标题', shape: count },
          paragraph: { zh: '段落', shape: count },
          sentence: { zh: '句子', shape: count },
        },
      },
    },
    words: {
      zh: '词表',
      shape: {
        kind: 'record',
        fields: {
          slips: {
            zh: '错词',
            shape: {
              kind: 'list',
              item: {
                kind: 'record',
                fields: {
                  wrong: { zh: '误', shape: text, isRequired: true },
                  right: { zh: '正', shape: text, isRequired: true },
                  except: { zh: '除外', shape: texts },
                },
              },
            },
          },
          formulas: {
            zh: '提法',
            shape: {
              kind: 'list',
              item: {
                kind: 'record',
                fields: {
                  name: { zh: '名称', shape: text, isRequired: true },
                  parts: { zh: '内容', shape: texts, isRequired: true },
                  misquoted: { zh: '误写', shape: texts },
                },
              },
            },
          },
          terms: {
            zh: '用语',
            shape: {
              kind: 'list',
              item: {
                kind: 'record',
                fields: {
                  term: { zh: '用语', shape: text, isRequired: true },
                  from: { zh: '起', shape: text },
                  until: { zh: '止', shape: text },
                  instead: { zh: '改用', shape: text },
                },
              },
            },
          },
          shortNames: {
            zh: '简称',
            shape: {
              kind: 'list',
              item: {
                kind: 'record',
                fields: {
                  short: { zh: '简称', shape: text, isRequired: true },
                  full: { zh: '全称', shape: text },
                },
              },
            },
          },
          names: { zh: '名称', shape: texts },
        },
      },
    },
    ignores: {
      zh: '忽略',
      shape: {
        kind: 'list',
        item: {
          kind: 'record',
          fields: {
            rule: { zh: '规则', shape: text, isRequired: true },
            file: { zh: '文件', shape: text },
            reason: { zh: '理由', shape: text, isRequired: true },
          },
        },
      },
    },
  },
} as const satisfies Shape;
