import { reportDeviations } from '../report-deviations.ts';
import type { LayoutRule } from '../rule.ts';

export const layoutBody: LayoutRule = {
  id: 'layout-body',
  stage: 'layout',
  severity: 'warning',
  docs: {
    title: '正文和主送机关',
    why: '正文用三号仿宋，首行缩进2字；主送机关顶格。仿宋和仿宋_GB2312都算对，按实际显示的格式判断，不管写在样式里还是直接设的。',
    fix: '选中正文，设为三号仿宋、首行缩进2字符；最好改样式，一次改全文。',
    basis: { source: '《党政机关公文格式》（GB/T 9704-2012）', clause: '5.2.2、7.3.2、7.3.3', rank: '规定' },
  },
  examples: [
    { input: '正文字号：15磅', reports: ['正文字号不对：现为小三（15磅）'] },
    { input: '正文字体：微软雅黑', reports: ['正文字体不对：现为微软雅黑，应为仿宋'] },
    { input: '正文字体：宋体\n段内另有：宋体', reports: ['正文字体不对：现为宋体'] },
    { input: '首行缩进：3字', reports: ['正文缩进不对：现为首行缩进3字'] },
    { input: '首行缩进：0字', reports: ['正文缩进不对：现为首行缩进0字'] },
    { input: '对齐：居中', reports: ['正文缩进不对：现为居中'] },
    {
      input: '主送机关缩进：2字\n附件说明：\n附件：\n署名：\n日期：',
      reports: ['主送机关的位置不对：现为没有顶格'],
    },
    { input: '标题下空：0行', reports: ['标题与主送机关之间空得不对：现为没有空行'] },
    { input: '正文字体：仿宋\n段内另有：FangSong', reports: [] },
    { input: '正文字体：方正仿宋_GBK', reports: [] },
  ],
  check(subject, report) {
    reportDeviations('layout-body', subject, report);
  },
};
