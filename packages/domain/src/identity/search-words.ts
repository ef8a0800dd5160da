import { searchKey } from './search-key.ts';

const separators = /[^\p{L}\p{N}@._+-]+/u;
const joints = /[@._+-]+/;
const longestWord = 100;

/** The words of a text, as whoever searches types them and as the index keeps them: `@ . _ + -` hold a word together. */
export function wordsIn(text: string): string[] {
  return searchKey(text).split(separators).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** By which words a text is found: its words, and of what is held together each part; at most 100 characters of each. */
export function searchWords(text: string): string[] {
  const words = wordsIn(text).flatMap((word) => (joints.test(word) ? [word, ...word.split(joints)] : [word]));
  return words.filter((word) => word !== '').map(wordAsKept);
}

/** A word as long as the index keeps one; of what is longer, its beginning. */
export const wordAsKept = (word: string): string => (word.length > longestWord ? [...word].slice(0, longestWord).join('') : word);
