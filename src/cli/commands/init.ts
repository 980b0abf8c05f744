import { statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { jsonText } from '../../diagnostics/json-text.ts';
import { printable } from '../../diagnostics/printable.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { skeleton } from '../../intake/skeleton.ts';
import { DEFAULT_TEMPLATE } from '../../template/choose-template.ts';
import { EXIT } from '../terminal/exit-code.ts';
import { printResult } from '../terminal/streams.ts';
import { findTemplate } from './find-template.ts';
import type { InitFlags } from './init-flags.ts';
import { foldersHere } from './list-templates.ts';
import { SCHEMA_NAME } from './write-editor-settings.ts';
import { alreadyThere, nextSteps, writeBesideFacts, writeFacts } from './write-facts.ts';

/** Writes a facts file, to fill in or out of what there is. Never overwrites. */
export async function init(name: string | undefined, flags: InitFlags): Promise<number> {
  const path = initPath(name);
  if (flags.template !== undefined) await findTemplate(flags.template, await foldersHere());
  if (statSync(path, { throwIfNoEntry: false }) !== undefined) {
    if (!isForEditorAlone(flags)) throw alreadyThere(path);
    const written = await writeBesideFacts(path, flags);
    const lines = [...written, `${printable(path)} 已经存在，没有改动它。`, ''];
    printResult(flags.format === 'json' ? madeNothing() : lines.join('\n'));
    return EXIT.done;
  }
  if (flags.from !== undefined) {
    const { initFrom } = await import('./init-from.ts');
    return initFrom(path, flags.from, flags);
  }
  if (flags.roll === true)
    throw new UserError(
      '--roll 要和 --from 一起用。',
      '例如 report init 今年.yaml --from 去年.yaml --roll。',
    );
  const template = flags.template ?? DEFAULT_TEMPLATE;
  const written = await writeFacts(path, skeleton({ schema: `./${SCHEMA_NAME}`, template }), flags);
  printResult(flags.format === 'json' ? madeNothing() : [...written, nextSteps(path), ''].join('\n'));
  return EXIT.done;
}

/** Of facts that are there already nothing else can be asked. */
function isForEditorAlone({ editor, from, roll, template }: InitFlags): boolean {
  return editor === true && from === undefined && roll !== true && template === undefined;
}

const DEFAULT_NAME = '事实.yaml';

function madeNothing(): string {
  return jsonText({ placed: [], commented: [], figures: [], rosters: [] });
}

function initPath(name: string | undefined): string {
  if (name === undefined) return DEFAULT_NAME;
  const isFolder = /[/\\]$/.test(name) || (statSync(name, { throwIfNoEntry: false })?.isDirectory() ?? false);
  if (isFolder) return join(name, DEFAULT_NAME);
  return extname(name) === '' ? `${name}.yaml` : name;
}
