import { documentDate } from '../docx/read/document-date.ts';
import type { ReadWord } from '../docx/read/read-word.ts';
import { propertiesOf } from '../write/properties.ts';
import type { Properties } from '../write/writer.ts';
import type { Arrangement } from './arrange.ts';
import type { SetPart } from './decision.ts';
import { textOfItems } from './inline-items.ts';

/**
 * The properties of a file that was set anew: who signs is the author, never the person who typed; its date is SOURCE_DATE_EPOCH, else that
 * of the report, else when the old file says that it was changed.
 */
export function fileProperties(
  { blocks }: Arrangement,
  read: ReadWord,
  epoch: string | undefined,
): Properties {
  const lineOf = (part: SetPart) => {
    const block = blocks.find((each) => each.kind === 'paragraph' && each.part === part);
    return block?.kind === 'paragraph' ? textOfItems(block.lines.flat()) : undefined;
  };
  const date = /(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?/.exec(lineOf('date') ?? '');
  const properties = propertiesOf(
    { signatory: lineOf('signatory'), date: date === null ? undefined : namedDate(date) },
    epoch,
  );
  const changed = date === null && epoch === undefined ? documentDate(read.package) : undefined;
  return changed === undefined ? properties : { ...properties, date: changed };
}

function namedDate([, year, month, day]: RegExpExecArray) {
  return { year: Number(year), month: Number(month), ...(day !== undefined && { day: Number(day) }) };
}
