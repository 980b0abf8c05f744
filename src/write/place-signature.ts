import { CHARACTER_PITCH, TWO_CHARACTERS } from '../format/gb9704.ts';
import { type Layout, textAreaOf } from '../format/layout.ts';
import type { TextExtent } from './measure.ts';

/** Where a line begins or ends: so many twips in from that edge of the text area. */
export interface SignaturePlace {
  readonly edge: 'left' | 'right';
  readonly indent: number;
}

/** The two lines of a signature. */
export interface SignaturePlaces {
  readonly signatory: SignaturePlace;
  readonly date: SignaturePlace;
}

/**
 * Places 署名 and 成文日期, GB/T 9704 7.3.5. Without a seal the signatory ends two characters from the right and the date begins two
 * characters right of where the signatory begins; a date that is longer, or would not have the room that it needs there, ends
 * two characters from the right, and the signatory moves left. With a seal the date ends four characters from the right, and the
 * signatory stands centred over it. Either stays on one line: a signatory of 27 or 28 characters gives up its distance from the right.
 */
export function placeSignature(signatory: TextExtent, date: TextExtent, layout: Layout): SignaturePlaces {
  const { width } = textAreaOf(layout);
  if (layout.hasSeal) return placeForSeal(signatory, date, width);
  const free = Math.max(0, width - signatory.room);
  if (date.room > signatory.width) {
    const wanted = TWO_CHARACTERS + date.width + 2 * CHARACTER_PITCH - signatory.width;
    return { signatory: fromRight(Math.min(wanted, free)), date: fromRight(TWO_CHARACTERS) };
  }
  const indent = Math.min(TWO_CHARACTERS, free);
  const start = Math.max(0, width - indent - signatory.width);
  return { signatory: fromRight(indent), date: { edge: 'left', indent: start + 2 * CHARACTER_PITCH } };
}

function placeForSeal(signatory: TextExtent, date: TextExtent, width: number): SignaturePlaces {
  const end = 2 * TWO_CHARACTERS;
  const centred = end + Math.round((date.width - signatory.width) / 2);
  const free = Math.max(0, width - signatory.room);
  const shift = Math.min(Math.max(0, -centred), Math.max(0, width - date.room - end));
  return { signatory: fromRight(Math.min(Math.max(0, centred), free)), date: fromRight(end + shift) };
}

function fromRight(indent: number): SignaturePlace {
  return { edge: 'right', indent };
}
