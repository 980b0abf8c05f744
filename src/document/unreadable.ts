import { type FileKind, nameOfKind } from '../bytes/file-kind.ts';

/** What a file is that cannot be read as a report: another kind of file, or what is wrong with one of the right kind. */
export type UnreadableKind =
  | Exclude<FileKind, 'text' | 'word'>
  | 'plain-text'
  | 'empty'
  | 'broken'
  | 'not-word'
  | 'too-large'
  | 'unknown-encoding'
  | 'big5'
  | 'no-text';

interface Advice {
  readonly message: string;
  readonly hint: string;
}

/** What the owner of such a file is told. `ending` is the one that its name has, if that promises something else. */
export function adviceFor(kind: UnreadableKind, ending: string | undefined): Advice {
  const advice = ADVICE[kind as keyof typeof ADVICE];
  if (advice !== undefined) return advice;
  const is = nameOfKind(kind as Parameters<typeof nameOfKind>[0]);
  return {
    message:
      ending === undefined ? `这是${is}，只能检查 .docx 和 .txt` : `文件名以 ${ending} 结尾，其实是${is}`,
    hint: HINTS[kind as keyof typeof HINTS] ?? '请核对是不是拿错了文件；要检查的是 .docx 或 .txt。',
  };
}

const SAVE_AS_DOCX = '用 Word 或 WPS 打开，另存为 .docx，再检查。';

/** What to do with the kinds that a report may hide in. */
const HINTS: Partial<Record<UnreadableKind, string>> = {
  encrypted: '用 Word 或 WPS 打开，取消密码后另存为 .docx，再检查。',
  'old-word': SAVE_AS_DOCX,
  opendocument: SAVE_AS_DOCX,
  rtf: SAVE_AS_DOCX,
  html: SAVE_AS_DOCX,
  mht: SAVE_AS_DOCX,
  'word-xml': SAVE_AS_DOCX,
  pdf: '请检查生成这份 PDF 的 Word 文档。',
  ofd: '请检查生成这份 OFD 的 Word 文档。',
  picture: '图片里的文字读不出来；请检查排印它的 Word 文档。',
  archive: '请先解压，再检查里面的 .docx。',
  'broken-archive': '可能没有下载完整，请重新获取；或者用 Word 的“打开并修复”另存一份。',
};

const ADVICE = {
  'plain-text': {
    message: '这其实是纯文本，只是改成了 Word 文档的名字',
    hint: '把扩展名改为 .txt 再检查；要作为 Word 文档，用 Word 打开后另存为 .docx。',
  },
  empty: { message: '文件是空的，一个字节也没有', hint: '可能没有保存或下载完整，请重新获取。' },
  broken: {
    message: '文档已经损坏，打不开',
    hint: '可能没有下载完整，请重新获取；或者用 Word 的“打开并修复”另存一份。',
  },
  'not-word': {
    message: '这不是 Word 文档：压缩包里没有正文',
    hint: '核对文件名，要检查的是 .docx 或 .txt。',
  },
  'too-large': {
    message: '文档太大，超过了能检查的限度',
    hint: '能检查的文件不超过 128 MB；请核对是不是选错了文件。',
  },
  'unknown-encoding': {
    message: '读不出文字：编码不是 UTF-8、UTF-16 或 GB18030',
    hint: '用记事本打开，另存为 UTF-8 编码，再检查。',
  },
  big5: {
    message: '文件的编码像是 Big5（繁体中文），只能读 UTF-8、UTF-16 和 GB18030',
    hint: '用当初写它的程序打开，另存为 UTF-8 编码，再检查。',
  },
  'no-text': {
    message: '文档里没有文字',
    hint: '可能是扫描件或空白文档；请检查有文字的文档。',
  },
} as const satisfies Partial<Record<UnreadableKind, Advice>>;
