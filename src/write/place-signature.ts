import { CHARACTER_PITCH, TEXT_WIDTH, TWO_CHARACTERS } from '../format/gb9704.ts';

/** Where a line begins or ends: so many twips in from that edge of the text area. */
export interface Place {
  readonly edge: 'left' | 'right';
  readonly indent: number;
}

/** The two lines of a signature. */
export interface SignaturePlaces {
  readonly signatory: Place;
  readonly date: Place;
}

/**
 * Places 署名 and 成文日期 by their widths in twips, GB/T 9704 7.3.5. Without a seal the signatory ends two characters from the
 * right and the date begins two characters right of where the signatory begins; a date that is longer ends two
 * characters from the right, and the signatory moves left. With a seal the date ends four characters from the right,
 * and the signatory stands centred over it.
 */
export function placeSignature(signatoryWidth: number, dateWidth: number, hasSeal: boolean): SignaturePlaces {
  if (hasSeal) return placeForSeal(signatoryWidth, dateWidth);
  if (dateWidth > signatoryWidth) {
    const signatory = TWO_CHARACTERS + dateWidth + 2 * CHARACTER_PITCH - signatoryWidth;
    return { signatory: fromRight(signatory), date: fromRight(TWO_CHARACTERS) };
  }
  const start = Math.max(0, TEXT_WIDTH - TWO_CHARACTERS - signatoryWidth);
  return {
    signatory: fromRight(TWO_CHARACTERS),
    date: { edge: 'left', indent: start + 2 * CHARACTER_PITCH },
  };
}

function placeForSeal(signatoryWidth: number, dateWidth: number): SignaturePlaces {
  const date = 2 * TWO_CHARACTERS;
  const signatory = date + Math.round((dateWidth - signatoryWidth) / 2);
  return { signatory: fromRight(Math.max(0, signatory)), date: fromRight(date - Math.min(0, signatory)) };
}

function fromRight(indent: number): Place {
  return { edge: 'right', indent };
}
