import type { Shape } from '../facts/shape.ts';

const text = { kind: 'text' } as const;
/** A family's name as systems have them: it goes into XML and into a style sheet. */
const fontName = {
  kind: 'text',
  only: {
    pattern: /^[\p{L}\p{N}][\p{L}\p{N} ._()（）-]{0,30}$/u,
    says: '字体的名称：31个字以内的汉字、字母、数字、空格和 ._()-',
  },
} as const;
const texts = { kind: 'list', item: text } as const;
const yesno = {
  kind: 'choice',
  choices: { 是: 'yes', 否: 'no', true: 'yes', false: 'no', yes: 'yes', no: 'no' },
} as const;

/** Everything that template.yaml or table.yaml may say, with both names of every key. */
export const TEMPLATE_INFO = {
  kind: 'record',
  fields: {
    name: { about: '模板的中文名称，必须写。', zh: '名称', shape: text, isRequired: true },
    aliases: { about: '附表的其他叫法，如 编制表。', zh: '别名', shape: texts },
    about: { about: '一句话说明做什么用，report templates 会显示。', zh: '用途', shape: text },
    audience: { about: '谁报给谁。', zh: '对象', shape: text },
    title: {
      about: '报告标题的写法，必须写；可以用事实和助手，含有 {{ }} 的要加引号。事实文件写了标题的用它的。',
      zh: '标题',
      shape: text,
      isRequired: true,
    },
    recipient: { about: '建议的主送机关，只是给人看的，不会自己印出来。', zh: '主送', shape: text },
    needs: {
      about: '没有就不成报告的事实，中英文名称都可以，如 [unit.name, 问题]。',
      zh: '必需',
      shape: texts,
    },
    anyOf: {
      about: '至少要有一项的事实，一项也没有就不成这种报告，如 [反馈, 组织落实]。',
      zh: '至少一项',
      shape: texts,
    },
    longestMonths: {
      about: '报告的起止最多跨几个月，超过时提醒换模板，如 12。',
      zh: '最多月数',
      shape: text,
    },
    headings: {
      about: '小标题的文字：名称自己定，模板里写 {{#section 1 headings.名称}}。',
      zh: '小标题',
      shape: { kind: 'map', value: text },
    },
    stationery: {
      about: '底稿：模板文件夹里本单位的 .docx，报告排进它的 {{正文}}，如 版头.docx。',
      zh: '底稿',
      shape: {
        kind: 'text',
        only: { pattern: /^[^/\\]+\.docx$/i, says: '模板文件夹里一个 .docx 的文件名' },
      },
    },
    layout: {
      zh: '版式',
      about: '版式上与国家标准不同的地方。',
      shape: {
        kind: 'record',
        fields: {
          boldLevel3: { about: '三级标题（1.）加粗：是、否。', zh: '三级标题加粗', shape: yesno },
          level2: {
            zh: '二级标题',
            about: '接排（标题在段首）或 单独成段；不写就照模板里的写法。',
            shape: {
              kind: 'choice',
              choices: { 接排: 'run-in', 单独成段: 'alone', 'run-in': 'run-in', alone: 'alone' },
            },
          },
          seal: { about: '盖章的公文：署名居中排在日期上方：是、否。', zh: '盖章', shape: yesno },
          pageNumberFrom: {
            about: '页码从第几页排起：1 或 2；2 是首页不排。',
            zh: '页码起始页',
            shape: { kind: 'choice', choices: { '1': '1', '2': '2' } },
          },
          fonts: {
            zh: '字体',
            about: '换用的字体。',
            shape: {
              kind: 'record',
              fields: {
                title: { about: '标题，标准是 方正小标宋简体。', zh: '标题', shape: fontName },
                body: { about: '正文，标准是 仿宋_GB2312。', zh: '正文', shape: fontName },
                heading1: { about: '一级标题，标准是 黑体。', zh: '一级标题', shape: fontName },
                heading2: { about: '二级标题，标准是 楷体_GB2312。', zh: '二级标题', shape: fontName },
                pageNumber: { about: '页码，标准是 宋体。', zh: '页码', shape: fontName },
                latin: { about: '西文和数字，标准是 Times New Roman。', zh: '西文', shape: fontName },
              },
            },
          },
        },
      },
    },
  },
} as const satisfies Shape;
