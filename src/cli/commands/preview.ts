import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { configurationFinder } from '../../config/find-configuration.ts';
import { folderOfInput } from '../../config/for-input.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { errorCode, ioError } from '../../disk/io-error.ts';
import { STANDARD_STREAM } from '../../disk/plan-outputs.ts';
import { isFactsName } from '../../disk/walk.ts';
import { openPreview } from '../../preview/preview.ts';
import { explainFailure } from '../terminal/explain-failure.ts';
import { ruleTitle } from '../terminal/rule-list.ts';
import { waitForSignals } from '../terminal/signals.ts';
import { printNotice, printResult } from '../terminal/streams.ts';
import { settingsAround } from './build/watch-build.ts';
import { collectInputs, isFinishedName } from './check/check-inputs.ts';
import { openBrowser } from './open-browser.ts';

/** The options as the command line has them. */
export interface PreviewFlags {
  readonly port?: number;
  readonly open: boolean;
}

/** Shows facts in the browser until it is interrupted. UserError where there is nothing to show or the port is taken. */
export async function preview(target: string, { port = 0, open }: PreviewFlags): Promise<never> {
  const isFolder = isFolderGiven(target);
  const { address } = await openPreview({
    ...(isFolder && { folder: target }),
    list: isFolder ? () => factsIn(target) : async () => [target],
    configurationOf: (file) => configurationFinder()(folderOfInput(file)),
    surroundings: async (units) => {
      const around = await settingsAround([...new Set(units.map(folderOfInput))]);
      return { ...around, folders: isFolder ? [...around.folders, target] : around.folders };
    },
    titleOf: ruleTitle,
    epoch: process.env.SOURCE_DATE_EPOCH,
    port,
    token: randomBytes(18).toString('base64url'),
    onBug: explainFailure,
  });
  waitForSignals();
  printResult(`预览：${address}\n`);
  const isOpened = open && (await openBrowser(address));
  printNotice(`${isOpened ? '' : '请在浏览器里打开上面的地址。'}按 Ctrl-C 结束。\n`);
  return new Promise<never>(() => {});
}

function isFolderGiven(target: string): boolean {
  if (target === STANDARD_STREAM) {
    throw new UserError('预览不能用于标准输入：没有文件可以改写。', '请写出事实文件或文件夹的名字。');
  }
  if (isFinishedName(target)) {
    throw new UserError(
      `${target} 不是事实文件，不能预览。`,
      '预览的是 .yaml 事实文件；成文的报告用 report check 检查。',
    );
  }
  try {
    return statSync(target).isDirectory();
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' || !isFactsName(basename(target))) throw ioError('读取', target, error);
    throw new UserError(`没有 ${target} 这个文件。`, `要新写一个，请先运行 report init ${target}，再预览。`);
  }
}

/** The first time a folder without facts is an error; later it may have none for a while. */
async function factsIn(folder: string): Promise<readonly string[]> {
  const { inputs, failures } = await collectInputs([folder], 'facts');
  const [failure] = failures;
  if (failure !== undefined) throw failure;
  return inputs.map(({ path }) => path);
}
