import { extname } from 'node:path';
import { jsonText } from '../../diagnostics/json-text.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import type { BatchSummary } from './batch-summary.ts';
import { formatHtml } from './html.ts';
import { formatMarkdown } from './markdown.ts';

type Form = 'json' | 'md' | 'html';

/** A summary as text, by the ending of its file. */
export const SUMMARY_FORMS: Readonly<Record<Form, (summary: BatchSummary) => string>> = {
  json: (summary) => jsonText(summary),
  md: formatMarkdown,
  html: formatHtml,
};

/** The form that a file's ending asks for. UserError for any other. */
export function summaryForm(file: string): Form {
  const form = FORM_ENDINGS[extname(file).toLowerCase()];
  if (form !== undefined) return form;
  throw new UserError(`--summary 不能写成 ${file}。`, '文件名请以 .json、.md 或 .html 结尾。');
}

const FORM_ENDINGS: Readonly<Record<string, Form>> = {
  '.json': 'json',
  '.md': 'md',
  '.markdown': 'md',
  '.html': 'html',
  '.htm': 'html',
};
