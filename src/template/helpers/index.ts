import type { Helper } from '../helper.ts';
import { announcement } from './announcement.ts';
import { any } from './any.ts';
import { breakdown } from './breakdown.ts';
import { byDate } from './by-date.ts';
import { content } from './content.ts';
import { counted } from './counted.ts';
import { entry } from './entry.ts';
import { enumerate } from './enumerate.ts';
import { examples } from './examples.ts';
import { growth } from './growth.ts';
import { is } from './is.ts';
import { join } from './join.ts';
import { leadIn } from './lead-in.ts';
import { lone } from './lone.ts';
import { numeral } from './numeral.ts';
import { opening } from './opening.ts';
import { ordinal } from './ordinal.ts';
import { paragraph } from './paragraph.ts';
import { paragraphs } from './paragraphs.ts';
import { part } from './part.ts';
import { percent } from './percent.ts';
import { phrases } from './phrases.ts';
import { present } from './present.ts';
import { rowGroup } from './row-group.ts';
import { same } from './same.ts';
import { section } from './section.ts';
import { sentences } from './sentences.ts';
import { series } from './series.ts';
import { several } from './several.ts';
import { share } from './share.ts';
import { some } from './some.ts';
import { span } from './span.ts';
import { stated } from './stated.ts';
import { statements } from './statements.ts';
import { suffixed } from './suffixed.ts';
import { sum } from './sum.ts';
import { tally } from './tally.ts';
import { trimmed } from './trimmed.ts';
import { vacancy } from './vacancy.ts';
import { wan } from './wan.ts';
import { when } from './when.ts';
import { zero } from './zero.ts';

/** Every helper of the template language. */
export const HELPERS: readonly Helper[] = [
  zero,
  trimmed,
  same,
  lone,
  counted,
  breakdown,
  any,
  content,
  byDate,
  examples,
  growth,
  is,
  entry,
  enumerate,
  join,
  leadIn,
  numeral,
  paragraph,
  paragraphs,
  part,
  present,
  section,
  sentences,
  series,
  several,
  share,
  stated,
  statements,
  opening,
  announcement,
  suffixed,
  sum,
  tally,
  vacancy,
  ordinal,
  percent,
  phrases,
  rowGroup,
  some,
  span,
  wan,
  when,
];
