import type { CalendarDate } from '../facts/dates.ts';
import { chinesePath } from '../facts/fact-path.ts';
import type { Item } from '../facts/facts.ts';
import { type Reading, readFacts } from '../facts/read-facts.ts';
import { dateInTitle } from '../intake/date-in-title.ts';
import { DraftRecord } from '../intake/facts-draft.ts';
import { fillSkeleton } from '../intake/fill-skeleton.ts';
import { isoDate } from '../intake/iso-date.ts';
import { placeCounts } from '../intake/place-counts.ts';
import { placeMeasures } from '../intake/place-measures.ts';
import type { CountedFigure } from '../rosters/figure.ts';
import type { RosterProblem } from '../rosters/roster-problem.ts';
import type { OpenSource } from '../sources/open-beside.ts';

export interface InitFromOptions {
  /** Rosters, as the new file names them. */
  readonly rosters: readonly string[];
  /** Gives the rosters. */
  readonly open: OpenSource;
  /** The day that the rosters are counted as of; else the date in each one's title, else `today`. */
  readonly asOf?: CalendarDate | undefined;
  readonly today: CalendarDate;
  readonly template: string;
  /** What the editor's schema line names. */
  readonly schema: string;
}

/** A facts file made out of what there is, and what became of each. */
export interface MadeFacts {
  /** Absent where a roster cannot be read: then nothing is made. */
  readonly text?: string;
  readonly figures: readonly MadeFigure[];
  readonly rosters: readonly MadeRoster[];
  readonly problems: readonly RosterProblem[];
}

export interface MadeFigure {
  /** The facts path, in English; of an item of a list without its number. */
  readonly path: string;
  /** The item of the list, by its name: a category of posts, a branch. */
  readonly item?: string;
  /** As clerks know it: 党员.总数, 编制“行政”核定. */
  readonly name: string;
  readonly value: string;
  /** `党员名册.xlsx「党员」C5:C490`, or the report that states it. */
  readonly from: string;
}

export interface MadeRoster {
  readonly file: string;
  readonly sheet?: string;
  readonly kind: string;
  readonly rows: number;
  readonly asOf: string;
}

/** Makes a facts file: the rosters are counted, and what they say stands in the order of the file that `init` writes. */
export async function factsFrom(options: InitFromOptions): Promise<MadeFacts> {
  const draft = new DraftRecord();
  const counted = await countInto(draft, options);
  if (counted.problems.some(({ severity }) => severity === 'error')) return { ...counted, figures: [] };
  const text = fillSkeleton(draft, {
    schema: options.schema,
    template: options.template,
    head: [`数字由 report init 从名册统计（${options.rosters.join('、')}），核对时重新统计。`],
    keepsPending: true,
  });
  return { text, ...counted };
}

type Counted = Omit<MadeFacts, 'text'>;

/** Counts the rosters by the parts that the draft names, writes what they come to, and names them. */
async function countInto(draft: DraftRecord, options: InitFromOptions): Promise<Counted> {
  if (options.rosters.length === 0) return { figures: [], rosters: [], problems: [] };
  const { countRead, readSources } = await import('../sources/sources.ts');
  const entries: Item<'sources'>[] = options.rosters.map((file) => ({ file }));
  const read = await readSources(entries, options.open);
  const { report } = (await readDraft(draft, options)).facts;
  const dated = entries.map((entry, index) => {
    const titles = read.found.flatMap((found) => (found.entry === index ? [found.roster.title] : []));
    const told = titles.map(dateInTitle).find((date) => date !== undefined);
    return { ...entry, asOf: options.asOf ?? told ?? report?.to ?? report?.date ?? options.today };
  });
  for (const { file = '', asOf } of dated) {
    const entry = new DraftRecord();
    entry.set('file', file);
    entry.set('asOf', isoDate(asOf));
    draft.list('sources').push(entry);
  }
  const { facts } = await readDraft(draft, options);
  const count = countRead(read, facts);
  placeCounts(draft, count.figures);
  placeMeasures(draft, count.measures);
  return {
    figures: count.figures.map(describeFigure),
    rosters: read.found.map(({ roster: { file, sheet, kind, rows }, entry }) => ({
      file,
      ...(sheet !== undefined && { sheet }),
      kind,
      rows: rows.length,
      asOf: isoDate(dated[entry]?.asOf ?? options.today),
    })),
    problems: count.problems,
  };
}

/** What a draft says as facts. */
async function readDraft(draft: DraftRecord, { schema, template }: InitFromOptions): Promise<Reading> {
  const text = fillSkeleton(draft, { schema, template, head: [], keepsPending: false });
  const { value } = await readFacts({ file: '', bytes: new TextEncoder().encode(text) });
  if (value === undefined) throw new Error('the facts file of init cannot be read');
  return value;
}

function describeFigure({ path, item, value, places }: CountedFigure): MadeFigure {
  const from = places.map(
    ({ file, sheet, cells }) => `${file}${sheet === undefined ? ' ' : `「${sheet}」`}${cells}`,
  );
  return {
    path,
    ...(item !== undefined && { item }),
    name: item === undefined ? chinesePath(path) : nameInList(path, item),
    value: String(value),
    from: from.join('、'),
  };
}

/** 编制“行政”核定 */
function nameInList(path: string, item: string): string {
  const list = path.slice(0, path.lastIndexOf('.'));
  const field = chinesePath(`${list}.0${path.slice(list.length)}`);
  return `${chinesePath(list)}“${item}”${field.slice(field.lastIndexOf('.') + 1)}`;
}
