import { expect, test } from 'vitest';
import { searchWords, wordAsKept, wordsIn } from './index.ts';

test('a text is found by its words without accents, and by the parts of what is held together', () => {
  expect(searchWords('Bodegas Muñoz-Ruiz, S.L.')).toEqual(['bodegas', 'munoz-ruiz', 'munoz', 'ruiz', 's.l.', 's', 'l']);
  expect(searchWords("I.O'Neil@Bodegas.es")).toEqual(['i.o', 'i', 'o', 'neil@bodegas.es', 'neil', 'bodegas', 'es']);
  expect(searchWords(' … ')).toEqual([]);
});

test('nothing of a word can end the quoting of the index, and no word is longer than it keeps', () => {
  expect(searchWords(String.raw`a'b\c:d&e|f!g(h)<i>*j`)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']);
  expect(searchWords('x'.repeat(300))).toEqual(['x'.repeat(100)]);
});

test('what is typed keeps what holds a word together', () => {
  expect(wordsIn('Ana  LÓPEZ ana.lopez@x.es')).toEqual(['ana', 'lopez', 'ana.lopez@x.es']);
  const long = `${'x'.repeat(99)}@bodegas.es`;
  expect(searchWords(long)).toContain(wordAsKept(wordsIn(long)[0]!));
});
