import { Chalk, type ChalkInstance, supportsColor, supportsColorStderr } from 'chalk';
import { PLAIN_STYLE, type Style } from '../../diagnostics/style.ts';

/** Colours for a stream: only on a terminal that has them, never under NO_COLOR; FORCE_COLOR wins. */
export function styleFor(stream: 'stdout' | 'stderr'): Style {
  const support = stream === 'stdout' ? supportsColor : supportsColorStderr;
  if (support === false || isRefused()) return PLAIN_STYLE;
  return styleOf(new Chalk({ level: support.level }));
}

/** https://no-color.org: any value but the empty one. */
function isRefused(): boolean {
  return (process.env.NO_COLOR ?? '') !== '' && process.env.FORCE_COLOR === undefined;
}

function styleOf(chalk: ChalkInstance): Style {
  return {
    error: chalk.bold.red,
    warning: chalk.bold.yellow,
    note: chalk.cyan,
    strong: chalk.bold,
    quiet: chalk.dim,
    good: chalk.green,
  };
}
