import { decodeText } from '../read-finished-text.ts';

/** What a file is that cannot be read as a report. */
export type UnreadableKind =
  | 'encrypted'
  | 'old-word'
  | 'pdf'
  | 'rtf'
  | 'broken'
  | 'not-word'
  | 'web-page'
  | 'word-xml'
  | 'plain-text'
  | 'not-text'
  | 'no-text';

/** What each is told its owner. */
export const UNREADABLE: Readonly<
  Record<UnreadableKind, { readonly message: string; readonly hint: string }>
> = {
  encrypted: {
    message: '文档设置了打开密码，读不出内容',
    hint: '用 Word 或 WPS 打开，取消密码后另存为 .docx，再检查。',
  },
  'old-word': {
    message: '这是旧版的 .doc 或 .wps 文件，只能检查 .docx 和 .txt',
    hint: '用 Word 或 WPS 打开，另存为 .docx，再检查。',
  },
  pdf: {
    message: '这是 PDF 文件，只能检查 .docx 和 .txt',
    hint: '请检查生成这份 PDF 的 Word 文档。',
  },
  rtf: {
    message: '这是 RTF 文件，只能检查 .docx 和 .txt',
    hint: '用 Word 或 WPS 打开，另存为 .docx，再检查。',
  },
  broken: {
    message: '文档已经损坏，打不开',
    hint: '可能没有下载完整，请重新获取；或者用 Word 的“打开并修复”另存一份。',
  },
  'not-word': {
    message: '这不是 Word 文档：压缩包里没有正文',
    hint: '核对文件名，要检查的是 .docx 或 .txt。',
  },
  'web-page': {
    message: '这其实是网页文件，只是改成了 Word 文档的名字',
    hint: '用 Word 打开，另存为 .docx，再检查。',
  },
  'word-xml': {
    message: '这其实是 XML 文件，只是改成了 Word 文档的名字',
    hint: '用 Word 打开，另存为 .docx，再检查。',
  },
  'plain-text': {
    message: '这其实是纯文本文件，只是改成了 Word 文档的名字',
    hint: '把文件名改成 .txt，或者用 Word 打开，另存为 .docx，再检查。',
  },
  'not-text': {
    message: '读不出文字：既不是 UTF-8 也不是 GB18030 编码的文本',
    hint: '用记事本打开，另存为 UTF-8 编码，再检查。',
  },
  'no-text': {
    message: '文档里没有文字',
    hint: '可能是扫描件或空白文档；请检查有文字的文档。',
  },
};

/** Tells by its first bytes what a file is; a name alone proves nothing. */
export function kindOfBytes(file: string, bytes: Uint8Array): 'zip' | 'text' | UnreadableKind {
  if (startsWith(bytes, [0x50, 0x4b])) return 'zip';
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return isEncrypted(bytes) ? 'encrypted' : 'old-word';
  if (startsWith(bytes, [...'%PDF'].map(codeOf))) return 'pdf';
  if (startsWith(bytes, [...'{\\rtf'].map(codeOf))) return 'rtf';
  return /\.(?:doc|dot)[xm]?$|\.wp[st]$/i.test(file) ? kindOfText(bytes) : 'text';
}

/** What a file holds that has the name of a Word file: many systems write pages and give them such names. */
function kindOfText(bytes: Uint8Array): UnreadableKind {
  const start = Buffer.from(bytes.subarray(0, 1000))
    .toString('latin1')
    .replace(/\0/g, '')
    .replace(/^[\xef\xbb\xbf\xff\xfe\s]+/, '');
  if (/^(?:<!doctype html|<html|<head|<body|<meta|mime-version:|from:.{0,200}\n)/is.test(start))
    return 'web-page';
  if (start.startsWith('<?xml')) return /<html/i.test(start) ? 'web-page' : 'word-xml';
  const text = decodeText(bytes);
  return text === undefined || text.trim() === '' || text.includes('\0') ? 'broken' : 'plain-text';
}

/** An encrypted .docx is a compound file with a stream of this name, in UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    'EncryptedPackage',
    0,
    'utf16le',
  );
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function codeOf(character: string): number {
  return character.charCodeAt(0);
}
