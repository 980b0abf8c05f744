import { parseDate } from '../../facts/dates.ts';
import type { Facts } from '../../facts/facts.ts';
import { figureNamed } from '../../facts/figure-fields.ts';
import type { Passage } from '../../facts/passages.ts';
import { readPassages } from '../../prose/clauses.ts';
import { openClaimContext } from '../../prose/fact-claims/claim-context.ts';
import { claimsIn, type FactClaim } from '../../prose/fact-claims/prose-claims.ts';
import { Prose } from '../../prose/prose.ts';
import type { DraftRecord } from '../facts-draft.ts';
import type { StatedFigure } from './told-figure.ts';

/** The figures that a draft's prose states of all of the unit and of its own time, as sure as the rules take them for claims about facts. */
export function sureFigures(draft: DraftRecord): readonly StatedFigure[] {
  const context = openClaimContext(contextFacts(draft));
  const passages = PROSE.flatMap((path) => passagesAt(draft, path));
  return readPassages(new Prose(passages)).flatMap((read) =>
    claimsIn(read, context).map((claim) => statedBy(claim, read.passage.text)),
  );
}

/** Prose about the unit itself; problems, measures and plans speak of parts, of others and of what is to be. */
const PROSE = ['leadIns.overview', 'preamble', 'leadIns.work', 'work'] as const;

function passagesAt(draft: DraftRecord, path: string): Passage[] {
  if (path === 'work') return draft.get(path) === undefined ? [] : draft.list(path).flatMap(workPassages);
  return nonEmptyLines(draft.text(path) ?? '').map((text) => passage(path, text));
}

function workPassages(item: DraftRecord, index: number): Passage[] {
  const points = item.get('points');
  return [
    ...nonEmptyLines(item.text('body') ?? '').map((text) => passage(`work.${index}.body`, text)),
    ...(Array.isArray(points) ? (points as string[]) : []).map((text) =>
      passage(`work.${index}.points`, text),
    ),
  ];
}

function nonEmptyLines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}

function passage(path: string, text: string): Passage {
  return { path, role: 'body', text, offset: 0, references: [] };
}

function contextFacts(draft: DraftRecord): Facts {
  const text = (path: string) => draft.text(path) ?? '';
  const [date, from, to] = ['date', 'from', 'to'].map((name) => parseDate(text(`report.${name}`)));
  const known = {
    name: text('unit.name'),
    kind: text('unit.kind'),
    selfName: text('unit.selfName'),
    committee: text('unit.committee'),
  };
  return { unit: known, report: { ...(date && { date }), ...(from && { from }), ...(to && { to }) } };
}

function statedBy({ quantity, known }: FactClaim, sentence: string): StatedFigure {
  const factor = figureNamed(known.path).field.unit === '万元' ? 10_000 : 1;
  return { path: known.path, value: String(Number((quantity.value / factor).toPrecision(15))), sentence };
}
