import { makeWord } from '../docx/make-word.ts';

/** What can be set otherwise than the standard does, in the words of rules' examples, and what is right. */
const RIGHT = {
  纸张: '210×297毫米',
  上边距: '37毫米',
  左边距: '28毫米',
  下边距: '35毫米',
  右边距: '26毫米',
  行距: '固定值28.95磅',
  段后: '0磅',
  正文字体: '仿宋_GB2312',
  正文字号: '16磅',
  首行缩进: '2字',
  对齐: '两端对齐',
  正文颜色: '自动',
  段内另有: '仿宋_GB2312',
  段内颜色: '自动',
  标题: '关于干部教育培训情况的报告',
  标题字体: '方正小标宋简体',
  标题字号: '22磅',
  标题对齐: '居中',
  标题加粗: '否',
  主送机关缩进: '0字',
  标题下空: '1行',
  一级标题字体: '黑体',
  二级标题字体: '楷体_GB2312',
  三级标题字体: '仿宋_GB2312',
  标题缩进: '2字',
  附件说明: '附件：1.培训班次情况表|2.培训计划',
  附件说明缩进: '2字',
  附件: '附件1 培训班次情况表|附件2 培训计划',
  附件另面: '是',
  署名: '望山镇党委组织办公室',
  日期: '2025年4月1日',
  署名右空: '2字',
  日期左空: '17.8字',
  日期右空: '',
  署名上空: '1行',
  附注: '',
  页码: '— 1 —',
  页码字号: '14磅',
  页码字体: '宋体',
  双页码: '左',
  单页码: '右',
  奇偶页不同: '是',
  表格宽: '148毫米',
  表格设宽: '',
  表格缩进: '0毫米',
  表格字号: '12磅',
  表格行数: '2行',
  表头行数: '1行',
  重复表头: '0行',
  附件横排: '否',
} as const;

export type Setting = keyof typeof RIGHT;
type Settings = Record<Setting, string>;

/** A report that is right but for what `deviations` says, a line each (`上边距：31毫米`). */
export function makeReport(deviations: string): Buffer {
  const settings: Settings = { ...RIGHT };
  for (const line of deviations.split('\n').filter((each) => each !== '')) {
    const [name = '', value = ''] = line.split(/：(.*)/);
    if (!Object.hasOwn(RIGHT, name)) throw new Error(`no setting: ${name}`);
    settings[name as Setting] = value;
  }
  const isApart = settings.奇偶页不同 === '是';
  return makeWord(body(settings), {
    styles: styles(settings),
    settings: isApart ? '<w:evenAndOddHeaders/>' : '',
    footer: footer(settings, settings.单页码),
    footerEven: footer(settings, settings.双页码),
  });
}

function body(set: Settings): string {
  const opening = [
    styled(set.标题, 'title'),
    ...blank(set.标题下空),
    styled('县委组织部：', 'addressee'),
    styled('一季度共举办培训班3期。现将有关情况报告如下，数据截至2025年3月31日。', 'body'),
    styled('一、培训组织情况', 'heading1'),
    styled('（一）摸清需求', 'heading2'),
    odd('开班之前向各村、各站所发放需求表，按照缺什么补什么的原则确定课程。', '确定课程', set),
    styled('（二）分类施教', 'heading2'),
    styled('1.村干部培训', 'heading3'),
    styled('以村级财务、矛盾调解为重点，请业务骨干授课，每人写出一份观摩体会。', 'body'),
    styled('2.机关干部培训', 'heading3'),
    styled('利用周五下午集中学习，学习情况由党政办公室登记，季度末通报一次。', 'body'),
    styled('二、下一步打算', 'heading1'),
    styled('建立课程库，每半年更新一次；回访结果作为评先评优的参考，由组织委员负责落实。', 'body'),
  ];
  const note = set.附件说明 === '' ? [] : set.附件说明.split('|').map((each, at) => noteLine(each, at, set));
  const attachments = set.附件 === '' ? [] : set.附件.split('|').flatMap((each) => attachment(each, set));
  return [
    ...opening,
    ...(note.length > 0 ? blank('1行') : []),
    ...note,
    ...(set.署名 + set.日期 === '' ? [] : blank(set.署名上空)),
    ...signature(set),
    ...(set.附注 === '' ? [] : [styled(set.附注, 'body')]),
    ...(set.附件横排 === '是' ? [`<w:p><w:pPr><w:pStyle w:val="body"/>${section(set)}</w:pPr></w:p>`] : []),
    ...attachments,
    set.附件横排 === '是' ? turned(section(set)) : section(set),
  ].join('');
}

function noteLine(text: string, at: number, set: Settings): string {
  const left = characters(set.附件说明缩进) + (at === 0 ? 0 : 945);
  return styled(text, 'addressee', `<w:ind w:left="${left}"/>`);
}

function attachment(named: string, set: Settings): string[] {
  const [mark = '', title = ''] = named.split(' ');
  const width = twips(set.表格宽);
  const cell = (text: string) =>
    `<w:tc><w:tcPr><w:tcW w:w="${width / 2}" w:type="dxa"/></w:tcPr>${styled(text, 'cell')}</w:tc>`;
  const [head, repeated] = [count(set.表头行数), count(set.重复表头)];
  const rows = Array.from({ length: count(set.表格行数) }, (_, row) => {
    const over = head > 1 && row < head ? `<w:vMerge w:val="${row === 0 ? 'restart' : 'continue'}"/>` : '';
    const cells = [row === 0 ? '班次' : '村干部培训班', row === 0 ? '人次' : '126'].map(cell);
    const merged = cells.join('').replace('</w:tcPr>', `${over}</w:tcPr>`);
    return `<w:tr><w:trPr>${row < repeated ? '<w:tblHeader/>' : ''}</w:trPr>${merged}</w:tr>`;
  });
  const said = set.表格设宽 === '' ? '' : `<w:tblW w:w="${twips(set.表格设宽)}" w:type="dxa"/>`;
  const properties = `<w:tblPr>${said}<w:tblInd w:w="${twips(set.表格缩进)}" w:type="dxa"/></w:tblPr>`;
  const grid = `<w:tblGrid><w:gridCol w:w="${width / 2}"/><w:gridCol w:w="${width / 2}"/></w:tblGrid>`;
  return [
    styled(mark, 'mark', set.附件另面 === '是' ? '<w:pageBreakBefore/>' : ''),
    ...blank('1行'),
    styled(title, 'title'),
    `<w:tbl>${properties}${grid}${rows.join('')}</w:tbl>`,
    styled('', 'body'),
  ];
}

function signature(set: Settings): string[] {
  const right = (value: string) => `<w:ind w:right="${characters(value)}"/><w:jc w:val="right"/>`;
  const dated = set.日期右空 === '' ? `<w:ind w:left="${characters(set.日期左空)}"/>` : right(set.日期右空);
  return [
    ...(set.署名 === '' ? [] : [styled(set.署名, 'addressee', right(set.署名右空))]),
    ...(set.日期 === '' ? [] : [styled(set.日期, 'addressee', dated)]),
  ];
}

function blank(lines: string): string[] {
  return Array.from({ length: Number.parseInt(lines, 10) }, () => styled('', 'body'));
}

function odd(text: string, words: string, set: Settings): string {
  const [before = '', after = ''] = text.split(words);
  const colour = set.段内颜色 === '自动' ? '' : `<w:color w:val="${set.段内颜色}"/>`;
  const run = (words: string, properties = '') =>
    `<w:r><w:rPr>${properties}</w:rPr><w:t>${words}</w:t></w:r>`;
  const own = `<w:rFonts w:eastAsia="${set.段内另有}"/>${colour}`;
  return `<w:p><w:pPr><w:pStyle w:val="body"/></w:pPr>${run(before)}${run(words, own)}${run(after)}</w:p>`;
}

function styled(text: string, style: string, properties = ''): string {
  const run = text === '' ? '' : `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr>${run}</w:p>`;
}

function section(set: Settings): string {
  const [width = '', height = ''] = set.纸张.split('×');
  return `<w:sectPr><w:footerReference w:type="default" r:id="footer"/><w:footerReference w:type="even" r:id="footerEven"/><w:pgSz w:w="${twips(width)}" w:h="${twips(height)}"/><w:pgMar w:top="${twips(set.上边距)}" w:right="${twips(set.右边距)}" w:bottom="${twips(set.下边距)}" w:left="${twips(set.左边距)}" w:header="1134" w:footer="1436" w:gutter="0"/></w:sectPr>`;
}

function turned(section: string): string {
  return section
    .replace(/w:w="(\d+)" w:h="(\d+)"/, 'w:w="$2" w:h="$1"')
    .replace(
      /w:top="(\d+)" w:right="(\d+)" w:bottom="(\d+)" w:left="(\d+)"/,
      'w:top="$4" w:right="$1" w:bottom="$2" w:left="$3"',
    );
}

function styles(set: Settings): string {
  const indent = `<w:ind w:firstLine="${characters(set.首行缩进)}"/>`;
  const headingIndent = `<w:ind w:firstLine="${characters(set.标题缩进)}"/>`;
  const look = (font: string, size: string, more = '') =>
    `<w:rPr><w:rFonts w:eastAsia="${font}"/>${more}<w:sz w:val="${points(size) * 2}"/></w:rPr>`;
  const bodyColour = set.正文颜色 === '自动' ? '' : `<w:color w:val="${set.正文颜色}"/>`;
  const gap = `<w:spacing w:before="0" w:after="${points(set.段后) * 20}"/>`;
  const style = (id: string, paragraph: string, run: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/><w:basedOn w:val="plain"/><w:pPr>${paragraph}</w:pPr>${run}</w:style>`;
  const line = `<w:spacing ${lineOf(set.行距)}/>`;
  return [
    `<w:style w:type="paragraph" w:default="1" w:styleId="plain"><w:name w:val="Normal"/><w:pPr>${line}</w:pPr><w:rPr><w:rFonts w:eastAsia="仿宋_GB2312"/><w:spacing w:val="-5"/><w:sz w:val="32"/></w:rPr></w:style>`,
    style(
      'title',
      alignment(set.标题对齐),
      look(set.标题字体, set.标题字号, set.标题加粗 === '是' ? '<w:b/>' : ''),
    ),
    style('addressee', `<w:ind w:left="${characters(set.主送机关缩进)}"/>`, ''),
    style('body', gap + indent + alignment(set.对齐), look(set.正文字体, set.正文字号, bodyColour)),
    style('heading1', headingIndent, look(set.一级标题字体, '16磅')),
    style('heading2', headingIndent, look(set.二级标题字体, '16磅')),
    style('heading3', headingIndent, look(set.三级标题字体, '16磅')),
    style('mark', '', look('黑体', '16磅')),
    style('cell', '', look('仿宋_GB2312', set.表格字号)),
  ].join('');
}

function footer(set: Settings, side: string): string {
  const font = `<w:rPr><w:rFonts w:ascii="${set.页码字体}" w:hAnsi="${set.页码字体}" w:eastAsia="${set.页码字体}"/><w:sz w:val="${points(set.页码字号) * 2}"/></w:rPr>`;
  const [before = '', after = ''] = set.页码.split('1');
  const text = (words: string) =>
    words === '' ? '' : `<w:r>${font}<w:t xml:space="preserve">${words}</w:t></w:r>`;
  const place = { 左: 'left', 右: 'right', 中: 'center' }[side] ?? 'left';
  const indent = place === 'center' ? '' : `<w:ind w:${place}="280"/>`;
  if (!set.页码.includes('1')) return '<w:p/>';
  return `<w:p><w:pPr><w:spacing w:line="320" w:lineRule="exact"/>${indent}<w:jc w:val="${place}"/></w:pPr>${text(before)}<w:fldSimple w:instr=" PAGE ">${text('1')}</w:fldSimple>${text(after)}</w:p>`;
}

function lineOf(said: string): string {
  if (said.endsWith('倍')) return `w:line="${Number.parseFloat(said) * 240}" w:lineRule="auto"`;
  return `w:line="${Math.round(points(said.replace('固定值', '')) * 20)}" w:lineRule="exact"`;
}

function alignment(said: string): string {
  const value = { 居中: 'center', 居右: 'right', 居左: 'left', 两端对齐: 'both' }[said] ?? 'both';
  return `<w:jc w:val="${value}"/>`;
}

function twips(millimetres: string): number {
  return Math.round((Number.parseFloat(millimetres) * 1440) / 25.4);
}

function count(said: string): number {
  return Number.parseInt(said, 10);
}

function points(said: string): number {
  return Number.parseFloat(said);
}

function characters(said: string): number {
  return Math.round(Number.parseFloat(said) * 320);
}
