import type { PrintedRule } from '../rule.ts';

export const pageEnd: PrintedRule = {
  id: 'page-end',
  stage: 'printed',
  severity: 'warning',
  docs: {
    title: '落款和日期单独成页',
    why: '最后一页只有落款和日期，没有正文，看的人会疑心这一页是换上去的；旧时写的“（此页无正文）”，标准已经不用。',
    fix: '增删几个字句，让正文少一两行或多一两行，使落款与正文在同一页；也可以在 Word 里略调行距、字距。按 PDF 的分页查，所以只在 --to pdf 时查。',
    basis: { source: '《党政机关公文格式》（GB/T 9704-2012）', clause: '7.3.5.5', rank: '规定' },
  },
  examples: [
    {
      input: '一、基本情况……全部整改到位。—1—\n中共云溪镇委员会2023年10月20日—2—',
      reports: ['落款和日期单独在第2页，这一页没有正文'],
    },
    {
      input: '一、基本情况……中共云溪镇委员会—1—\n2023年10月20日—2—',
      reports: ['日期单独在第2页，这一页没有正文'],
    },
    {
      input: '一、基本情况……—1—\n中共云溪镇委员会2023年10月20日—2—\n附件整改台账……—3—',
      reports: ['落款和日期单独在第2页，这一页没有正文'],
    },
    { input: '一、基本情况……—1—\n全部整改到位。中共云溪镇委员会2023年10月20日—2—', reports: [] },
  ],
  check({ pages, signatory, date }, report) {
    if (date === '') return;
    const texts = pages.map((page) => page.replace(PRINTED_PAGE_NUMBER, ''));
    const alone = texts.findIndex((text) => text === date || text === signatory + date);
    if (alone === -1) return;
    const what = texts[alone] === date ? '日期' : '落款和日期';
    report({
      at: { path: 'report.date' },
      message: `${what}单独在第${alone + 1}页，这一页没有正文`,
      hint: '增删几个字句，使正文多一行或少一行，让落款与正文同页；或在 Word 里略调行距、字距。',
    });
  },
};

/** 7.5, however a font calls its dashes. */
const PRINTED_PAGE_NUMBER = /[—―–－-]\d+[—―–－-]/gu;
