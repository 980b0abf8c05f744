import { basename } from 'node:path';
import type { Change } from '../../absorb/change.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { printable } from '../../diagnostics/printable.ts';
import { chinesePath } from '../../facts/fact-path.ts';
import type { Absorbed } from '../../use/absorb.ts';
import { styleFor } from '../terminal/paint.ts';

/** What is told of one run. */
export interface AbsorbedRun {
  readonly absorbed: Absorbed;
  /** What of the report could not be read. */
  readonly warnings: readonly Diagnostic[];
  readonly report: string;
  readonly facts: string;
  /** Whether `--apply` was given. */
  readonly isApplied: boolean;
  /** The copy of the facts as they were; absent where nothing was written. */
  readonly kept: string | undefined;
}

/** The changes for programs. */
export function absorbedJson({ absorbed, warnings, kept }: AbsorbedRun): string {
  const changes = absorbed.changes.map(
    ({ kind, path = null, file, line = null, before, after, isTaken, ...more }) => ({
      ...{ kind, path, file, line, before, after, taken: isTaken },
      ...more,
    }),
  );
  const { comments } = absorbed;
  const diagnostics = [...warnings, ...absorbed.diagnostics];
  const said = {
    version: 1,
    changes,
    comments,
    diagnostics,
    applied: kept !== undefined,
    ...(kept && { kept }),
  };
  return `${JSON.stringify(said, null, 2)}\n`;
}

/** The changes for people, by what becomes of them. */
export function describeAbsorbed(told: AbsorbedRun, isQuiet: boolean): string {
  const { changes, comments } = told.absorbed;
  const groups = GROUPS.map(({ title, holds }) => group(title, changes.filter(holds), told));
  const notes = comments.map(
    ({ author, text, place }) =>
      `  ${place === undefined ? '' : `${printable(place)}  `}${printable(author)}：${shownText(text)}\n`,
  );
  const listed = [...groups, ...(notes.length > 0 ? [heading('批注', notes.length), ...notes] : [])].join('');
  return (isQuiet ? '' : listed) + conclusion(told);
}

const GROUPS: readonly { readonly title: string; readonly holds: (change: Change) => boolean }[] = [
  { title: '写回事实', holds: ({ kind, isTaken }) => isTaken && kind === 'fact' },
  { title: '新增', holds: ({ kind, isTaken }) => isTaken && kind === 'new' },
  { title: '删去', holds: ({ kind, isTaken }) => isTaken && kind === 'removed' },
  { title: '事实后来改过的', holds: ({ side }) => side === 'facts' },
  { title: '不写回', holds: ({ kind, isTaken, side }) => !isTaken && kind !== 'layout' && side !== 'facts' },
  { title: '版式', holds: ({ kind }) => kind === 'layout' },
];

function group(title: string, changes: readonly Change[], told: AbsorbedRun): string {
  if (changes.length === 0) return '';
  const [{ kind, count = 0, note = '' }] = changes as readonly [Change, ...Change[]];
  if (kind === 'layout') return `${styleFor('stdout').strong(title)}  ${count} 处：${note}\n`;
  const advice = [...new Set(changes.flatMap(({ advice }) => advice ?? []))];
  const entries = changes.map((change) => changeEntry(change, told));
  return [heading(title, changes.length), ...entries, ...advice.map((each) => `  改法 ${each}\n`)].join('');
}

function heading(title: string, count: number): string {
  return `${styleFor('stdout').strong(title)}  ${count} 处\n`;
}

function changeEntry(change: Change, { facts }: AbsorbedRun): string {
  const { path, line, file, place: found, before, after, note, also = [], isTaken } = change;
  const style = styleFor('stdout');
  const isInFacts = file === facts;
  const place = isInFacts ? `${basename(file)}:${line}` : (found ?? `第${line}段`);
  const name = path !== undefined && (isTaken || isInFacts) ? `${printable(chinesePath(path))}  ` : '';
  const remark = note === undefined ? '' : `  ${style.quiet(printable(note))}`;
  const prints = also.map(
    ({ place: other, before: will, after: is }) =>
      `    还印在${printable(other)}：“${printable(clipText(is, SHORT_TEXT))}”将成为“${printable(clipText(will, SHORT_TEXT))}”\n`,
  );
  return `  ${style.note(name)}${style.quiet(printable(place))}${remark}\n    ${saidChange(before, after)}\n${prints.join('')}`;
}

function saidChange(before: string, after: string): string {
  if (before === '') return `＋ ${shownText(after)}`;
  if (after === '') return `－ ${shownText(before)}`;
  const [one, other] = excerpts(before, after);
  return `${shownText(one)} → ${shownText(other)}`;
}

function shownText(text: string): string {
  return printable(clipText(text.replaceAll('\n', '↵'), LONGEST_CHANGE));
}

/** Of two long texts what differs, with a few words around it. */
function excerpts(before: string, after: string): readonly [before: string, after: string] {
  const limit = Math.min(before.length, after.length);
  let start = 0;
  while (start < limit && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < limit - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const from = Math.max(0, start - AROUND);
  const cut = (text: string) => {
    const to = Math.min(text.length, text.length - end + AROUND);
    return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
  };
  return [cut(before), cut(after)];
}

function clipText(text: string, length: number): string {
  const signs = [...text];
  return signs.length <= length ? text : `${signs.slice(0, length).join('')}…`;
}

const AROUND = 10;
const SHORT_TEXT = 40;
const LONGEST_CHANGE = 120;

/** How many changes there are, what was written, and what to do next. */
function conclusion({ absorbed, report, facts, isApplied, kept }: AbsorbedRun): string {
  const { changes, diagnostics } = absorbed;
  const taken = changes.filter(({ isTaken }) => isTaken).length;
  const others = changes.filter(
    ({ isTaken, kind, side }) => !isTaken && kind !== 'layout' && side !== 'facts',
  ).length;
  const [name, file] = [printable(report), printable(facts)];
  if (changes.length === 0) return `${name} 与 ${file} 生成的报告一字不差，没有要收回的。\n`;
  if (taken + others === 0 && changes.some(({ side }) => side === 'facts')) {
    return `${name} 没有被人改过：不同之处都是 ${file} 后来改的，没有要收回的。\n`;
  }
  const errors = diagnostics.map(
    ({ message, start }) => `  ${printable(basename(facts))}:${start.line}  ${printable(message)}\n`,
  );
  const after =
    errors.length === 0 ? '' : `写回后事实里有 ${errors.length} 处对不上，请先核对：\n${errors.join('')}`;
  if (kept !== undefined) {
    return `${after}已写回 ${file}：${taken} 处${others > 0 ? `，另有 ${others} 处没有写回` : ''}。撤销：report absorb ${file} --undo\n`;
  }
  if (taken === 0) return `没有能写回 ${file} 的改动${others > 0 ? `；另有 ${others} 处只列出` : ''}。\n`;
  const hint = isApplied ? '' : `还没有写入；加 --apply 写回 ${file}。\n`;
  return `${after}可写回 ${taken} 处${others > 0 ? `，另有 ${others} 处不写回` : ''}。${hint}`;
}
