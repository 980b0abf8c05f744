import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Configuration } from '../config/configuration.ts';
import { UserError } from '../diagnostics/user-error.ts';
import { editFacts } from '../disk/edit-facts.ts';
import { CONTRACTS, readOutside } from '../disk/read-outside.ts';
import { readFacts } from '../facts/read-facts.ts';
import type { Source } from '../facts/source.ts';
import { namedBeside } from '../sources/named-beside.ts';
import { buildReport, checkReport, readSources } from '../use/build.ts';
import { type Changed, changeFact } from './change-fact.ts';
import { contentVersion } from './content-version.ts';
import { describeFact } from './describe-fact.ts';
import { fillablePath } from './field-note.ts';
import { History } from './history.ts';
import { makePaper } from './make-paper.ts';
import { countMendable, mendFacts } from './mend-facts.ts';
import type {
  ChangeOrder,
  ChangeReply,
  FactNote,
  PaperNote,
  ListedUnits as UnitListNote,
} from './messages.ts';
import { NotThere } from './not-there.ts';
import { UnitComparison } from './unit-comparison.ts';
import { UnitList } from './unit-list.ts';
import { checkOptions, unitFileName, unitRenderOptions } from './unit-options.ts';
import { countState, isGapFinding, withFindings } from './unit-state.ts';

/** What a preview shows, and what it needs of the outside. */
export interface SessionOptions {
  /** The folder that was given; absent where it was a file. */
  readonly folder?: string;
  /** The facts files that there are now. */
  list(): Promise<readonly string[]>;
  configurationOf(file: string): Promise<Configuration>;
  /** A rule's title for its id. */
  titleOf(rule: string): string | undefined;
  /** SOURCE_DATE_EPOCH. */
  readonly epoch?: string | undefined;
}

/**
 * One run of the preview: reads the units anew each time it is asked, and writes one only in view of the content that the page showed. UserError
 * where a file cannot be read or written.
 */
export class Session {
  readonly #options: SessionOptions;
  readonly #units: UnitList;
  readonly #comparison = new UnitComparison();
  readonly #history = new History();
  readonly #named = new Map<string, readonly string[]>();
  #writing: Promise<unknown> = Promise.resolve();

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#units = new UnitList(options.folder);
  }

  /** Looks again which files there are. */
  async refresh(): Promise<readonly string[]> {
    this.#units.take(await this.#list());
    return this.units;
  }

  /** The facts files by their paths. */
  get units(): readonly string[] {
    return this.#units.files;
  }

  noteUnits(): UnitListNote {
    const { folder } = this.#options;
    return {
      ...(folder !== undefined && { folder: basename(folder) || folder }),
      units: this.#units.notes((file) => this.#comparison.foundIn(file)),
    };
  }

  /** The facts files, and what they name: rosters, last time's file. */
  files(): readonly string[] {
    return [...this.units, ...this.units.flatMap((file) => this.#named.get(file) ?? [])];
  }

  /** Finds out how a unit stands. */
  async examine(file: string): Promise<void> {
    try {
      const source = readSource(file);
      const options = checkOptions(file, await this.#options.configurationOf(file), false);
      const { value, diagnostics } = await checkReport(source, options);
      const gaps = new Set(diagnostics.filter(isGapFinding).map(({ path }) => fillablePath(path))).size;
      const name = value?.facts.unit?.name ?? unitFileName(file);
      if (value !== undefined) this.#named.set(file, namedBeside(file, value.facts));
      this.#comparison.take(file, value);
      this.#units.note(file, name, countState(diagnostics, gaps, value !== undefined));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      this.#comparison.take(file, undefined);
      this.#units.note(file, unitFileName(file), UNREADABLE_STATE);
    }
  }

  /** Holds the units that were examined against each other, and says whether something else comes of it than before. */
  async compare(): Promise<boolean> {
    const [first] = this.units;
    if (first === undefined) return false;
    const { settings } = checkOptions(first, await this.#options.configurationOf(first), false);
    return this.#comparison.compare(this.units, settings, async (file) => {
      try {
        return (await readFacts(readSource(file))).value;
      } catch (error) {
        if (error instanceof UserError) return undefined;
        throw error;
      }
    });
  }

  async paper(unit: string, template: string | undefined): Promise<PaperNote> {
    const source = readSource(this.#fileOf(unit));
    const configuration = await this.#options.configurationOf(source.file);
    const { titleOf } = this.#options;
    const together = this.#comparison.foundIn(source.file, contentVersion(source.bytes));
    const paper = await makePaper(source, { configuration, template, titleOf, together });
    this.#units.note(source.file, paper.name, paper.state);
    const undo = this.#history.last(source.file, source.bytes)?.label;
    const { isMendable, ...shown } = paper;
    const mendable = isMendable ? await countMendable(source, configuration) : 0;
    const state = withFindings(shown.state, together);
    return { ...shown, state, unit, mendable, ...(undo !== undefined && { undo }) };
  }

  /** Null while the file cannot be read, as in the middle of somebody's save. */
  async fact(unit: string, path: string): Promise<FactNote | null> {
    const source = readSource(this.#fileOf(unit));
    const options = checkOptions(source.file, await this.#options.configurationOf(source.file), true);
    const reading = (await checkReport(source, options)).value;
    if (reading === undefined) return null;
    const count = reading.facts.sources === undefined ? undefined : await readSources(reading, options);
    const fact = await describeFact(reading, path, count);
    if (fact === undefined) throw new NotThere();
    return fact;
  }

  /** Changes one fact, one after another. */
  change(order: ChangeOrder): Promise<ChangeReply> {
    return this.#write(order, async (source, configuration) => {
      return changeFact(source, checkOptions(source.file, configuration, false), order);
    });
  }

  /** Makes all corrections that need no asking. */
  mend(order: Pick<ChangeOrder, 'unit' | 'version'>): Promise<ChangeReply> {
    return this.#write(order, mendFacts);
  }

  /** Takes the last change of a unit back. */
  undo({ unit, version }: Pick<ChangeOrder, 'unit' | 'version'>): Promise<ChangeReply> {
    return this.#oneByOne(async () => {
      const source = readSource(this.#fileOf(unit));
      const last = this.#history.last(source.file, source.bytes);
      if (last === undefined || contentVersion(source.bytes) !== version) return CHANGED_MEANWHILE;
      editFacts(source.file, last.after, last.before);
      this.#history.drop(last);
      return { status: 'saved', label: last.label };
    });
  }

  /** The report as a .docx; a draft where it cannot be finished. */
  async word(unit: string, template: string | undefined): Promise<{ name: string; bytes: Uint8Array }> {
    const source = readSource(this.#fileOf(unit));
    const configuration = await this.#options.configurationOf(source.file);
    const { epoch } = this.#options;
    for (const isDraft of [false, true]) {
      const options = unitRenderOptions(source.file, configuration, { isDraft, template });
      const { value } = await buildReport(source, { ...options, format: 'docx', epoch });
      if (value === undefined) continue;
      return { name: `${unitFileName(source.file)}${isDraft ? '-草稿' : ''}.docx`, bytes: value.bytes };
    }
    throw new UserError('事实文件现在读不出来，生成不了报告。', '请先改正列出的问题。');
  }

  #write(
    { unit, version }: Pick<ChangeOrder, 'unit' | 'version'>,
    make: (source: Source, configuration: Configuration) => Promise<Changed>,
  ): Promise<ChangeReply> {
    return this.#oneByOne(async () => {
      const source = readSource(this.#fileOf(unit));
      if (contentVersion(source.bytes) !== version) return CHANGED_MEANWHILE;
      const changed = await make(source, await this.#options.configurationOf(source.file));
      if (changed.status !== 'made') return changed;
      const { label, bytes } = changed;
      if (Buffer.compare(source.bytes, bytes) === 0) return { status: 'saved', label };
      editFacts(source.file, source.bytes, bytes);
      this.#history.add({ file: source.file, label, before: source.bytes, after: bytes });
      return { status: 'saved', label };
    });
  }

  /** A change sees what the one before it wrote. */
  #oneByOne(act: () => Promise<ChangeReply>): Promise<ChangeReply> {
    const done = this.#writing.then(act);
    this.#writing = done.catch(() => {});
    return done;
  }

  /** A folder without facts, or a wrong configuration, is a mistake only at the beginning; later on the files that were there stay. */
  async #list(): Promise<readonly string[]> {
    try {
      return await this.#options.list();
    } catch (error) {
      if (!(error instanceof UserError) || this.units.length === 0) throw error;
      return this.units.filter((file) => existsSync(file));
    }
  }

  #fileOf(unit: string): string {
    const file = this.#units.fileOf(unit);
    if (file === undefined) throw new NotThere();
    return file;
  }
}

function readSource(file: string): Source {
  return { file, bytes: readOutside(file, CONTRACTS.facts) };
}

const CHANGED_MEANWHILE = { status: 'changed' } as const;
const UNREADABLE_STATE = { isReadable: false, errors: 1, warnings: 0, gaps: 0 } as const;
