import { mayReadMarked, scopeOf, type Viewer } from '@orbita/domain/access';
import { normaliseText } from '@orbita/domain/facts';
import { wordAsKept, wordsIn } from '@orbita/domain/identity';
import { type RawBuilder, sql } from 'kysely';
import { visibleFacts } from '#access';
import { type Em, rowsOf } from '#connection';
import { orderNumbered, partsOf, telephoneEnding } from '#facts';

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
const nearest = 24;
const shortestNumber = 3;

/** The words of a search text as the index keeps words; digits of a telephone lose what stands between them. */
function typedWords(text: string): string[] {
  const isNumber = /^\s*\+?[\d\s().-]{6,}$/.test(text);
  return (isNumber ? [text.replace(/\D/g, '')] : wordsIn(text)).slice(0, 8).map(wordAsKept);
}

/** Every word as a prefix; personal words (weight B: telephones, e-mails, tax ids) only for those who may read them. */
function searchQuery(words: readonly string[], viewer: Viewer): string {
  return words.map((word) => `${quoted(word)}:*${weightsFor(viewer)}`).join(' & ');
}

const weightsFor = (viewer: Viewer): string => (mayReadMarked(viewer.role, 'personal') ? 'AB' : 'A');
const quoted = (word: string): string => `'${word.replace(/['\\]/g, ' ')}'`;

const asTyped = (words: readonly string[], viewer: Viewer): RawBuilder<unknown> => sql`${searchQuery(words, viewer)}::tsquery`;

const isTooShortToGuess = (words: readonly string[]): boolean => words.every((word) => word.length < shortestGuess);

const seesEverybody = (viewer: Viewer): boolean => scopeOf(viewer.role, 'customer', 'read') === 'all';

/** Rows of an index that words find, of customers whom the viewer sees: of the others not even that they are there may be told. */
function shownIn(index: 'customer_search' | 'contact_search', words: RawBuilder<unknown>, viewer: Viewer): RawBuilder<unknown> {
  if (seesEverybody(viewer)) return sql`select from ${sql.table(index)} where words @@ ${words}`;
  if (index === 'customer_search') return sql`select from customer_search s join customer_facts v using (customer_id) where s.words @@ ${words} and ${visibleFacts('v', viewer)}`;
  return sql`
    select from contact_search s join customer held on held.id = s.customer_id join customer_facts v on v.customer_id = ${root}
    where s.words @@ ${words} and ${visibleFacts('v', viewer, 'contact')}`;
}

/** The words of the index that are spelled most like each word; null, which finds nobody, where one has none. */
function nearSpellings(words: readonly string[], viewer: Viewer): RawBuilder<unknown> {
  const marks = weightsFor(viewer);
  const near = sql`select word from search_word where word % typed.word order by similarity(word, typed.word) desc, word`;
  // Of whoever does not see everybody, words that only others bear take no place of a word that he may find.
  const six = seesEverybody(viewer) ? sql`${near} limit 6` : sql`
    select word from (${near} limit ${sql.lit(nearest)}) nearest where exists (${shownIn('customer_search', sql`quote_literal(nearest.word)::tsquery`, viewer)}) limit 6`;
  return sql`(
    select case when bool_and(alike is not null) then string_agg('(' || alike || ')', ' & ')::tsquery end
    from unnest(${words}::text[]) typed(word) cross join lateral (
      select case when length(typed.word) < ${shortestGuess} then quote_literal(typed.word) || ${`:*${marks}`}::text
        else (select string_agg(quote_literal(near.word) || ${`:${marks}`}::text, ' | ') from (
          ${six}) near) end as alike) spelled)`;
}

/** What a text is looked for by in one statement: its words as prefixes, and near spellings where nobody is found by those. */
function wanted(words: readonly string[], viewer: Viewer, index: 'customer_search' | 'contact_search' = 'customer_search'): RawBuilder<unknown> {
  const typed = asTyped(words, viewer);
  if (isTooShortToGuess(words)) return typed;
  return sql`(case when exists (${shownIn(index, typed, viewer)}) then ${typed} else ${nearSpellings(words, viewer)} end)`;
}

/** Whether the customer of the facts row `f` is found by a text: names, ways to reach him, tax ids, numbers of orders; undefined without one. */
export function searchCondition(text: string, viewer: Viewer): RawBuilder<boolean> | undefined {
  if (text.trim() === '') return undefined;
  const words = typedWords(text);
  if (words.length === 0) return sql<boolean>`false`;
  return sql<boolean>`f.customer_id in (${found(text, wanted(words, viewer), viewer)})`;
}

/** Who is found by words, and by the numbers that a text may be. */
function found(text: string, words: RawBuilder<unknown>, viewer: Viewer): RawBuilder<unknown> {
  const ways = [sql`select customer_id from customer_search where words @@ ${words}`];
  // What every number begins with would find everybody.
  const numbered = text.trim().length >= shortestNumber && scopeOf(viewer.role, 'order', 'read') !== 'none';
  if (numbered) ways.push(sql`select ${root} from ${orders} where ${orderNumbered('o', text)}`);
  const ending = telephoneOf(text, viewer);
  if (ending) ways.push(sql`select ${root} from ${points} where ${ending}`);
  return sql.join(ways, sql` union all `);
}

/** The customers that are found by a text as it is typed, and everybody merged into them: whose rows are theirs. */
export function customersNamed(text: string, viewer: Viewer): RawBuilder<unknown> {
  const words = typedWords(text);
  if (words.length === 0) return sql`select null::uuid where false`;
  return sql`select unnest(${partsOf(sql`named.id`)}) from (select distinct id from (${found(text, asTyped(words, viewer), viewer)}) each(id)) named`;
}

const root = sql`coalesce(held.merged_into, held.id)`;
const orders = sql`sales_order o join customer held on held.id = o.customer_id`;
const points = sql`contact_point p join customer held on held.id = p.customer_id`;

const telephoneOf = (text: string, viewer: Viewer): RawBuilder<boolean> | undefined =>
  (mayReadMarked(viewer.role, 'personal') ? telephoneEnding('p', text) : undefined);

/** Whether the contact `k` is found by a text: by what he is called, how he is reached and how his customer is called. */
export function contactSearchCondition(text: string, viewer: Viewer): RawBuilder<boolean> | undefined {
  if (text.trim() === '') return undefined;
  const words = typedWords(text);
  if (words.length === 0) return sql<boolean>`false`;
  const ending = telephoneOf(text, viewer);
  const byEnd = ending ? sql`union all select p.contact_id from contact_point p where p.contact_id is not null and ${ending}` : sql``;
  return sql<boolean>`k.id = any(array(select contact_id from contact_search where words @@ ${wanted(words, viewer, 'contact_search')} ${byEnd}))`;
}

/** Search as you type: prefixes of names, e-mails, telephones, tax ids and order numbers, then near spellings. */
export async function searchCustomers(em: Em, text: string, viewer: Viewer, limit: number): Promise<CustomerHit[]> {
  const words = typedWords(text);
  if (words.length === 0) return [];
  // What is typed most is planned for as it is; the guess is asked for only when it is needed.
  const hits = await ranked(em, text, sql`s.words @@ ${asTyped(words, viewer)}`, viewer, limit);
  if (hits.length > 0 || isTooShortToGuess(words)) return hits;
  return ranked(em, text, sql`s.words @@ ${nearSpellings(words, viewer)}`, viewer, limit);
}

function ranked(em: Em, text: string, matches: RawBuilder<unknown>, viewer: Viewer, limit: number): Promise<CustomerHit[]> {
  const start = normaliseText(text);
  const ending = telephoneOf(text, viewer);
  // Whoever may not read what they bought is not told it by their order.
  const bought = mayReadMarked(viewer.role, 'revenue') ? sql`f.revenue_total` : sql`0::bigint`;
  const shown = sql`f.customer_id, f.name, ${bought} as bought, f.city, f.country`;
  const byEnd = ending ? sql`union (
      select ${shown} from ${points} join customer_facts f on f.customer_id = ${root} where ${ending} and ${visibleFacts('f', viewer)} limit 20)` : sql``;
  return rowsOf(em, sql<CustomerHit>`
    with found as (
      (select ${shown}
       from customer_search s join customer_facts f using (customer_id)
       where ${matches} and ${visibleFacts('f', viewer)} limit ${candidates})
      union
      (select ${shown}
       from ${orders} join customer_facts f on f.customer_id = ${root}
       where ${orderNumbered('o', text)} and ${visibleFacts('f', viewer, 'order')} limit 20)
      ${byEnd}
    )
    select c.id, c.name, c.kind, ${mayReadMarked(viewer.role, 'personal') ? sql`found.city` : sql`null`} as city, found.country
    from found join customer c on c.id = found.customer_id
    order by starts_with(found.name, ${start}) desc, found.bought desc, c.name, c.id
    limit ${limit}`);
}
