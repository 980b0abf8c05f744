import { UserError } from '../diagnostics/user-error.ts';
import type { FinishedDocument } from '../document/finished-document.ts';
import type { CalendarDate } from '../facts/dates.ts';
import { isoDate } from '../facts/dates.ts';
import { decodeFacts } from '../facts/decode-text.ts';
import type { ListItem } from '../facts/facts.ts';
import { type Reading, readFacts } from '../facts/read-facts.ts';
import { addSecond } from '../intake/add-second.ts';
import { dateInTitle } from '../intake/date-in-title.ts';
import { commentsOf, type DraftLeaf, draftValues } from '../intake/draft-leaves.ts';
import { DraftRecord } from '../intake/facts-draft.ts';
import { draftOf } from '../intake/facts-to-draft.ts';
import { nameOfFigure } from '../intake/figure-place.ts';
import { fillSkeleton } from '../intake/fill-skeleton.ts';
import { keepComments } from '../intake/keep-comments.ts';
import { placeCounts } from '../intake/place-counts.ts';
import { placeMeasures } from '../intake/place-measures.ts';
import { type ReadReport, readReport } from '../intake/report/read-report.ts';
import { type Rolled, rollDraft } from '../intake/roll-draft.ts';
import type { CountedFigure } from '../rosters/figure.ts';
import type { RosterProblem } from '../rosters/roster-problem.ts';
import type { OpenSource } from '../sources/open-beside.ts';

export interface InitFromOptions {
  /** Finished reports and facts files whose text and figures the facts begin with; where two say something, the first does. */
  readonly bases: readonly InitBase[];
  /** Whether the first of those is last time's, and how the new file names it where it may. */
  readonly roll?: { readonly previous?: string | undefined } | undefined;
  /** Rosters, as the new file names them. */
  readonly rosters: readonly string[];
  /** Gives the rosters. */
  readonly open: OpenSource;
  /** The day that the rosters are counted as of; else the date in each one's title, the report's end or `today`. */
  readonly asOf?: CalendarDate | undefined;
  readonly today: CalendarDate;
  /** Wins over the one whose outline the report has. */
  readonly template?: string | undefined;
  readonly fallbackTemplate: string;
  /** Headings that templates print of their own; a report's are noted only where they are others. */
  readonly headings: ReadonlySet<string>;
  /** What the editor's schema line names. */
  readonly schema: string;
}

export type InitBase =
  | { readonly report: FinishedDocument }
  /** A facts file, and whether what it names (rosters, 上期) lies beside the new one too. */
  | { readonly last: Reading; readonly isBeside: boolean };

/** A facts file made out of what there is, and what became of each. */
export interface MadeFacts {
  /** Absent where a roster cannot be read: then nothing is made. */
  readonly text?: string;
  readonly template: string;
  /** Texts that became values, and those that are kept as comments. */
  readonly placed: readonly DraftLeaf[];
  readonly commented: readonly DraftLeaf[];
  readonly figures: readonly MadeFigure[];
  readonly rosters: readonly MadeRoster[];
  readonly problems: readonly RosterProblem[];
  /** What became of last time's facts in the next period. */
  readonly rolled?: Rolled;
}

export interface MadeFigure {
  /** The facts path, in English; of an item of a list without its number. */
  readonly path: string;
  /** The item of the list, by its name: a category of posts, a branch. */
  readonly item?: string;
  /** As clerks know it: 党员.总数, 编制“行政”核定. */
  readonly name: string;
  readonly value: string;
  /** Whether a roster was counted or a report says so. */
  readonly kind: 'counted' | 'stated';
  /** `党员名册.xlsx「党员」C5:C490`, or the report's sentence. */
  readonly from: string;
}

export interface MadeRoster {
  readonly file: string;
  readonly sheet?: string;
  readonly kind: string;
  readonly rows: number;
  readonly asOf: string;
}

/** Makes a facts file out of a report and rosters, in the order of the file that `init` writes. Where both state a figure the roster's is written. */
export async function factsFrom(options: InitFromOptions): Promise<MadeFacts> {
  const { bases, roll, template: wanted, fallbackTemplate } = options;
  const read = bases.map((base) => readBase(base, options));
  const [first, ...others] = read;
  const draft = first?.draft ?? new DraftRecord();
  for (const other of others) addSecond(draft, other.draft, other.name);
  const template = wanted ?? draft.text('report.template') ?? fallbackTemplate;
  if (first !== undefined) draft.set('report.template', template);
  const rolled = roll && rollDraft(draft);
  if (roll?.previous !== undefined) draft.set('previous', roll.previous);
  const counted = await countInto(draft, options);
  const { figures, rosters, problems } = counted;
  const result = {
    template,
    placed: placedOf(draft),
    commented: commentsOf(draft),
    rosters,
    problems,
    ...(rolled && { rolled }),
  };
  if (problems.some(({ severity }) => severity === 'error')) return { ...result, figures: [] };
  const names = new Set(figures.map(({ name }) => name));
  const stated = read
    .flatMap((each) => each.figures)
    .map(({ path, item, value, sentence }) => ({
      path,
      ...(item !== undefined && { item }),
      name: nameOfFigure({ path, ...(item !== undefined && { item }) }),
      value,
      kind: 'stated' as const,
      from: sentence,
    }))
    .filter(({ name }) => !names.has(name) && names.add(name));
  const text = fillSkeleton(draft, {
    schema: options.schema,
    template,
    head: draftComment(options),
    keepsPending: first === undefined,
  });
  return { text, ...result, figures: [...figures, ...(roll === undefined ? stated : [])] };
}

interface ReadBase extends Pick<ReadReport, 'draft' | 'figures'> {
  /** The file's own name. */
  readonly name: string;
}

function readBase(base: InitBase, { headings }: InitFromOptions): ReadBase {
  if ('last' in base) return { draft: draftOfFile(base), figures: [], name: baseName(base.last.source.file) };
  const { draft, figures } = readReport(base.report, headings);
  return { draft, figures, name: baseName(base.report.file) };
}

/** A facts file with the remarks that people wrote in it; rosters that do not lie beside the new file are only named in a comment. */
function draftOfFile({ last, isBeside }: Extract<InitBase, { last: Reading }>): DraftRecord {
  const draft = draftOf(last);
  keepComments(draft, decodeFacts(last.source.bytes).text);
  if (isBeside) return draft;
  for (const { file = '' } of last.facts.sources ?? [])
    draft.note('sources', `原来的名册：${file}（放到这个文件夹里，再写在这里）`);
  draft.values.delete('sources');
  draft.values.delete('previous');
  return draft;
}

/** Texts, but no figures: those are told apart. */
function placedOf(draft: DraftRecord): readonly DraftLeaf[] {
  return draftValues(draft).filter(({ text }) => !/^-?\d+(?:\.\d+)?$|^待补$/u.test(text));
}

function draftComment({ bases, roll, rosters }: InitFromOptions): string[] {
  const names = bases.map((base) => baseName('last' in base ? base.last.source.file : base.report.file));
  const hasReport = bases.some((base) => 'report' in base);
  return [
    ...(names.length === 0
      ? []
      : [`文字和数字由 report init 取自 ${names.join('、')}。空着的项目是里面没有写的。`]),
    ...(hasReport ? ['“原文”的注释是报告里说数字的句子和没有地方放的话，核对过就可以删去。'] : []),
    ...(roll === undefined
      ? []
      : ['文字里的数字还是上期的，请逐处核对；写着“待补”的数字，后面的注释是上期的。']),
    ...(rosters.length === 0
      ? []
      : [`数字由 report init 从名册统计（${rosters.join('、')}），核对时重新统计。`]),
  ];
}

function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

type CountedSources = Pick<MadeFacts, 'figures' | 'rosters' | 'problems'>;

/** Counts the rosters by the parts that the draft names, writes what they come to, and names them. */
async function countInto(draft: DraftRecord, options: InitFromOptions): Promise<CountedSources> {
  if (options.rosters.length === 0) return { figures: [], rosters: [], problems: [] };
  const { countRead, readNamedSources } = await import('../sources/sources.ts');
  const entries: ListItem<'sources'>[] = options.rosters.map((file) => ({ file }));
  const read = await readNamedSources(entries, options.open);
  const { report } = (await readDraft(draft, options)).facts;
  const dated = entries.map((entry, index) => {
    const titles = read.found.flatMap((found) => (found.entry === index ? [found.roster.title] : []));
    const told = titles.map(dateInTitle).find((date) => date !== undefined);
    return { ...entry, asOf: options.asOf ?? told ?? report?.to ?? report?.date ?? options.today };
  });
  const named = draft.get('sources') === undefined ? [] : draft.list('sources');
  const others = named.filter((entry) => !options.rosters.includes(entry.text('file') ?? ''));
  draft.set('sources', [...others]);
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
async function readDraft(
  draft: DraftRecord,
  { schema, fallbackTemplate }: InitFromOptions,
): Promise<Reading> {
  const text = fillSkeleton(draft, { schema, template: fallbackTemplate, head: [], keepsPending: false });
  const { value } = await readFacts({ file: '', bytes: new TextEncoder().encode(text) });
  if (value === undefined) {
    throw new UserError('写成的事实文件超过 4 MB，没有写文件。', '请去掉材料里用不到的部分，再试。');
  }
  return value;
}

function describeFigure({ path, item, value, places }: CountedFigure): MadeFigure {
  const from = places.map(
    ({ file, sheet, cells }) => `${file}${sheet === undefined ? ' ' : `「${sheet}」`}${cells}`,
  );
  const known = { path, ...(item !== undefined && { item }) };
  return {
    ...known,
    name: nameOfFigure(known),
    value: String(value),
    kind: 'counted',
    from: from.join('、'),
  };
}
