import { readFinished } from '../../src/document/read-finished.ts';
import { judgeFinished } from '../../src/judge/judge-finished.ts';
import { SETTINGS } from '../rules/read-example.ts';

/** What the layout rules say of a Word file, as `rule message`, and its sheet. */
export async function judged(bytes: Uint8Array) {
  const { value, diagnostics } = readFinished('a.docx', bytes);
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const { findings, sheet } = await judgeFinished(value, SETTINGS, { hasLayout: true });
  const layout = findings.filter(({ rule }) => rule.startsWith('layout-'));
  return { findings, layout, sheet, document: value };
}
