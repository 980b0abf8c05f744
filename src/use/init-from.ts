import type { FinishedDocument } from '../document/finished-document.ts';
import type { CalendarDate } from '../facts/dates.ts';
import { decodeText } from '../facts/decode-text.ts';
import type { Item } from '../facts/facts.ts';
import { type Reading, readFacts } from '../facts/read-facts.ts';
import { dateInTitle } from '../intake/date-in-title.ts';
import { commentsOf, type DraftLeaf, valuesOf } from '../intake/draft-leaves.ts';
import { DraftRecord } from '../intake/facts-draft.ts';
import { draftOf } from '../intake/facts-to-draft.ts';
import { nameOfFigure } from '../intake/figure-place.ts';
import { fillSkeleton } from '../intake/fill-skeleton.ts';
import { isoDate } from '../intake/iso-date.ts';
import { keepComments } from '../intake/keep-comments.ts';
import { placeCounts } from '../intake/place-counts.ts';
import { placeMeasures } from '../intake/place-measures.ts';
import { readReport } from '../intake/report/read-report.ts';
import { type Rolled, rollDraft } from '../intake/roll-draft.ts';
import type { CountedFigure } from '../rosters/figure.ts';
import type { RosterProblem } from '../rosters/roster-problem.ts';
import type { OpenSource } from '../sources/open-beside.ts';

export interface InitFromOptions {
  /** A finished report whose text and figures the facts begin with. */
  readonly report?: FinishedDocument | undefined;
  /** A facts file that the new one begins with. */
  readonly last?: Reading | undefined;
  /** Whether what that one names (rosters, 上期) lies beside the new one too. */
  readonly isBeside?: boolean;
  /** Whether the report or the facts file is last time's, and how the new file names it where it may. */
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
  const { report, template: wanted, fallbackTemplate, headings } = options;
  const { last, roll } = options;
  const read = report && readReport(report, headings);
  const draft =
    read?.draft ?? (last === undefined ? new DraftRecord() : draftOfFile(last, options.isBeside === true));
  const template = wanted ?? read?.template ?? draft.text('report.template') ?? fallbackTemplate;
  const hasBase = report !== undefined || last !== undefined;
  if (hasBase) draft.set('report.template', template);
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
  const stated = (read?.figures ?? [])
    .map(({ path, item, value, sentence }) => ({
      path,
      ...(item !== undefined && { item }),
      name: nameOfFigure({ path, ...(item !== undefined && { item }) }),
      value,
      kind: 'stated' as const,
      from: sentence,
    }))
    .filter(({ name }) => !names.has(name));
  const text = fillSkeleton(draft, {
    schema: options.schema,
    template,
    head: headOf(options),
    keepsPending: !hasBase,
  });
  return { text, ...result, figures: [...figures, ...(roll === undefined ? stated : [])] };
}

/** A facts file with the remarks that people wrote in it; rosters that do not lie beside the new file are only named in a comment. */
function draftOfFile(reading: Reading, isBeside: boolean): DraftRecord {
  const draft = draftOf(reading);
  keepComments(draft, decodeText(reading.source.bytes).text);
  if (isBeside) return draft;
  for (const { file = '' } of reading.facts.sources ?? [])
    draft.note('sources', `原来的名册：${file}（放到这个文件夹里，再写在这里）`);
  draft.values.delete('sources');
  draft.values.delete('previous');
  return draft;
}

/** Texts, but no figures: those are told apart. */
function placedOf(draft: DraftRecord): readonly DraftLeaf[] {
  return valuesOf(draft).filter(({ text }) => !/^-?\d+(?:\.\d+)?$|^待补$/u.test(text));
}

function headOf({ report, last, roll, rosters }: InitFromOptions): string[] {
  return [
    ...(last === undefined ? [] : [`由 report init 取自 ${baseName(last.source.file)}。`]),
    ...(roll === undefined
      ? []
      : ['文字里的数字还是上期的，请逐处核对；写着“待补”的数字，后面的注释是上期的。']),
    ...(report === undefined
      ? []
      : [
          `文字和数字由 report init 取自 ${baseName(report.file)}。“原文”的注释是报告里说数字的句子和没有地方放的话，`,
          '核对过就可以删去；空着的项目是报告里没有写的。',
        ]),
    ...(rosters.length === 0
      ? []
      : [`数字由 report init 从名册统计（${rosters.join('、')}），核对时重新统计。`]),
  ];
}

function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

type Counted = Pick<MadeFacts, 'figures' | 'rosters' | 'problems'>;

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
  if (value === undefined) throw new Error('the facts file of init cannot be read');
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
