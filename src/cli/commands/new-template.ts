import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Configuration } from '../../config/configuration.ts';
import { findConfiguration } from '../../config/find-configuration.ts';
import { ownTemplateFolder } from '../../config/for-input.ts';
import { printable } from '../../diagnostics/printable.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { createFile } from '../../disk/create-file.ts';
import { CONTRACTS, readOutsideText } from '../../disk/read-outside.ts';
import { DEFAULT_TEMPLATE } from '../../template/choose-template.ts';
import { BUILT_IN_TEMPLATES } from '../../template/precompiled.ts';
import { findTemplateFolder, isTemplateId } from '../../template/template-sources.ts';
import { EXIT } from '../terminal/exit-code.ts';
import { printResult } from '../terminal/streams.ts';
import { findTemplate } from './find-template.ts';
import { foldersHere } from './list-templates.ts';

/** Copies a template to edit into the folder of own templates. Never overwrites. */
export async function newTemplate(
  id: string,
  { from = DEFAULT_TEMPLATE }: { from?: string },
): Promise<number> {
  const target = newTemplateFolder(id, await findConfiguration('.'));
  const source = await findTemplate(from, await foldersHere());
  const files = [source.file, source.body].map(
    (file) => [join(target, basename(file)), templateText(file)] as const,
  );
  for (const [path, text] of files) createFile(path, text);
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

/** A template.yaml also says what could be set in it. */
function templateText(file: string): string {
  const text = readOutsideText(file, CONTRACTS.template);
  if (!file.endsWith('.yaml') || /^(?:layout|版式):/m.test(text)) return text;
  return `${text.trimEnd()}\n${LAYOUT_NOTE}`;
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
