import { lstatSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '../diagnostics/user-error.ts';
import { CONTRACTS, readOutside } from '../disk/read-outside.ts';
import { nearestWord } from '../facts/suggest.ts';

/** A file that facts name could not be had, and what to do. */
export interface RefusedFile {
  readonly message: string;
  readonly hint: string;
}

/** A file that facts name, with its path as messages give it. */
export interface OpenedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Gives a file that facts name by its path as it is written there. */
export type OpenSource = (written: string) => OpenedFile | RefusedFile;

/** Where a path that a facts file writes leads, as messages give it; or why it leads nowhere that facts may name. */
export function placeBeside(facts: string, written: string): { readonly path: string } | RefusedFile {
  const path = written.trim().replaceAll('\\', '/');
  if (/^(?:\/|[A-Za-z]:|~\/)/.test(path)) {
    return refuseFile(written, '是绝对路径', '请把文件放到事实文件所在的文件夹里，只写文件名。');
  }
  const steps = path.split('/').filter((step) => step !== '' && step !== '.');
  if (steps.includes('..')) {
    return refuseFile(
      written,
      '不在事实文件所在的文件夹里',
      '请把它放到这个文件夹里（或者里面的文件夹），路径里不要写“..”。',
    );
  }
  const folder = dirname(facts);
  let place = folder;
  for (const step of steps) {
    place = join(place, step);
    if (lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink()) {
      return refuseFile(
        written,
        '是符号链接，或者要经过一个符号链接',
        '请把文件本身放到事实文件所在的文件夹里。',
      );
    }
  }
  return { path: place };
}

/** Opens what a facts file names, beside that file: inside its folder, by no link. What is read on standard input is in the current folder. */
export function openBeside(facts: string): OpenSource {
  return (written) => {
    const place = placeBeside(facts, written);
    if ('message' in place) return place;
    try {
      return { path: place.path, bytes: readOutside(place.path, CONTRACTS.roster) };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const isMissing = lstatSync(place.path, { throwIfNoEntry: false }) === undefined;
      const hint = isMissing ? hintForMissing(place.path) : error.hint;
      return isMissing
        ? refuseFile(written, '没有找到', hint)
        : { message: error.headline.replace(/。$/u, ''), hint };
    }
  };
}

function refuseFile(written: string, why: string, hint: string): RefusedFile {
  return { message: `名册“${written}”${why}`, hint };
}

/** The file of the same folder whose name comes nearest. */
function hintForMissing(path: string): string {
  const folder = dirname(path);
  const names = rostersIn(folder);
  const guess = nearestWord(path.slice(path.lastIndexOf('/') + 1), names);
  if (guess !== undefined) return `您是不是想写“${guess}”？路径从事实文件所在的文件夹算起。`;
  return '请核对文件名（连同 .xlsx、.csv），路径从事实文件所在的文件夹算起。';
}

function rostersIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /\.(?:xlsx|csv)$/iu.test(name))
      .slice(0, 1000);
  } catch {
    return [];
  }
}
