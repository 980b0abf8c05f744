import { hasIllegalCharacter } from '../facts/illegal-characters.ts';

/** A text without the characters that no facts file may hold. */
export function withoutIllegal(text: string): string {
  if (!hasIllegalCharacter(text)) return text;
  return [...text].filter((character) => !hasIllegalCharacter(character)).join('');
}
