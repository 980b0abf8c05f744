import { findConfiguration } from '../../config/find-configuration.ts';
import { templateFolders } from '../../config/for-input.ts';
import { displayWidth } from '../../diagnostics/display-width.ts';
import { printable } from '../../diagnostics/printable.ts';
import { DEFAULT_TEMPLATE } from '../../template/choose-template.ts';
import { listTemplates as listIn } from '../../template/load-template.ts';
import { BUILT_IN_TEMPLATES } from '../../template/precompiled.ts';
import type { TemplateInfo } from '../../template/template.ts';
import { EXIT } from '../terminal/exit-code.ts';
import type { FindingsOptions } from '../terminal/findings-options.ts';
import { styleFor } from '../terminal/paint.ts';
import { showFindings } from '../terminal/show-findings.ts';
import { sourceTexts } from '../terminal/source-texts.ts';
import { printResult } from '../terminal/streams.ts';

/** Lists the templates that can be used here: those of the configuration and of `templates/`, then the built-in ones. */
export async function printTemplates(): Promise<number> {
  const { value = [], diagnostics } = await listIn(await foldersHere());
  const width = Math.max(0, ...value.map(({ id }) => displayWidth(id)));
  printResult(value.map((info) => templateLine(info, width)).join(''));
  if (diagnostics.length === 0) return EXIT.done;
  await showFindings({ diagnostics, files: diagnostics.length, ...sourceTexts([]) }, AS_TEXT);
  return EXIT.findings;
}

/** Where templates are looked for from the folder in which the program runs. */
export async function foldersHere(): Promise<string[]> {
  return [...templateFolders(await findConfiguration('.'), '.'), BUILT_IN_TEMPLATES];
}

const AS_TEXT: FindingsOptions = { format: 'text' };

function templateLine({ id, name, about }: TemplateInfo, width: number): string {
  const style = styleFor('stdout');
  const isDefault = id === DEFAULT_TEMPLATE ? '（默认）' : '';
  const purpose = about === '' ? '' : `${' '.repeat(width + 2)}${style.quiet(printable(about))}\n`;
  return `${style.strong(id)}${' '.repeat(width - displayWidth(id))}  ${printable(name)}${isDefault}\n${purpose}`;
}
