import { displayWidth } from '../../diagnostics/display-width.ts';
import { jsonText } from '../../diagnostics/json-text.ts';
import { printable } from '../../diagnostics/printable.ts';
import type { Style } from '../../diagnostics/style.ts';
import { VERSION } from '../../version.ts';
import { EXIT } from '../terminal/exit-code.ts';
import { styleFor } from '../terminal/paint.ts';
import { printResult } from '../terminal/streams.ts';
import { type ExaminedItem, examineMachine } from './examine-machine.ts';

/** Tells what the machine has and lacks, on one screen or as JSON; the status is that of trouble only where the program cannot work. */
export function doctor(format: 'text' | 'json'): number {
  const items = examineMachine();
  printResult(
    format === 'json' ? jsonText({ version: 1, program: VERSION, items }) : describeExamined(items),
  );
  return items.some(({ state }) => state === 'bad') ? EXIT.usage : EXIT.done;
}

function describeExamined(items: readonly ExaminedItem[]): string {
  const style = styleFor('stdout');
  const width = Math.max(...items.map(({ name }) => displayWidth(name)));
  const lines = items.map(({ name, state, found, advice }) => {
    const padded = name + ' '.repeat(width - displayWidth(name));
    const line = `${STATE_WORDS[state](style)}  ${padded}  ${printable(found)}\n`;
    return advice === '' ? line : `${line}${' '.repeat(width + 6)}${advice}\n`;
  });
  const lacksFonts = items.some(({ id, state }) => id.startsWith('font-') && state === 'lacking');
  return `report ${VERSION}\n${lines.join('')}${lacksFonts ? FONTS_NOTE : ''}`;
}

const STATE_WORDS: Readonly<Record<ExaminedItem['state'], (style: Style) => string>> = {
  good: (style) => style.good('好'),
  lacking: (style) => style.warning('缺'),
  bad: (style) => style.error('坏'),
};

const FONTS_NOTE =
  '\n缺字体不影响生成 .docx，只影响在这台机器上看到、印出的样子。\n仿宋、楷体、黑体、宋体随 Windows 和 WPS 来；方正小标宋简体向方正或单位的印刷室要。\n';
