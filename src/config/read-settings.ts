import { LineCounter, type Node, parseDocument } from 'yaml';
import { UserError } from '../diagnostics/user-error.ts';
import { explainSyntaxError } from '../facts/exact/syntax-errors.ts';
import { readShape } from '../facts/read-shape.ts';
import type { Configuration } from './configuration.ts';
import { placeSettings } from './setting-places.ts';
import { CONFIGURATION } from './shape.ts';

/** Reads a configuration's text. UserError that lists everything wrong in it, each with its place. */
export function readSettings(
  text: string,
  file: string,
): Required<Pick<Configuration, 'settings' | 'placeOf'>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
  const problems: string[] = [];
  const complain = (offset: number, message: string) => {
    const { line, col } = lines.linePos(offset);
    problems.push(`${file}:${line}:${col} ${message}`);
  };
  for (const error of document.errors) {
    const { message, hint } = explainSyntaxError(error);
    complain(error.pos[0], `${message}。${hint}`);
  }
  const settings =
    problems.length > 0
      ? undefined
      : readShape(document.contents, CONFIGURATION, (node, message) => complain(nodeStart(node), message));
  if (problems.length > 0) {
    throw new UserError(`配置文件有 ${problems.length} 处问题：`, '', { details: problems });
  }
  return { settings: settings ?? {}, placeOf: placeSettings(document.contents, lines, file) };
}

function nodeStart(node: Node | null | undefined): number {
  return node?.range?.[0] ?? 0;
}
