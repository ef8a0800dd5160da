import type { Viewer } from '@orbita/domain/access';
import { type RawBuilder, sql } from 'kysely';
import { customersNamed } from '#search';
import { plainText } from '#facts';

/** The words of an activity, as the index `activity_words` has them: of what is long, the beginning. */
export const activityWords = (alias: string): RawBuilder<unknown> => sql`to_tsvector('simple', ${plainText(sql`
  translate(left(${sql.ref(`${alias}.subject`)} || ' ' || coalesce(${sql.ref(`${alias}.body`)}, ''), 20000), '/._@', '    ')`)})`;

const mostWords = 8;

/** A text in the form in which the index has it: `plainText` and what parts addresses and names of files. */
const asIndexed = (text: string): string => text.replaceAll(/[/._@]/g, ' ').normalize('NFKD').toLowerCase().normalize('NFKD').replaceAll(/[\u0300-\u036f]/g, '').trim();

/** What is typed, each word as the beginning of one, parted as the index parts words. */
const asTyped = (words: readonly string[]): RawBuilder<unknown> =>
  sql`to_tsquery('simple', ${words.map((word) => `'${word.replace(/['\\]/g, ' ')}':*`).join(' & ')})`;

/** Whether the activity `a` is found by a text: by its subject and what was written, or by how its customer is found; undefined without a text. */
export function activitySearch(text: string, viewer: Viewer): RawBuilder<boolean> | undefined {
  if (text.trim() === '') return undefined;
  const words = asIndexed(text).split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).slice(0, mostWords);
  if (words.length === 0) return sql<boolean>`false`;
  // Both are conditions of an index: whoever is looked for is found without reading what others did.
  return sql<boolean>`(${activityWords('a')} @@ ${asTyped(words)} or a.customer_id = any(array(${customersNamed(text, viewer)})))`;
}
