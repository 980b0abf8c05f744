/** Says of a file that is not ours what it is, as far as its bytes tell at a glance: a clause whose subject is the file. */
export function describeOthers(bytes: Uint8Array): string {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length === 0) return '是空文件，不是本程序生成的';
  const start = file.toString('latin1', 0, 5);
  if (start.startsWith(COMPOUND)) {
    return file.includes('EncryptedPackage', 0, 'utf16le')
      ? '设了打开密码，不是本程序生成的样子'
      : '是旧版的 .doc、.wps 或 .xls 文件，不是本程序生成的';
  }
  if (start === '{\\rtf') return '是 RTF 文件，不是本程序生成的';
  if (start.startsWith('%PDF')) return '是 PDF 文件，在生成以后被人改过，或者不是本程序生成的';
  // A report that was only saved again says what it said, but can no longer be told from an edited one once its facts have changed.
  return file.includes('word/document', 0, 'latin1')
    ? '在生成以后被人改过，或者重新保存过、而内容后来有变，或者不是本程序生成的'
    : '在生成以后被人改过，或者不是本程序生成的';
}

/** How a compound file begins, [MS-CFB] 2.2: what old Office wrote, and what it wraps an encrypted .docx in. */
const COMPOUND = '\xd0\xcf\x11\xe0';
