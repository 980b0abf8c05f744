import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Standing } from '../bytes/label.ts';
import { sealed } from '../bytes/trailing-mark.ts';
import { ioError } from '../disk/io-error.ts';
import { countCharacters } from './count-characters.ts';
import { type Pdf, readPdf } from './read-pdf.ts';
import { runOffice } from './run-office.ts';

/** A document to be printed. */
export interface Printable {
  /** A .docx of our own: LibreOffice would print anything, text that is no document too. */
  readonly docx: () => Uint8Array;
  /** How many Chinese characters are in it: a PDF of it shows nearly as many, or more. */
  readonly characters: number;
}

/** What became of one: the file, with our fingerprint, and what it shows, or why there is none, a clause in Chinese. */
export type PrintedFile = { readonly bytes: Uint8Array; readonly pdf: Pdf } | { readonly why: string };

export interface Press {
  /** What the PDFs are, which their fingerprint tells. */
  readonly standing: Standing;
  /** LibreOffice's program. */
  readonly program: string;
  /** Milliseconds without a new file after which LibreOffice counts as stuck. */
  readonly patience?: number;
  /** Whether to stop before the next lot. */
  readonly isStopped?: () => boolean;
}

/**
 * Prints documents as PDF, in lots of one process each, and looks at each that was made; one that LibreOffice fails at does not harm the others. Yields
 * them in their order of completion; those of a press that was stopped are left out. UserError where LibreOffice cannot be started, or there is no room.
 */
export async function* printDocuments(
  documents: readonly Printable[],
  { program, standing, patience = PRINTING_PATIENCE, isStopped = () => false }: Press,
): AsyncGenerator<{ readonly index: number; readonly printed: PrintedFile }> {
  const place = makePlace();
  const clear = () => rmSync(place.folder, { recursive: true, force: true, maxRetries: 3 });
  process.once('exit', clear);
  try {
    let waiting = documents.map((_, index) => index);
    while (waiting.length > 0 && !isStopped()) {
      const lot = waiting.slice(0, LOT);
      const files = lot.map((index) => place.write(index, documents[index]?.docx() ?? new Uint8Array()));
      const isWhole = await runOffice({
        program,
        profile: place.profile,
        outputs: place.outputs,
        files,
        patience,
      });
      const looked = lot.map((index) => ({
        index,
        printed: place.take(index, (made) => lookAtPdf(made, documents[index]?.characters ?? 0, standing)),
      }));
      const made = looked.filter(({ printed }) => 'pdf' in printed);
      // What stopped it stands first among those without a file, for they are taken in order; the others are tried again.
      const [first] = looked.filter(({ printed }) => !('pdf' in printed));
      const failed = made.length === 0 || lot.length === 1 ? first : undefined;
      yield* made;
      if (failed !== undefined) yield isWhole ? failed : { ...failed, printed: { why: STUCK(patience) } };
      const settled = new Set([...made, ...(failed === undefined ? [] : [failed])].map(({ index }) => index));
      waiting = waiting.filter((index) => !settled.has(index));
    }
  } finally {
    process.off('exit', clear);
    clear();
  }
}

/** Documents of one process: it grows with each. */
const LOT = 40;
/** Its first start on a slow machine included. */
const PRINTING_PATIENCE = 120_000;
const STUCK = (patience: number) => `LibreOffice ${Math.ceil(patience / 1000)} 秒没有进展，已经停下`;

function makePlace() {
  try {
    const folder = mkdtempSync(join(tmpdir(), 'report-pdf-'));
    const [inputs, outputs] = [join(folder, 'in'), join(folder, 'out')];
    for (const made of [inputs, outputs]) mkdirSync(made);
    return {
      folder,
      outputs,
      profile: join(folder, 'profile'),
      write(index: number, docx: Uint8Array): string {
        const file = join(inputs, `${index}.docx`);
        writeFileSync(file, docx);
        return file;
      },
      take(index: number, judge: (made: Uint8Array | undefined) => PrintedFile): PrintedFile {
        const file = join(outputs, `${index}.pdf`);
        const printed = judge(readPrinted(file));
        for (const used of [file, join(inputs, `${index}.docx`)]) rmSync(used, { force: true });
        return printed;
      },
    };
  } catch (error) {
    throw ioError('写入', tmpdir(), error);
  }
}

function readPrinted(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

function lookAtPdf(bytes: Uint8Array | undefined, characters: number, standing: Standing): PrintedFile {
  if (bytes === undefined) return { why: 'LibreOffice 没有做出文件' };
  const pdf = readPdf(bytes);
  if (pdf === undefined) return { why: 'LibreOffice 做出的不是完整的 PDF' };
  const shown = pdf.pages.reduce((sum, { text }) => sum + countCharacters(text), 0);
  if (shown < characters * LEAST_PRINTED)
    return { why: `LibreOffice 做出的 PDF 缺字：${characters} 个汉字只有 ${shown} 个` };
  return { bytes: sealed(bytes, 'pdf', standing), pdf };
}

/** A share: a font may show a character by a sign that stands for no text. */
const LEAST_PRINTED = 0.9;
