import { mayReadMarked, type Viewer } from '@orbita/domain/access';
import { normaliseText } from '@orbita/domain/facts';
import { type RawBuilder, sql } from 'kysely';
import { visibleFacts } from '#access';
import { type Em, rowsOf } from '#connection';

export interface CustomerHit {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly city: string | null;
  readonly country: string | null;
}

// Enough to rank from, few enough that a common prefix over a million customers stays fast.
const candidates = 200;
const shortestGuess = 4;

/** The words of a search text as the index keeps words; digits of a telephone lose what stands between them. */
export function searchWords(text: string): string[] {
  const normal = normaliseText(text);
  const digits = /^\+?[\d\s().-]{6,}$/.test(normal) ? normal.replace(/\D/g, '') : undefined;
  return (digits ? [digits] : normal.split(/[^\p{L}\p{N}@._+-]+/u)).filter((word) => word !== '').slice(0, 8);
}

/** Every word as a prefix; personal words (weight B: telephones, e-mails, tax ids) only for those who may read them. */
export function searchQuery(words: readonly string[], viewer: Viewer): string {
  return words.map((word) => `${quoted(word)}:*${weightsFor(viewer)}`).join(' & ');
}

const weightsFor = (viewer: Viewer): string => (mayReadMarked(viewer.role, 'personal') ? 'AB' : 'A');
const quoted = (word: string): string => `'${word.replace(/['\\]/g, ' ')}'`;

/** Whether the customer of the facts row `f` is found by a text; undefined when it has no words. */
export function searchCondition(text: string, viewer: Viewer): RawBuilder<boolean> | undefined {
  const words = searchWords(text);
  if (words.length === 0) return undefined;
  return sql<boolean>`f.customer_id in (select customer_id from customer_search where words @@ ${searchQuery(words, viewer)}::tsquery)`;
}

/** Search as you type: prefixes of names, e-mails, telephones, tax ids and order numbers, then near spellings. */
export async function searchCustomers(em: Em, text: string, viewer: Viewer, limit: number): Promise<CustomerHit[]> {
  const words = searchWords(text);
  if (words.length === 0) return [];
  const hits = await ranked(em, text, sql`s.words @@ ${searchQuery(words, viewer)}::tsquery`, viewer, limit);
  if (hits.length > 0 || words.every((word) => word.length < shortestGuess)) return hits;
  const guessed = await nearSpellings(em, words, weightsFor(viewer));
  return guessed ? ranked(em, text, sql`s.words @@ ${guessed}::tsquery`, viewer, limit) : [];
}

function ranked(em: Em, text: string, matches: RawBuilder<unknown>, viewer: Viewer, limit: number): Promise<CustomerHit[]> {
  const start = normaliseText(text);
  return rowsOf(em, sql<CustomerHit>`
    with found as (
      (select f.customer_id, f.name, f.revenue_total, f.city, f.country
       from customer_search s join customer_facts f using (customer_id)
       where ${matches} and ${visibleFacts('f', viewer)} limit ${candidates})
      union
      (select f.customer_id, f.name, f.revenue_total, f.city, f.country
       from sales_order o join customer_facts f using (customer_id)
       where o.number like ${`${text.trim().replace(/[%_\\]/g, '\\$&')}%`} and ${visibleFacts('f', viewer, 'order')} limit 20)
    )
    select c.id, c.name, c.kind, ${mayReadMarked(viewer.role, 'personal') ? sql`found.city` : sql`null`} as city, found.country
    from found join customer c on c.id = found.customer_id
    order by starts_with(found.name, ${start}) desc, found.revenue_total desc, c.name, c.id
    limit ${limit}`);
}

/** Replaces each word by the words of the index that are spelled most like it. */
async function nearSpellings(em: Em, words: readonly string[], weights: string): Promise<string | undefined> {
  const groups: string[] = [];
  for (const word of words) {
    const near = word.length < shortestGuess ? [] : await rowsOf(em, sql<{ word: string }>`
      select word from search_word where word % ${word} order by similarity(word, ${word}) desc, word limit 6`);
    if (near.length === 0 && word.length >= shortestGuess) return undefined;
    groups.push(near.length > 0 ? `(${near.map((row) => `${quoted(row.word)}:${weights}`).join(' | ')})` : `${quoted(word)}:*${weights}`);
  }
  return groups.join(' & ');
}
