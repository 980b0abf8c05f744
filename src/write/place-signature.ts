import { CHARACTER_PITCH, TWO_CHARACTERS } from '../format/gb9704.ts';

/** Indents from the right edge, in twips. */
export interface SignaturePlaces {
  readonly signatory: number;
  readonly date: number;
}

/**
 * Places 署名 and 成文日期 by their widths in twips, GB/T 9704 7.3.5. Without a seal the signatory ends two characters from the
 * right and the date begins two characters right of where the signatory begins; a date that is longer ends two
 * characters from the right, and the signatory moves left. With a seal the date ends four characters from the right,
 * and the signatory stands centred over it.
 */
export function placeSignature(signatoryWidth: number, dateWidth: number, hasSeal: boolean): SignaturePlaces {
  if (hasSeal) return placeForSeal(signatoryWidth, dateWidth);
  if (signatoryWidth === 0 || dateWidth > signatoryWidth) {
    const signatory = Math.max(0, TWO_CHARACTERS + dateWidth + 2 * CHARACTER_PITCH - signatoryWidth);
    return { signatory, date: TWO_CHARACTERS };
  }
  return {
    signatory: TWO_CHARACTERS,
    date: Math.max(0, TWO_CHARACTERS + signatoryWidth - 2 * CHARACTER_PITCH - dateWidth),
  };
}

function placeForSeal(signatoryWidth: number, dateWidth: number): SignaturePlaces {
  const date = 2 * TWO_CHARACTERS;
  const signatory = date + Math.round((dateWidth - signatoryWidth) / 2);
  return signatory >= 0 ? { signatory, date } : { signatory: 0, date: date - signatory };
}
