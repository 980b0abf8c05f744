import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  generateWordLists,
  LISTS,
  readWordList,
  WORD_LISTS_MODULE,
} from '../../scripts/generate-word-lists.ts';
import { DEFAULT_WORD_LISTS } from '../../src/prose/default-word-lists.ts';
import { addWords } from '../../src/prose/word-lists.ts';

test('the lists in the program are those of word-lists/*.yaml', () => {
  expect(readFileSync(WORD_LISTS_MODULE, 'utf8')).toBe(generateWordLists());
});

test('no slip is written twice, and none is mended into another slip', () => {
  const wrong = DEFAULT_WORD_LISTS.slips.map((slip) => slip.wrong);
  expect(new Set(wrong).size).toBe(wrong.length);
  for (const { right } of DEFAULT_WORD_LISTS.slips)
    expect(wrong.filter((word) => right.includes(word))).toEqual([]);
});

test('a unit adds words of its own ahead of ours', () => {
  const lists = addWords(DEFAULT_WORD_LISTS, {
    slips: [{ wrong: '云西', right: '云溪' }],
    names: ['帐房村'],
  });
  expect(lists.slips[0]?.right).toBe('云溪');
  expect(lists.names).toEqual(['帐房村']);
});

test.each(Object.values(LISTS))('every entry of %s.yaml says where it comes from', (file) => {
  for (const entry of readWordList(file)) expect(entry.source, JSON.stringify(entry)).toMatch(/[一-鿿]/);
});

test('what is right holds the slip that it hides', () => {
  for (const { wrong, except = [] } of DEFAULT_WORD_LISTS.slips)
    expect(except.filter((word) => !word.includes(wrong))).toEqual([]);
});
