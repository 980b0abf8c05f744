import { pick, type Random } from './random.ts';
import { offsetIn, type Planted, replaceAt, type Sample } from './sample.ts';

/** One kind of fault: where it can be planted it gives the changed text, elsewhere nothing. */
export interface Fault {
  readonly rule: string;
  readonly plant: (sample: Sample, random: Random) => Planted | undefined;
}

/** A sentence put behind a full stop of the prose. */
export function insertSentence(rule: string, write: (random: Random) => string): Fault {
  return { rule, plant: (sample, random) => insertAfter(sample, random, /。(?=.)/g, write(random)) };
}

/** Something put where a pattern matches in running prose, behind what it matched. */
export function insertAt(rule: string, pattern: RegExp, write: (random: Random) => string): Fault {
  return { rule, plant: (sample, random) => insertAfter(sample, random, pattern, write(random)) };
}

function insertAfter(sample: Sample, random: Random, pattern: RegExp, words: string): Planted | undefined {
  const place = placeOf(sample, random, pattern);
  return place === undefined ? undefined : replaceAt(sample.text, place.end, place.end, words);
}

/** What a pattern matches in running prose, replaced. */
export function replaceProse(
  rule: string,
  pattern: RegExp,
  replace: (found: string, random: Random) => string,
): Fault {
  return {
    rule,
    plant(sample, random) {
      const place = placeOf(sample, random, pattern);
      if (place === undefined) return undefined;
      return replaceAt(sample.text, place.start, place.end, replace(place.found, random));
    },
  };
}

/** A line of the file, replaced; `{n}` places of the pattern are for `replace` to know. */
export function replaceLine(
  rule: string,
  pattern: RegExp,
  replace: (match: RegExpExecArray, random: Random) => string,
): Fault {
  return {
    rule,
    plant({ text }, random) {
      const match = pick([...text.matchAll(pattern)], random);
      return match && replaceAt(text, match.index, match.index + match[0].length, replace(match, random));
    },
  };
}

function placeOf(sample: Sample, random: Random, pattern: RegExp) {
  const sites = sample.passages
    .filter(
      ({ role, path }) => (role === 'body' || role === 'point') && !/^(?:plans|compliance)\./.test(path),
    )
    .flatMap((passage) => [...passage.text.matchAll(pattern)].map((match) => ({ passage, match })))
    .filter(
      ({ passage, match }) =>
        !passage.references.some(
          ({ start, end }) => start <= match.index + match[0].length && match.index <= end,
        ),
    );
  const site = pick(sites, random);
  if (site === undefined) return undefined;
  const { passage, match } = site;
  const start = offsetIn(sample, passage, match.index);
  return start === undefined ? undefined : { start, end: start + match[0].length, found: match[0] };
}

/** A fault that makes sense only where the sample says something. */
export function onlyWhere(pattern: RegExp, fault: Fault): Fault {
  return {
    ...fault,
    plant: (sample, random) => (pattern.test(sample.text) ? fault.plant(sample, random) : undefined),
  };
}
