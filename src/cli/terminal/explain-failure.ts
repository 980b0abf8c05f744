import { CommanderError } from 'commander';
import { printable } from '../../diagnostics/printable.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { ioError } from '../../disk/io-error.ts';
import { EXIT } from './exit-code.ts';
import { printNotice } from './streams.ts';
import { describeUsageError } from './usage-error.ts';

/** Says in Chinese why the program stopped, and gives the exit status for it. */
export function explainFailure(error: unknown): number {
  if (error instanceof CommanderError) {
    const text = describeUsageError(error);
    if (text !== '') printNotice(text);
    return EXIT.usage;
  }
  if (error instanceof UserError || isSystemError(error)) {
    printUserError(error instanceof UserError ? error : ioError('读写', error.path ?? '文件', error));
    return EXIT.usage;
  }
  printNotice(describeBug(error));
  return EXIT.bug;
}

/** What the system refused outside the places that say so themselves. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}

export function printUserError(error: UserError): void {
  const more = [...error.details, error.hint].filter((line) => line !== '');
  const lines = more.map((line) => `  ${printable(line)}\n`);
  printNotice(`错误：${printable(error.headline)}\n${lines.join('')}`);
}

/** Prints what stops single inputs; what stops several of them alike, a wrong configuration, is said once. */
export function userErrorPrinter(): (error: UserError) => void {
  const said = new Set<string>();
  return (error) => {
    if (!said.has(error.message)) printUserError(error);
    said.add(error.message);
  };
}

/** The stack is for whoever mends it: shown only where REPORT_DEBUG is set. */
function describeBug(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error ? (error.stack ?? message) : message;
  const isDebugging = (process.env.REPORT_DEBUG ?? '') !== '';
  return [
    `程序内部错误：${printable(message)}`,
    '  这是 report 自身的缺陷，不是您的文件有误。请把所用的命令和这段文字告诉维护者。',
    isDebugging ? stack : '  设置环境变量 REPORT_DEBUG=1 再运行一次，可以看到详细的位置。',
    '',
  ].join('\n');
}
