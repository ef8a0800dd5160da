import { normaliseText } from '#facts';

const foldedLetters: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };

/** The form in which texts are searched and compared: lower case, no accents, single spaces (the rules' own form). */
export function searchKey(text: string): string {
  return normaliseText(text);
}

/** Words of a text for keys: folded letters, no punctuation, initials with dots joined (`S.L.` → `sl`). */
export function keyWords(text: string): string[] {
  return searchKey(text)
    .replaceAll(/[ßøæœłđðþı]/g, (letter) => foldedLetters[letter] ?? letter)
    .replaceAll(/['’`´.·]/g, (mark) => (mark === '.' ? '.' : ''))
    .replaceAll(/(?<=(?:^|[^\p{L}\p{N}])\p{L})\.\s*(?=\p{L}(?:[^\p{L}\p{N}]|$))/gu, '')
    .split(/[^\p{L}\p{N}&+]+/u)
    .filter((word) => word !== '');
}
