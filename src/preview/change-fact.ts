import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { encodeLike } from '../document/encode-like.ts';
import { decodeFacts } from '../facts/decode-text.ts';
import { editFactsText } from '../facts/edit/edit-facts-text.ts';
import type { Scalar } from '../facts/field.ts';
import { readScalar } from '../facts/read-scalar.ts';
import { Refusal } from '../facts/refusal.ts';
import type { Source } from '../facts/source.ts';
import { type CheckOptions, checkReport } from '../use/build.ts';
import { describeField, notedField } from './field-note.ts';
import type { ChangeOrder, ChangeReply } from './messages.ts';
import { isGapFinding } from './unit-state.ts';

/** A file as it is to be written, or why nothing is to be written. */
export type Changed =
  | { readonly status: 'made'; readonly label: string; readonly bytes: Uint8Array }
  | Extract<ChangeReply, { status: 'refused' | 'doubtful' }>;

/**
 * Gives a fact another value in the file's own text, where it can be one: read by its kind first, then the whole file is read and judged again.
 * Errors that were not there before make it doubtful, unless whoever asks is sure.
 */
export async function changeFact(
  source: Source,
  options: CheckOptions,
  order: ChangeOrder,
): Promise<Changed> {
  const { path, isSure } = order;
  const field = describeField(path);
  const value = order.value.replace(/\r\n?/g, '\n').trim();
  const refusal = refuseValue(path, value);
  if (field === undefined || refusal !== undefined) return refusal ?? refused('这里不能改', LOCKED);
  const { text: before, slips } = decodeFacts(source.bytes);
  const { text: after, refused: left } = editFactsText(before, [{ kind: 'set', path, value }]);
  if (slips.length > 0 || left.length > 0) return refused(`没能把“${field.label}”改进文件里`, LOCKED);
  const bytes = encodeLike(after, { text: before, bytes: source.bytes });
  if (bytes === undefined) return NOT_ENCODED;
  const found = await errorsOfChange(source, { file: source.file, bytes }, options);
  const [unread] = found.unread;
  if (unread !== undefined) return refused(unread.message, unread.hint);
  if (found.judged.length > 0 && !isSure) return doubtful(found.judged);
  return { status: 'made', label: field.label, bytes };
}

export const NOT_ENCODED = {
  status: 'refused',
  message: '文件的编码存不下这些字',
  hint: '在记事本里“另存为”，编码选 UTF-8，再试一次。',
} as const satisfies Changed;

const LOCKED = '请在编辑器里打开这个文件，直接改。';

function refuseValue(path: string, value: string): Changed | undefined {
  const { field, kind } = notedField(path) ?? {};
  if (field === undefined || kind === undefined) return undefined;
  if (value === '') return refused('不能为空', '还不知道的写“待补”；不打算写的，在文件里删去这一项。');
  const read = readScalar({ ...field, kind } as Scalar, value);
  return read instanceof Refusal ? refused(read.what, read.hint) : undefined;
}

function refused(message: string, hint: string): Changed {
  return { status: 'refused', message, hint };
}

function doubtful(errors: readonly Diagnostic[]): Changed {
  return { status: 'doubtful', findings: errors.map(({ message, hint }) => ({ message, hint })) };
}

/** The errors that a file has and did not have before: such as keep it from being read, and such as only contradict. */
async function errorsOfChange(before: Source, after: Source, options: CheckOptions) {
  const [old, now] = [await checkReport(before, options), await checkReport(after, options)];
  const known = new Set(old.diagnostics.map(errorKey));
  const added = now.diagnostics.filter(
    (diagnostic) =>
      diagnostic.severity === 'error' && !isGapFinding(diagnostic) && !known.has(errorKey(diagnostic)),
  );
  return {
    unread: added.filter(({ rule }) => UNREAD.has(rule) || now.value === undefined),
    judged: added.filter(({ rule }) => !UNREAD.has(rule)),
  };
}

/** What an error is apart from its figures, which change with each step of a correction. */
function errorKey({ rule, path }: Diagnostic): string {
  return `${rule} ${path}`;
}

/** Rules whose errors no file may get from here. */
const UNREAD: ReadonlySet<string> = new Set([
  'yaml-syntax',
  'text-encoding',
  'schema',
  'lossy-value',
  'illegal-character',
  'unknown-reference',
]);
