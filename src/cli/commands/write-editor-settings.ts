import { join } from 'node:path';
import { printable } from '../../diagnostics/printable.ts';
import { createFile } from '../../disk/create-file.ts';
import { quotableText } from '../../disk/read-outside.ts';
import { printNotice } from '../terminal/streams.ts';

/** The schema beside a facts file, which the editor's line in it names. */
export const SCHEMA_NAME = 'report.schema.json';

/**
 * Makes what VS Code needs to help with the facts files of a folder, and says so, a line each. A file that is there is somebody's own: it stays as it
 * is, and what belongs into it is told.
 */
export function writeEditorSettings(folder: string): string[] {
  return [EXTENSIONS, SETTINGS].flatMap(({ name, text, about }) => {
    const path = join(folder, '.vscode', name);
    if (createFile(path, text)) return [`已写好 ${printable(path)}（${about}）`];
    if (quotableText(path) === text) return [];
    printNotice(`${printable(path)} 已经存在，没有改动它。里面应当有：\n${text}`);
    return [];
  });
}

interface EditorFile {
  readonly name: string;
  /** JSON, with comments as VS Code takes them. */
  readonly text: string;
  readonly about: string;
}

const EXTENSIONS: EditorFile = {
  name: 'extensions.json',
  about: 'VS Code 打开这个文件夹时，推荐安装 YAML 和中文两个扩展',
  text: `{
  "recommendations": ["redhat.vscode-yaml", "ms-ceintl.vscode-language-pack-zh-hans"]
}
`,
};

const SETTINGS: EditorFile = {
  name: 'settings.json',
  about: '事实文件的提示、查错和中文的设置',
  text: `{
  // 事实文件按这份说明提示和查错；设置文件和模板不算。
  "yaml.schemas": {
    "./${SCHEMA_NAME}": ["*.yaml", "*.yml", "!report.config.yaml", "!template.yaml"]
  },
  // 不到网上去找别的说明，也不上报使用情况。
  "yaml.schemaStore.enable": false,
  "yaml.kubernetesCRDStore.enable": false,
  "redhat.telemetry.enabled": false,
  // 自动排版会重新折行，不用。
  "yaml.format.enable": false,
  "[yaml]": {
    "editor.insertSpaces": true,
    "editor.tabSize": 2,
    "editor.formatOnSave": false,
    "editor.wordWrap": "on",
    "editor.quickSuggestions": { "other": true, "comments": false, "strings": true },
    // 不把中文标点标成可疑的字符。
    "editor.unicodeHighlight.ambiguousCharacters": false
  },
  "files.encoding": "utf8"
}
`,
};
