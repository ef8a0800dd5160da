import type { PaletteSearch } from './palette-items.ts';

/** Several searches as one: what one of them cannot answer does not keep back what the others found. */
export const joinSearches = (searches: readonly PaletteSearch[]): PaletteSearch => async (text, signal) => {
  const answers = await Promise.allSettled(searches.map((search) => search(text, signal)));
  const found = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
  if (found.length === 0 && answers.length > 0) throw new Error('No search answered.');
  return found.flat();
};
