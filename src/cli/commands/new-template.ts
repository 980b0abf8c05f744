import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Configuration } from '../../config/configuration.ts';
import { findConfiguration } from '../../config/find-configuration.ts';
import { ownTemplateFolder } from '../../config/for-input.ts';
import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { printable } from '../../diagnostics/printable.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { createFile } from '../../disk/create-file.ts';
import { CONTRACTS, readOutsideText } from '../../disk/read-outside.ts';
import { DEFAULT_TEMPLATE } from '../../template/choose-template.ts';
import { BUILT_IN_TEMPLATES } from '../../template/precompiled.ts';
import { readStationery } from '../../template/read-stationery.ts';
import type { TemplateInfo } from '../../template/template.ts';
import { findTemplateFolder, isTemplateId } from '../../template/template-sources.ts';
import { EXIT } from '../terminal/exit-code.ts';
import type { FindingsOptions } from '../terminal/findings-options.ts';
import { showFindings } from '../terminal/show-findings.ts';
import { sourceTexts } from '../terminal/source-texts.ts';
import { printNotice, printResult } from '../terminal/streams.ts';
import { findTemplate } from './find-template.ts';
import { foldersHere } from './list-templates.ts';

/** The options as the command line has them. */
export interface NewFlags {
  readonly from?: string;
  /** The office's own .docx that reports are to be set into. */
  readonly stationery?: string;
}

/** Copies a template to edit into the folder of own templates, with a stationery beside it where one is given. Never overwrites. */
export async function newTemplate(
  id: string,
  { from = DEFAULT_TEMPLATE, stationery }: NewFlags,
): Promise<number> {
  const target = newTemplateFolder(id, await findConfiguration('.'));
  const source = await findTemplate(from, await foldersHere());
  const judged = stationery === undefined ? undefined : await judgeGiven(stationery, source.layout);
  if (judged !== undefined && hasErrors(judged.diagnostics)) {
    await showFindings({ diagnostics: judged.diagnostics, files: 1, ...sourceTexts([]) }, TEXT);
    printNotice(`没有新建模板：先在 Word 里改好 ${printable(judged.file)}。\n`);
    return EXIT.findings;
  }
  const files: (readonly [path: string, content: string | Uint8Array])[] = [source.file, source.body].map(
    (file) => [join(target, basename(file)), templateText(file, judged?.file)] as const,
  );
  if (judged !== undefined) files.push([join(target, basename(judged.file)), judged.bytes]);
  else if (source.stationery !== undefined)
    files.push([join(target, basename(source.stationery)), readStationery(source.stationery)]);
  for (const [path, content] of files) createFile(path, content);
  if (judged !== undefined && judged.diagnostics.length > 0)
    await showFindings({ diagnostics: judged.diagnostics, files: 1, ...sourceTexts([]) }, TEXT);
  const isOverriding = findTemplateFolder(id, [BUILT_IN_TEMPLATES]) !== undefined;
  printResult(
    [
      ...files.map(([path]) => `已写好 ${printable(path)}`),
      ...(isOverriding ? [`编号与自带的模板相同，以后 ${id} 用的是这一个。`] : []),
      `改好以后：report templates check ${printable(target)} 检查，report templates show ${id} --sample 看样稿。`,
      '',
    ].join('\n'),
  );
  return EXIT.done;
}

/** Where a new template of an id goes. UserError where the id is none, or taken. */
export function newTemplateFolder(id: string, configuration: Configuration): string {
  if (!isTemplateId(id) || RESERVED_FOLDERS.includes(id)) {
    throw new UserError(
      `“${id}”不能作模板的编号。`,
      '编号用汉字、字母、数字、下划线或连字符，例如 county-review。',
    );
  }
  const target = join(ownTemplateFolder(configuration, '.'), id);
  if (existsSync(target)) {
    throw new UserError(`${target} 已经存在，没有改动它。`, '请换一个编号，或者直接改那里的文件。');
  }
  return target;
}

/** Folders of their own among the templates. */
const RESERVED_FOLDERS: readonly string[] = ['partials', 'tables'];

const TEXT: FindingsOptions = { format: 'text' };

/** The stationery's bytes, and what is wrong with it. UserError for what is no .docx by its name, or cannot be read. */
async function judgeGiven(file: string, layout: TemplateInfo['layout']) {
  if (!/[^/\\]\.docx$/i.test(file)) {
    const hint = /\.(?:doc|wps|dotx?|docm)$/i.test(file)
      ? '在 Word 或 WPS 里打开它，另存为 .docx。'
      : '底稿是本单位带版头的 Word 文件，里面单独一段写 {{正文}}。';
    throw new UserError(`${file} 不是 .docx，不能作底稿。`, hint);
  }
  const { checkStationery } = await import('../../use/build-in-stationery.ts');
  return { file, bytes: readStationery(file), diagnostics: checkStationery(file, layout) };
}

/** A template.yaml also says what could be set in it, and the name of its stationery. */
function templateText(file: string, stationery: string | undefined): string {
  const text = readOutsideText(file, CONTRACTS.template);
  if (!file.endsWith('.yaml')) return text;
  const own = stationery === undefined ? text : withStationery(text, basename(stationery));
  return /^(?:layout|版式):/m.test(own) ? own : `${own.trimEnd()}\n${LAYOUT_NOTE}`;
}

function withStationery(text: string, name: string): string {
  const rest = text.replace(/^(?:stationery|底稿):.*\n?/m, '').trimEnd();
  return `${rest}\nstationery: ${JSON.stringify(name)}\n`;
}

const LAYOUT_NOTE = `# 版式：不写就照国家标准；与标准不同的，report templates check 会列出来
# layout:
#   boldLevel3: 否         # 三级标题加粗
#   level2: 接排           # 二级标题：接排 或 单独成段；不写就照模板里的写法
#   seal: 否               # 盖章：署名居中排在日期上方
#   pageNumberFrom: 1      # 页码从第 1 页还是第 2 页排起
#   pageNumber: { text: — 1 —, place: 外侧 }  # 页码的写法和位置：外侧、居中、居右、居左；text: 无 是不排页码
#   margins: { top: 37, left: 28, bottom: 35, right: 26 }  # 毫米
#   lineSpacing: 28.95磅   # 也可以写 1.5倍
#   sizes:
#     body: 三号           # 另有 title、heading1～heading4、pageNumber
#   fonts:
#     body: 仿宋           # 正文；另有 title、heading1、heading2、pageNumber、latin
`;
