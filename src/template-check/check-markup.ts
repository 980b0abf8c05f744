import type { TemplateFinding, TemplateStretch } from '../template/place.ts';
import type { PlacedMarkupProblem } from '../template/place-markup-problems.ts';
import { MARKUP_HINT } from '../template/place-markup-problems.ts';
import { fullFacts } from './full-facts.ts';
import type { Trial, TryTemplate } from './try-template.ts';

/** The markup reader, as far as this room needs to know it. */
export type ReadMarkup = (markup: string) => readonly PlacedMarkupProblem[];

/** Everything in these trials that is not of the markup subset, and headings whose level skips one. */
export function checkMarkup(trials: readonly Trial[], readMarkup: ReadMarkup): TemplateFinding[] {
  return trials.flatMap((trial) => [
    ...withoutCascade(readMarkup(trial.markup)).flatMap((problem) => {
      return findingAt(trial.placeOf(problem.at), problem.message, MARKUP_HINT);
    }),
    ...skippedLevels(trial),
  ]);
}

/** Only what is in pieces that ordinary facts never print: under a forced condition the rest may contradict itself. */
export function checkUnseenMarkup(
  forced: readonly TryTemplate[],
  trials: readonly Trial[],
  readMarkup: ReadMarkup,
): TemplateFinding[] {
  const seen = new Set(trials.flatMap(({ printed }) => [...printed]));
  const findings = forced.flatMap((tryTemplate) => checkMarkup([tryTemplate(fullFacts())], readMarkup));
  return findings.filter(({ at }) => !seen.has(stretchKey(at)) && !isInsideSeen(at, seen));
}

/** After an element that is not closed nothing stands where it was meant to. */
function withoutCascade(problems: readonly PlacedMarkupProblem[]): readonly PlacedMarkupProblem[] {
  const unpaired = problems.find(({ message }) => /结束标记/.test(message));
  return unpaired === undefined ? problems : [unpaired];
}

/** `h3` straight under `h1`; an attachment counts anew. */
function skippedLevels({ markup, placeOf }: Trial): TemplateFinding[] {
  let last = 0;
  return [...markup.matchAll(/<(h[1-4]|section)\b/g)].flatMap((match) => {
    const level = match[1] === 'section' ? 0 : Number(match[1]?.slice(1));
    const isSkipped = level > last + 1;
    const above = last;
    last = level;
    if (!isSkipped) return [];
    const message =
      above === 0
        ? `第一个标题是 <h${level}>，前面没有 <h1>`
        : `标题从 <h${above}> 跳到 <h${level}>，中间缺一级`;
    return findingAt(placeOf(match.index), message, '标题逐级往下：h1 下面是 h2，h2 下面是 h3。');
  });
}

function findingAt(at: TemplateStretch | undefined, message: string, hint: string): TemplateFinding[] {
  return at === undefined ? [] : [{ rule: 'template-markup', at, message, hint }];
}

function stretchKey({ text, start }: TemplateStretch): string {
  return `${text.file}:${start.line}:${start.column}`;
}

/** A finding may stand a little after the start of its piece. */
function isInsideSeen({ text, start }: TemplateStretch, seen: ReadonlySet<string>): boolean {
  for (let column = start.column; column >= Math.max(0, start.column - 2); column -= 1) {
    if (seen.has(`${text.file}:${start.line}:${column}`)) return true;
  }
  return false;
}
