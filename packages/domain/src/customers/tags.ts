import { searchKey } from '#identity';
import { type Refusal, refuse } from '#refusal';

const longestTag = 40;
const mostTags = 50;

/** Tags in lower case, single spaces, each once whatever its accents, in alphabetical order; at most 50 of 40 characters. */
export function normaliseTags(tags: readonly string[]): string[] | Refusal {
  const found = new Map<string, string>();
  for (const [index, text] of tags.entries()) {
    const tag = text.normalize('NFC').replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim().toLowerCase();
    if (tag === '') continue;
    if (tag.length > longestTag) return refuse('TOO_LONG', { field: `tags.${index}`, details: { maximum: longestTag } });
    const key = searchKey(tag);
    if (!found.has(key)) found.set(key, tag);
  }
  if (found.size > mostTags) return refuse('OUT_OF_RANGE', { field: 'tags', details: { minimum: 0, maximum: mostTags } });
  return [...found].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, tag]) => tag);
}
