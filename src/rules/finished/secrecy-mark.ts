import { anchorIn } from '../../prose/place.ts';
import type { FinishedRule } from '../rule.ts';

export const secrecyMark: FinishedRule = {
  id: 'secrecy-mark',
  stage: 'finished',
  severity: 'error',
  docs: {
    title: '标有密级的文件',
    why: '标着“机密★1年”这样的密级，就是国家秘密：不能在没有按保密要求配备的电脑上处理，也不能用本程序核对。',
    fix: '停下来，按保密规定处理；密级是照抄别的文件误写的，删去。',
    basis: {
      source: '《中华人民共和国保守国家秘密法》；《党政机关公文格式》（GB/T 9704-2012）',
      clause: '9704 之 7.2.2',
      rank: '规定',
    },
  },
  examples: [
    { input: '机密★1年\n关于有关情况的报告', reports: ['机密★1年'] },
    { input: '秘密\n关于有关情况的报告', reports: ['秘密'] },
    { input: '绝 密 ★ 长期', reports: ['绝 密 ★ 长期'] },
    { input: '秘密★6个月　　特急', reports: ['秘密★6个月'] },
    { input: '严守国家秘密，涉及机密级文件的按规定管理。', reports: [] },
    { input: '抽查发现1份文件标有“机密★1年”，已按规定移交。', reports: [] },
  ],
  check({ passages }, report) {
    for (const passage of passages) {
      const match = passage.text.length > LONGEST_SECRECY_LINE ? null : SECRECY_MARK.exec(passage.text);
      if (match === null) continue;
      const start = match[0].length - match[0].trimStart().length;
      report({
        at: anchorIn(passage, start, match[0].trimEnd().length),
        message: `这份文件标着密级“${match[0].trim()}”`,
        hint: '停下来，按保密规定处理，不要在本程序里核对；是误写的，删去。',
      });
    }
  },
};

/** A line of its own, as the mark is set; with a star it may have the urgency after it. */
const SECRECY_MARK =
  /^[\s　]*(?:绝|机|秘)[\s　]*密(?:[\s　]*[★☆✩*＊][\s　]*(?:长期|\d{1,2}[\s　]*(?:年|个月|天)|[一二三四五六七八九十]{1,3}(?:年|个月))?(?=$|[\s　])|[\s　]*$)/;
const LONGEST_SECRECY_LINE = 40;
