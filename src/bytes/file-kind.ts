import { isUtf8 } from 'node:buffer';
import { END_RECORD } from './archive-mark.ts';
import { decodeBytes, encodingOf, wideEncodingOf } from './encoding.ts';

/** What a file is, by its bytes; a name proves nothing. `text` is every text that is of no kind of its own, `binary` whatever else. */
export type FileKind =
  | 'text'
  | 'word'
  | 'excel'
  | 'powerpoint'
  | 'old-word'
  | 'old-excel'
  | 'old-powerpoint'
  | 'encrypted'
  | 'opendocument'
  | 'ofd'
  | 'pdf'
  | 'rtf'
  | 'html'
  | 'mht'
  | 'word-xml'
  | 'xml'
  | 'picture'
  | 'archive'
  | 'broken-archive'
  | 'binary';

const FILE_KIND_NAMES: Readonly<Record<Exclude<FileKind, 'text'>, string>> = {
  word: 'Word 文档（.docx）',
  excel: 'Excel 工作簿（.xlsx）',
  powerpoint: 'PowerPoint 演示文稿（.pptx）',
  'old-word': '旧版的 Word 文档（.doc 或 .wps）',
  'old-excel': '旧版的电子表格（.xls 或 .et）',
  'old-powerpoint': '旧版的演示文稿（.ppt 或 .dps）',
  encrypted: '设置了打开密码的 Office 文件',
  opendocument: 'OpenDocument 文件（.odt、.ods）',
  ofd: 'OFD 版式文件',
  pdf: 'PDF 文件',
  rtf: 'RTF 文件',
  html: '网页文件（HTML）',
  mht: '单个文件网页（MHT）',
  'word-xml': 'XML 格式的 Word 文档',
  xml: 'XML 文件',
  picture: '图片',
  archive: '压缩包',
  'broken-archive': '损坏的 Office 文件或压缩包',
  binary: '二进制文件',
};

/** Tells what a file is. Looks at its first bytes, for an archive at the names in it, for a compound file at its directory. */
export function fileKindOf(bytes: Uint8Array): FileKind {
  if (bytesStartWith(bytes, 'PK')) return kindOfZip(bytes);
  if (bytesStartWith(bytes, '\xd0\xcf\x11\xe0')) return kindOfCompound(bytes);
  const known = SIGNATURES.find(({ start }) => bytesStartWith(bytes, start));
  if (known !== undefined) return known.kind;
  return kindOfMarkup(bytes) ?? (isTextBytes(bytes) ? 'text' : 'binary');
}

/** A kind as people call it, ready to follow 是. */
export function nameOfKind(kind: Exclude<FileKind, 'text'>): string {
  const name = FILE_KIND_NAMES[kind];
  return /^[A-Z]/.test(name) ? ` ${name}` : name;
}

/** Whether an editor shows a file of this kind as people wrote it. */
export function isTextual(kind: FileKind): boolean {
  return ['text', 'html', 'mht', 'word-xml', 'xml'].includes(kind);
}

const SIGNATURES: readonly { readonly start: string; readonly kind: FileKind }[] = [
  { start: '%PDF', kind: 'pdf' },
  { start: '{\\rtf', kind: 'rtf' },
  { start: '\x89PNG', kind: 'picture' },
  { start: '\xff\xd8\xff', kind: 'picture' },
  { start: 'GIF8', kind: 'picture' },
  { start: 'II*\0', kind: 'picture' },
  { start: 'MM\0*', kind: 'picture' },
  { start: 'RIFF', kind: 'picture' },
  { start: '7z\xbc\xaf\x27\x1c', kind: 'archive' },
  { start: 'Rar!', kind: 'archive' },
  { start: '\x1f\x8b', kind: 'archive' },
];

function bytesStartWith(bytes: Uint8Array, start: string): boolean {
  for (let at = 0; at < start.length; at++) if (bytes[at] !== start.charCodeAt(at)) return false;
  return true;
}

/** By the names of its parts, which stand uncompressed before each part and in the directory at the end. */
function kindOfZip(bytes: Uint8Array): FileKind {
  const names = asBuffer(directoryOf(bytes) ?? bytes);
  // Some programs write names as Windows does.
  const has = (name: string) =>
    [name, name.replace('/', '\\')].some((each) => names.includes(each, 0, 'latin1'));
  if (has('word/document')) return 'word';
  if (has('xl/workbook')) return 'excel';
  if (has('ppt/presentation')) return 'powerpoint';
  if (has('[Content_Types].xml') || has('_rels/.rels')) return 'word';
  if (has('OFD.xml')) return 'ofd';
  if (asBuffer(bytes).toString('latin1', 30, 38) === 'mimetype') return 'opendocument';
  return directoryOf(bytes) === undefined ? 'broken-archive' : 'archive';
}

/** An archive's directory; undefined where its end is missing, as in a file that was not downloaded whole. */
function directoryOf(bytes: Uint8Array): Uint8Array | undefined {
  const buffer = asBuffer(bytes);
  const end = buffer.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end === -1 || end + END_RECORD > bytes.length) return undefined;
  const start = end - buffer.readUInt32LE(end + 12);
  return start < 0 ? bytes : bytes.subarray(start, end);
}

/** By the names of its streams, which are UTF-16. WPS writes the same kinds under endings of its own. */
function kindOfCompound(bytes: Uint8Array): FileKind {
  const buffer = asBuffer(bytes);
  const has = (name: string) => buffer.includes(name, 0, 'utf16le');
  if (has('EncryptedPackage')) return 'encrypted';
  if (has('PowerPoint Document')) return 'old-powerpoint';
  if (has('WordDocument')) return 'old-word';
  return has('Workbook') || has('Book') ? 'old-excel' : 'old-word';
}

/** As much of a file as tells what kind of text it is. */
const TELLING_BYTES = 4096;

/** What programs export under other names: a web page, a mail archive of one, Word's own XML. */
function kindOfMarkup(bytes: Uint8Array): FileKind | undefined {
  const start = bytes.subarray(0, TELLING_BYTES);
  const head = (
    wideEncodingOf(start) === undefined
      ? asBuffer(start).toString('latin1')
      : decodeBytes(start, encodingOf(start))
  )
    .replace(/^(?:\ufeff|\xef\xbb\xbf)/, '')
    .trimStart();
  if (/^MIME-Version:/im.test(head) && /^Content-(?:Type|Transfer-Encoding):/im.test(head)) return 'mht';
  if (/^<(?:!doctype\s+html|html|head|body|meta|table|div|style)\b/i.test(head)) return 'html';
  if (/^<!--/.test(head) && /<html\b/i.test(head)) return 'html';
  if (!head.startsWith('<?xml')) return undefined;
  if (/progid="Word\.Document"|<\w+:wordDocument\b|<pkg:package\b/.test(head)) return 'word-xml';
  return /<html\b/i.test(head) ? 'html' : 'xml';
}

/** Text has no zero bytes unless it is UTF-16, or somebody put one into UTF-8. */
function isTextBytes(bytes: Uint8Array): boolean {
  return wideEncodingOf(bytes) !== undefined || bytes.indexOf(0) === -1 || isUtf8(bytes);
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
