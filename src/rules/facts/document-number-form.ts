import { documentNumberBrackets } from '../../prose/document-numbers.ts';
import type { FactsRule } from '../rule.ts';

/** GB/T 9704 7.2.5: code of the office, year of four digits, number without 第 and without leading zeros, 号. Wrong brackets are P8's. */
export const documentNumberForm: FactsRule = {
  id: 'document-number-form',
  stage: 'facts',
  severity: 'warning',
  docs: {
    title: '发文字号的写法',
    why: '《党政机关公文格式》（GB/T 9704）规定发文字号由发文机关代字、年份、发文顺序号组成：年份写四位，顺序号不加“第”字，不编虚位（1不写成01），后面加“号”字。',
    fix: '写成“云溪党发〔2026〕3号”。',
    basis: { source: '《党政机关公文格式》（GB/T 9704-2012）', clause: '7.2.5', rank: '规定' },
  },
  examples: [
    { input: '报告:\n  文号: 云溪党发〔2026〕3号', reports: [] },
    { input: '报告:\n  文号: 云溪党发〔2026〕第3号', reports: ['云溪党发〔2026〕第3号'] },
    { input: '报告:\n  文号: 云溪党发〔2026〕03号', reports: ['云溪党发〔2026〕03号'] },
    { input: '报告:\n  文号: 云溪党发〔26〕3号', reports: ['云溪党发〔26〕3号'] },
    { input: '报告:\n  文号: 云溪党发〔2026〕3', reports: ['云溪党发〔2026〕3'] },
    { input: '报告:\n  文号: 〔2026〕3号', reports: ['〔2026〕3号'] },
    { input: '报告:\n  文号: 云溪党发〔2026〕号', reports: ['云溪党发〔2026〕号'] },
  ],
  check({ facts }, report) {
    const number = facts.report?.number?.trim() ?? '';
    if (number === '') return;
    const fault = faultOf(bracketed(number));
    if (fault === undefined) return;
    report({
      at: { path: 'report.number' },
      message: `发文字号“${number}”${fault}`,
      hint: '写成“云溪党发〔2026〕3号”这样：机关代字、四位年份、顺序号和“号”字。',
    });
  },
};

/** With the brackets that another rule asks for. */
function bracketed(number: string): string {
  const [wrong] = documentNumberBrackets(number);
  if (wrong === undefined) return number;
  const { start, end } = wrong;
  return `${number.slice(0, start)}〔${number.slice(start + 1, end - 1)}〕${number.slice(end)}`;
}

function faultOf(number: string): string | undefined {
  const [, code = '', year = '', ordinal = '', digits = '', end = ''] =
    /^(.*?)〔([^〕]*)〕(第?)(\d*)(.*)$/u.exec(number) ?? [];
  if (year === '') return '没有〔 〕括起来的年份';
  if (code.trim() === '') return '没有机关代字';
  if (!/^(?:19|20)\d{2}$/u.test(year)) return `的年份“${year}”不是四位数`;
  if (ordinal !== '') return '的顺序号前面不加“第”字';
  if (digits === '') return '没有顺序号';
  if (digits.startsWith('0')) return '的顺序号不编虚位，1不写成01';
  return end === '号' ? undefined : '要以“号”字结尾';
}
