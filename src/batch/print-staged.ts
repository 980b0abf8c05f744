import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../diagnostics/user-error.ts';
import { ioError } from '../disk/io-error.ts';
import { CONTRACTS, readOutside } from '../disk/read-outside.ts';
import { writeOutput } from '../disk/write-output.ts';
import { readFacts } from '../facts/read-facts.ts';
import { judgePrinted } from '../judge/judge-printed.ts';
import { type Press, type PrintedFile, printDocuments } from '../office/print-documents.ts';
import { describeStandIns, pdfFacts } from '../office/stand-in-fonts.ts';
import { contentDigest } from './digest.ts';
import { toStored } from './records/unit-record.ts';
import type { BatchView } from './show/showing.ts';
import type { BatchUnit, Staged, UnitResult } from './unit.ts';
import { troubled } from './work/troubled.ts';
import type { BatchWork } from './work/work.ts';

/** Gives some work a folder for what is to be printed, and removes it whatever happens. UserError where there is no room. */
export async function withStaging<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = makeStagingFolder();
  const clear = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', clear);
  try {
    return await work(folder);
  } finally {
    process.off('exit', clear);
    clear();
  }
}

function makeStagingFolder(): string {
  try {
    return mkdtempSync(join(tmpdir(), 'report-staging-'));
  } catch (error) {
    throw ioError('写入', tmpdir(), error);
  }
}

interface StagedPrinting {
  /** LibreOffice's program. */
  readonly office: string;
  readonly work: BatchWork;
  readonly units: readonly BatchUnit[];
  readonly showing: BatchView;
  readonly settle: (results: readonly UnitResult[]) => void;
}

/**
 * Prints what the workers wrote as .docx: one LibreOffice for many, whatever the number of threads, and puts each PDF in its place as soon as it is
 * there. What it does not come to is left for the next run.
 */
export async function printStaged(
  results: readonly UnitResult[],
  { office, work, units, showing, settle }: StagedPrinting,
): Promise<void> {
  const due = results.flatMap(({ staged, ...result }) => (staged === undefined ? [] : [{ staged, result }]));
  const waiting = new Map(due.map((each, index) => [index, each]));
  const unitOf = new Map(units.map((unit) => [unit.output, unit]));
  const standIns = new Set<string>();
  showing.beginRound('印成 PDF', due.length);
  const documents = due.map(({ staged: { file, characters } }) => ({
    docx: () => readFileSync(file),
    characters,
  }));
  const press: Press = {
    program: office,
    standing: work.recipes[0]?.options.isDraft ? 'draft' : 'final',
    isStopped: () => Atomics.load(work.stop, 0) !== 0,
  };
  for await (const { index, printed } of printDocuments(documents, press)) {
    const each = waiting.get(index);
    const unit = each && unitOf.get(each.result.output);
    if (each === undefined || unit === undefined) continue;
    waiting.delete(index);
    const result = await placed(each, printed, { unit, work });
    rmSync(each.staged.file, { force: true });
    for (const font of result.pdf?.standIns ?? []) standIns.add(font);
    if (work.isFailFast && result.status === 'failed') Atomics.store(work.stop, 0, 1);
    showing.advance([result]);
    settle([result]);
  }
  const notice = describeStandIns(standIns);
  if (notice !== '') showing.say(notice);
  settle([...waiting.values()].map(({ result: { record: _, ...rest } }) => ({ ...rest, status: 'left' })));
}

/** Puts one PDF in its place. Never throws: whatever goes wrong is the unit's own result. */
async function placed(
  { staged, result }: { readonly staged: Staged; readonly result: UnitResult },
  printed: PrintedFile,
  { unit, work }: { readonly unit: BatchUnit; readonly work: BatchWork },
): Promise<UnitResult> {
  const task = { unit, record: undefined };
  if (!('pdf' in printed)) return troubled(task, notPrintedInBatch(printed.why));
  const recipe = work.recipes[unit.recipe];
  if (recipe === undefined) throw new Error(`no recipe ${unit.recipe}`);
  try {
    const { isDraft, settings } = recipe.options;
    const standing = isDraft ? 'draft' : 'final';
    const { bytes } = printed;
    const texts = printed.pdf.pages.map(({ text }) => text);
    const found = await judgePrinted({ ...staged, pages: texts }, settings, async () => {
      const source = { file: unit.facts, bytes: readOutside(unit.facts, CONTRACTS.batchFacts) };
      return (await readFacts(source)).value;
    });
    const written = await writeOutput(join(work.folder, unit.output), bytes, {
      standing,
      isForced: work.isForced,
      record: MARKED,
    });
    const diagnostics = [...result.diagnostics, ...found];
    const { record: made, ...rest } = result;
    if (written.status === 'left')
      return { ...rest, diagnostics, status: 'kept', reason: `原有的文件${written.why}` };
    const pdf = pdfFacts(printed.pdf);
    const record = made && {
      ...made,
      written: contentDigest(bytes),
      pdf,
      diagnostics: toStored(diagnostics, unit.facts),
    };
    return { ...rest, diagnostics, pdf, ...(record !== undefined && { record }) };
  } catch (error) {
    return troubled(task, error);
  }
}

/** A PDF carries our fingerprint itself. */
const MARKED = { recognise: () => undefined, note: () => true };

function notPrintedInBatch(why: string): UserError {
  return new UserError(
    `没有印成 PDF：${why}。`,
    '请再运行一次；还不行，就用 --to docx 生成后用 WPS 或 Word 导出。',
  );
}
