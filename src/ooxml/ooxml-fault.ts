/** Why an Office file, or a part of one, cannot be read. */
export type OoxmlFaultKind =
  | 'not-an-archive'
  | 'damaged-archive'
  | 'damaged-part'
  | 'missing-part'
  | 'encrypted-part'
  | 'unknown-compression'
  | 'too-large'
  | 'too-many-parts'
  | 'wrong-encoding'
  | 'malformed-xml'
  | 'unfinished-xml'
  | 'too-deep'
  | 'too-many-elements';

/** What went wrong and in which part; a value, never thrown. */
export class OoxmlFault {
  readonly kind: OoxmlFaultKind;
  /** The part's name in the archive; empty where the archive itself is meant. */
  readonly part: string;
  /** The limit that was reached, the encoding that was declared: what the message names. */
  readonly detail: string;

  constructor(kind: OoxmlFaultKind, part = '', detail = '') {
    this.kind = kind;
    this.part = part;
    this.detail = detail;
  }
}

/** A sentence for the file's owner, and what she can do. */
export function describeFault({ kind, part, detail }: OoxmlFault): {
  readonly message: string;
  readonly hint: string;
} {
  const where = part === '' ? '' : `（文件内的 ${part}）`;
  const { message, hint } = FAULT_TEXTS[kind];
  return { message: `${message.replace('$', detail)}${where}`, hint };
}

const FETCH_AGAIN = '可能没有下载或拷贝完整，请重新获取；或者用 Word、Excel 或 WPS 的“打开并修复”另存一份。';
const SAVE_AGAIN = '用 Word、Excel 或 WPS 打开，另存一份，再试。';
const WRONG_REPORT_HINT = '请核对是不是选错了文件；确实是这份，就删去其中与报告无关的内容，另存一份。';

const FAULT_TEXTS: Readonly<Record<OoxmlFaultKind, { readonly message: string; readonly hint: string }>> = {
  'not-an-archive': { message: '文档已经损坏，打不开', hint: FETCH_AGAIN },
  'damaged-archive': { message: '文档已经损坏，打不开', hint: FETCH_AGAIN },
  'damaged-part': { message: '文档已经损坏：有一部分内容与校验码不符，或者解不开压缩', hint: FETCH_AGAIN },
  'missing-part': { message: '文档已经损坏：缺少必需的部分', hint: FETCH_AGAIN },
  'encrypted-part': {
    message: '文档设置了打开密码，读不出内容',
    hint: '用 Word 或 WPS 打开，取消密码后另存，再试。',
  },
  'unknown-compression': { message: '文档用了不认识的压缩方式，读不出内容', hint: SAVE_AGAIN },
  'too-large': { message: '文档太大，超过了能读的限度：解压后最多 $', hint: WRONG_REPORT_HINT },
  'too-many-parts': { message: '文档太大，超过了能读的限度：最多含 $ 个部分', hint: WRONG_REPORT_HINT },
  'wrong-encoding': { message: '文档已经损坏：文字与声明的编码 $ 不符', hint: SAVE_AGAIN },
  'malformed-xml': { message: '文档已经损坏：内容的标记有错（$）', hint: SAVE_AGAIN },
  'unfinished-xml': { message: '文档已经损坏：内容到一半就断了，后面的没有读到', hint: FETCH_AGAIN },
  'too-deep': { message: '文档太大，超过了能读的限度：内容最多嵌套 $ 层', hint: WRONG_REPORT_HINT },
  'too-many-elements': { message: '文档太大，超过了能读的限度：最多 $', hint: WRONG_REPORT_HINT },
};
