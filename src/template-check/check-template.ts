import { LimitReached } from '../diagnostics/budget.ts';
import { compareDiagnostics, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { compileTemplate } from '../template/compile-template.ts';
import { parseTemplate } from '../template/parse-template.ts';
import { showFindingsOf, type TemplateFinding } from '../template/place.ts';
import { readSourcesOf } from '../template/read-sources.ts';
import { type InfoFile, readInfoFile } from '../template/template-info.ts';
import { limitProblem } from '../template/template-problem.ts';
import { findTemplateFolder, type TemplateKind, type TemplateSources } from '../template/template-sources.ts';
import { layoutDeviations } from './check-layout.ts';
import { checkMarkup, checkUnseenMarkup, type ReadMarkup } from './check-markup.ts';
import { idleNeeds, undeclaredNeeds } from './check-needs.ts';
import { checkPunctuation } from './check-punctuation.ts';
import { typesIn } from './fact-type.ts';
import { followTemplate, type ParsedPart } from './follow-template.ts';
import { fullFacts } from './full-facts.ts';
import { placeOfLimit, prepareTrials } from './try-template.ts';
import { lackingFacts, neededFacts, otherFacts, sparseFacts } from './vary-facts.ts';

/** What is checked, and where its partials are looked for. */
export interface CheckedTemplate {
  readonly id: string;
  readonly kind: TemplateKind;
  readonly folders: readonly string[];
}

/**
 * Checks a template as code is checked: first every path and every call in it, then, where those are sound, what it prints of many facts.
 * Each finding is said once, at its place.
 */
export async function checkTemplate(checked: CheckedTemplate, readMarkup: ReadMarkup): Promise<Diagnostic[]> {
  const folder = findTemplateFolder(checked.id, checked.folders, checked.kind);
  if (folder === undefined) return [];
  const { value: file, diagnostics } = await readInfoFile(folder, checked.kind);
  if (file === undefined) return [...diagnostics];
  const { value: sources, diagnostics: unread } = await readSourcesOf(file.info, checked.folders);
  if (sources === undefined) return [...unread];
  const { problems, findings, used } = followParsed(sources, file);
  const isSound = problems.length === 0 && findings.length === 0;
  const all = [...findings, ...layoutDeviations(file), ...(isSound ? idleNeeds(file, used) : [])];
  const tried = isSound ? tryWithin(sources, file, { kind: checked.kind, readMarkup }) : [];
  const show = showFindingsOf(checked.id);
  return firsts([
    ...problems,
    ...all.map(show),
    ...tried.map((found) => ('at' in found ? show(found) : found)),
  ]);
}

/** What can be said without printing anything. */
function followParsed(sources: TemplateSources, { info }: InfoFile) {
  const { diagnostics: problems } = compileTemplate(sources);
  const findings: TemplateFinding[] = [];
  const used = new Set<string>();
  // What has no end is not followed to it.
  if (problems.some(({ rule }) => rule === 'template-limit')) return { problems, findings, used };
  const partials = new Map([...sources.partials, ['title', sources.title] as const].flatMap(templatePart));
  const following = {
    partials,
    report: (finding: TemplateFinding) => findings.push(finding),
    use: (path: string) => used.add(path),
  };
  const root = typesIn(fullFacts(), info.headings);
  const texts = [...templatePart(['report', sources.report]), ...templatePart(['title', sources.title])];
  for (const [, part] of texts) followTemplate(part, root, following);
  return { problems, findings, used };
}

interface Trying {
  readonly kind: TemplateKind;
  readonly readMarkup: ReadMarkup;
}

/** What was found by printing; of a template that prints too much even of a few facts only that. */
function tryWithin(
  sources: TemplateSources,
  file: InfoFile,
  trying: Trying,
): readonly (TemplateFinding | Diagnostic)[] {
  try {
    return tryOut(sources, file, trying);
  } catch (error) {
    if (!(error instanceof LimitReached)) throw error;
    const place = placeOfLimit(sources, file.info, fullFacts());
    return [limitProblem(error.message, place, sources.report.file)];
  }
}

function tryOut(
  sources: TemplateSources,
  { info }: InfoFile,
  { kind, readMarkup }: Trying,
): TemplateFinding[] {
  const tryTemplate = prepareTrials(sources, info);
  const [lacking, sparse] = [lackingFacts(), sparseFacts()];
  const variants = [{ facts: fullFacts() }, ...otherFacts(), ...lacking, ...sparse];
  const ordinary = [...new Set(variants.map(({ facts }) => tryTemplate(facts)))];
  const forced = (['block', 'else'] as const).map((branch) => prepareTrials(sources, info, branch));
  return [
    ...checkMarkup(ordinary, readMarkup),
    ...checkUnseenMarkup(forced, ordinary, readMarkup),
    ...undeclaredNeeds([...ordinary, ...neededFacts().map(({ facts }) => tryTemplate(facts))], {
      needs: info.needs,
      kind,
    }),
    ...checkPunctuation(tryTemplate, [...lacking, ...sparse]),
  ];
}

function templatePart([name, text]: readonly [string, TemplateSources['report']]): [string, ParsedPart][] {
  const { program } = parseTemplate(text);
  return program === undefined ? [] : [[name, { text, program }]];
}

/** One finding a rule and place, in the order of the files. */
function firsts(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const byPlace = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const { rule, file, start } = diagnostic;
    const key = `${rule} ${file}:${start.line}:${start.column}`;
    if (!byPlace.has(key)) byPlace.set(key, diagnostic);
  }
  return [...byPlace.values()].sort(compareDiagnostics);
}
