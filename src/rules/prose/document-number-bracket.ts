import { documentNumberBrackets } from '../../prose/document-numbers.ts';
import { anchorIn } from '../../prose/place.ts';
import { SIGN } from '../../prose/signs.ts';
import type { ProseRule } from '../rule.ts';

/** P8. GB/T 9704 7.2.5: the year in a document number is in 〔 〕. */
export const documentNumberBracket: ProseRule = {
  id: 'document-number-bracket',
  stage: 'prose',
  severity: 'warning',
  docs: {
    title: '发文字号的括号',
    why: '《党政机关公文格式》（GB/T 9704）规定发文字号的年份用六角括号〔 〕括起，方括号、圆括号、方头括号都不对。',
    fix: '写成“镇发〔2024〕9号”。',
    basis: { source: '《党政机关公文格式》（GB/T 9704-2012）', clause: '7.2.5', rank: '规定' },
  },
  examples: [
    { input: '按照镇发(2024)9号文件要求开展自查。', reports: ['(2024)'] },
    { input: '按照镇党发[2023]12号、镇办发【2024】3号文件办理。', reports: ['[2023]', '【2024】'] },
    { input: '按照镇党发﹝2021﹞1号文件要求办理。', reports: ['﹝2021﹞'] },
    { input: '按照镇党发〔2024]9号文件要求办理。', reports: ['〔2024]'] },
    { input: '印发《关于开展自查的通知》（镇办〔2024〕9号）。', reports: [] },
    { input: '上一年度（2023）9个村已完成换届。', reports: [] },
  ],
  looksFor: [SIGN.documentNumber],
  check({ candidates }, report) {
    for (const passage of candidates) {
      for (const { start, end } of documentNumberBrackets(passage.text)) {
        const replacement = `〔${passage.text.slice(start + 1, end - 1)}〕`;
        report({
          at: anchorIn(passage, start, end),
          message: `发文字号的年份写成“${passage.text.slice(start, end)}”，应当用六角括号`,
          hint: `改成“${replacement}”。`,
          replacement,
        });
      }
    }
  },
};
