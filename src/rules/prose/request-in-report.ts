import { isReport } from '../../prose/document-kind.ts';
import { matchesIn } from '../../prose/matches.ts';
import { anchorIn } from '../../prose/place.ts';
import { wholeText } from '../../prose/whole-text.ts';
import type { ProseRule } from '../rule.ts';

/** What asks for a decision is a request of its own. */
export const requestInReport: ProseRule = {
  id: 'request-in-report',
  stage: 'prose',
  severity: 'warning',
  docs: {
    title: '报告里夹带请示',
    why: '报告不需要上级答复，请示要答复；报告里写“妥否，请批示”，事项会没有人办，也不合行文规则。',
    fix: '请示的事项另写一份请示；报告的结尾用“特此报告”“请审阅”。',
    basis: {
      source: '《党政机关公文处理工作条例》（中办发〔2012〕14号）',
      clause: '第十五条第四项',
      rank: '规定',
    },
  },
  examples: [
    { input: '关于整改情况的报告\n全镇整改完成。以上报告妥否，请批示。', reports: ['妥否，请批示'] },
    { input: '关于整改情况的报告\n经费缺口较大，恳请县委拨付专项资金30万元。', reports: ['恳请县委拨付'] },
    { input: '关于整改情况的报告\n按程序报请批准，及时申请拨付资金。以上报告，请审阅。', reports: [] },
    { input: '关于拨付资金的请示\n妥否，请批示。', reports: [] },
  ],
  check({ prose, passages }, report) {
    const text = wholeText(prose);
    if (!SAID.some((word) => text.says(word)) || !isReport(passages)) return;
    for (const passage of passages) {
      if (!passage.text.includes('请')) continue;
      for (const { index, 0: request } of matchesIn(passage.text, REQUEST)) {
        report({
          at: anchorIn(passage, index, index + request.length),
          message: `报告里夹带了请示：“${request}”`,
          hint: '请示的事项另写请示；报告的结尾写“特此报告”或者“请审阅”。',
        });
      }
    }
  },
};

/** One of these is in every match. */
const SAID = ['妥否', '当否', '可否', '请示', '请批', '请审', '请予', '恳请', '特请'];
const REQUEST =
  /(?:妥否|当否|可否|是否妥当|如无不妥)[，,]?(?:恳|敬)?请(?:予以?)?(?:批示|批复|审批|指示|核准|批准|审定)|(?:特此|专此)请示(?=[。，]|$)|(?<![报申提呈上聘邀])请予以?(?:批准|批复|审批|核批|拨付|解决)|(?:恳请|特请)[^，。；、]{0,12}?(?:批准|批复|审批|拨付|拨款|划拨|核拨|追加)/g;
