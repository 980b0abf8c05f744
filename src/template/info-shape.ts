import type { Shape } from '../facts/shape.ts';

const infoText = { kind: 'text' } as const;
/** A family's name as systems have them: it goes into XML and into a style sheet. */
const fontName = {
  kind: 'text',
  only: {
    pattern: /^[\p{L}\p{N}][\p{L}\p{N} ._()（）-]{0,30}$/u,
    says: '字体的名称：31个字以内的汉字、字母、数字、空格和 ._()-',
  },
} as const;
const infoTexts = { kind: 'list', item: infoText } as const;
const yesno = {
  kind: 'choice',
  choices: { 是: 'yes', 否: 'no', true: 'yes', false: 'no', yes: 'yes', no: 'no' },
} as const;

const fontSize = {
  kind: 'text',
  only: {
    pattern: /^(?:初号|[一二三四五六]号|小[初一二三四五六]|(?:[5-9]|[1-6]\d|7[0-2])(?:\.5)?磅)$/,
    says: '字号，如 小三，或磅数，如 15磅',
  },
} as const;
const margin = {
  kind: 'text',
  only: { pattern: /^(?:[5-9]|[1-5]\d|60)(?:\.\d)?$/, says: '毫米数，5 到 60，如 25.4' },
} as const;

/** Everything that template.yaml or table.yaml may say, with both names of every key. */
export const TEMPLATE_INFO = {
  kind: 'record',
  fields: {
    name: { about: '模板的中文名称，必须写。', zh: '名称', shape: infoText, isRequired: true },
    aliases: { about: '附表的其他叫法，如 编制表。', zh: '别名', shape: infoTexts },
    about: { about: '一句话说明做什么用，report templates 会显示。', zh: '用途', shape: infoText },
    audience: { about: '谁报给谁。', zh: '对象', shape: infoText },
    title: {
      about: '报告标题的写法，必须写；可以用事实和助手，含有 {{ }} 的要加引号。事实文件写了标题的用它的。',
      zh: '标题',
      shape: infoText,
      isRequired: true,
    },
    recipient: { about: '建议的主送机关，只是给人看的，不会自己印出来。', zh: '主送', shape: infoText },
    needs: {
      about: '没有就不成报告的事实，中英文名称都可以，如 [unit.name, 问题]。',
      zh: '必需',
      shape: infoTexts,
    },
    anyOf: {
      about: '至少要有一项的事实，一项也没有就不成这种报告，如 [反馈, 组织落实]。',
      zh: '至少一项',
      shape: infoTexts,
    },
    longestMonths: {
      about: '报告的起止最多跨几个月，超过时提醒换模板，如 12。',
      zh: '最多月数',
      shape: infoText,
    },
    headings: {
      about: '小标题的文字：名称自己定，模板里写 {{#section 1 headings.名称}}。',
      zh: '小标题',
      shape: { kind: 'map', value: infoText },
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
          boldTitle: { about: '标题加粗：是、否。', zh: '标题加粗', shape: yesno },
          boldLevel1: { about: '一级标题（一、）加粗：是、否。', zh: '一级标题加粗', shape: yesno },
          boldLevel2: { about: '二级标题（（一））加粗：是、否。', zh: '二级标题加粗', shape: yesno },
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
          pageNumber: {
            zh: '页码',
            about: '页码的样子。',
            shape: {
              kind: 'record',
              fields: {
                text: {
                  about: '第 1 页的页码怎样写，如 - 1 - 或 第1页，标准是 — 1 —；不排页码的写 无。',
                  zh: '写法',
                  shape: {
                    kind: 'text',
                    only: {
                      pattern: /^(?:无|[^\d\p{C}<>&"\\]{0,8}1[^\d\p{C}<>&"\\]{0,8})$/u,
                      says: '第 1 页的页码，如 — 1 —、- 1 -、第1页、1，不排页码的写 无',
                    },
                  },
                },
                place: {
                  about: '外侧（单页居右、双页居左）、居中、居右或居左，标准是外侧。',
                  zh: '位置',
                  shape: {
                    kind: 'choice',
                    choices: {
                      外侧: 'outer',
                      居中: 'center',
                      居右: 'right',
                      居左: 'left',
                      outer: 'outer',
                      center: 'center',
                      right: 'right',
                      left: 'left',
                    },
                  },
                },
              },
            },
          },
          margins: {
            zh: '页边距',
            about: '页边的毫米数。',
            shape: {
              kind: 'record',
              fields: {
                top: { about: '上边，标准是 37。', zh: '上', shape: margin },
                left: { about: '左边，标准是 28。', zh: '左', shape: margin },
                bottom: { about: '下边，标准是 35。', zh: '下', shape: margin },
                right: { about: '右边，标准是 26。', zh: '右', shape: margin },
              },
            },
          },
          lineSpacing: {
            zh: '行距',
            about: '正文的行距：固定的磅数，如 28磅，标准是 28.95磅；或倍数，如 1.5倍。',
            shape: {
              kind: 'text',
              only: {
                pattern: /^(?:(?:1\d|[2-5]\d)(?:\.\d{1,2})?磅|[1-3](?:\.\d{1,2})?倍)$/,
                says: '10 到 59 的磅数，如 28磅，或 1 到 3 的倍数，如 1.5倍',
              },
            },
          },
          sizes: {
            zh: '字号',
            about: '换用的字号。',
            shape: {
              kind: 'record',
              fields: {
                title: { about: '标题，标准是 二号。', zh: '标题', shape: fontSize },
                body: { about: '正文、主送、署名、日期，标准是 三号。', zh: '正文', shape: fontSize },
                heading1: { about: '一级标题，标准是 三号。', zh: '一级标题', shape: fontSize },
                heading2: { about: '二级标题，标准是 三号。', zh: '二级标题', shape: fontSize },
                heading3: { about: '三级标题，标准是 三号。', zh: '三级标题', shape: fontSize },
                heading4: { about: '四级标题，标准是 三号。', zh: '四级标题', shape: fontSize },
                pageNumber: { about: '页码，标准是 四号。', zh: '页码', shape: fontSize },
              },
            },
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
                heading3: { about: '三级标题，不写同正文。', zh: '三级标题', shape: fontName },
                heading4: { about: '四级标题，不写同正文。', zh: '四级标题', shape: fontName },
                attachmentMark: {
                  about: '附件上的“附件”二字，不写同一级标题。',
                  zh: '附件标识',
                  shape: fontName,
                },
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
