import { searchWords } from '@orbita/domain/identity';
import { sql } from 'kysely';
import { type Em, run } from '#connection';
import { countryOfCode } from '../refresh/calling-codes.ts';
import { type Findable, type Told, toldOf } from './told.queries.ts';

/**
 * Rewrites by which words these customers are found, with those of everybody merged into them, and by which each of their
 * contacts is. Weight A: names and ids in other systems. Weight B, for those only who may read personal data: e-mails whole
 * and by their parts, telephones international and national, tax id, city.
 */
export async function refreshSearch(em: Em, customerIds: readonly string[]): Promise<void> {
  if (customerIds.length === 0) return;
  const found = await toldOf(em, customerIds);
  const customers = found.map(({ id, texts }) => ({ id, words: spokenIn(texts) }));
  const contacts = found.filter(({ merged }) => !merged).flatMap(contactsOf);
  const learnt = new Set(customers.flatMap(({ words }) => words.filter(({ personal, word }) => !personal && isLearnt(word))).map(({ word }) => word));
  await run(em, sql`
    with learnt as (
      insert into search_word (word) select unnest(${[...learnt].toSorted()}::text[]) on conflict do nothing
    ), of_contacts as (
      insert into contact_search as s (contact_id, customer_id, words)
      select r.id, r.holder, r.words::tsvector
      from unnest(${contacts.map(({ id }) => id)}::uuid[], ${contacts.map(({ holderId }) => holderId)}::uuid[], ${contacts.map(vectorOf)}::text[]) r(id, holder, words) order by r.id
      on conflict (contact_id, customer_id) do update set words = excluded.words where s.words <> excluded.words
    )
    insert into customer_search as s (customer_id, words)
    select r.id, r.words::tsvector from unnest(${customers.map(({ id }) => id)}::uuid[], ${customers.map(vectorOf)}::text[]) r(id, words) order by r.id
    on conflict (customer_id) do update set words = excluded.words where s.words <> excluded.words`);
}

interface Spoken {
  readonly word: string;
  readonly personal: boolean;
}

/** What is somebody's own comes before what his contacts have. */
const ownFirst = (a: Told, b: Told): number => Number(a.contactId !== null) - Number(b.contactId !== null);
const spokenIn = (texts: readonly Told[]): Spoken[] => texts.toSorted(ownFirst).flatMap((text) => wordsOf(text).map((word) => ({ word, personal: text.personal })));

// A vector holds a megabyte, the places of its words included: who has ten thousand contacts is found by the first of them.
const mostBytes = 1_000_000;
const bytesOfPlace = 8;

function vectorOf({ words }: { readonly words: readonly Spoken[] }): string {
  const entries = new Set(words.map(({ word, personal }) => `'${word}':${personal ? '2B' : '1A'}`));
  let bytes = 0;
  return [...entries].filter((entry) => (bytes += Buffer.byteLength(entry) + bytesOfPlace) <= mostBytes).join(' ');
}

/** The contacts of a customer, found by what is theirs and by how he is called. */
function contactsOf({ id, texts }: Findable): { readonly id: string; readonly holderId: string; readonly words: readonly Spoken[] }[] {
  const called = texts.filter(({ said, contactId, holderId }) => said === 'NAME' && contactId === null && holderId === id);
  const theirs = Map.groupBy(texts.filter(({ contactId }) => contactId !== null), ({ contactId }) => contactId!);
  return [...theirs].map(([contactId, some]) => ({ id: contactId, holderId: some[0]!.holderId, words: spokenIn([...called, ...some]) }));
}

/** What spelling is corrected against: words of names and numbers of other systems, not mere numbers. */
const isLearnt = (word: string): boolean => [...word].length >= 3 && /[^0-9@._+-]/.test(word);

/** A telephone by its digits, with and without its country, and as it was written; an e-mail also by whose it is. */
function wordsOf({ said, text, written }: Told): string[] {
  if (said === 'PHONE') return [digitsOf(text), national(digitsOf(text)), digitsOf(written ?? '')].filter((word) => word !== '');
  if (said === 'TAX_ID') return searchWords(text.replaceAll(/[^A-Za-z0-9]/g, ''));
  return said === 'EMAIL' ? [...searchWords(text), ...searchWords(text.split('@')[0]!)] : searchWords(text);
}

const digitsOf = (text: string): string => text.replaceAll(/[^0-9]/g, '');

/** An international number without its country: the longest calling code that begins it, else +1. */
const national = (number: string): string => number.slice([3, 2].find((length) => countryOfCode.has(number.slice(0, length))) ?? 1);

/** Forgets the words that no customer has any more: what an erased person leaves in the vocabulary. */
export async function forgetUnusedWords(em: Em): Promise<number> {
  return run(em, sql`
    delete from search_word v
    where not exists (select 1 from ts_stat('select words from customer_search') s where s.word = v.word)`);
}

/** Forgets the words of these texts that no customer is found by any more. Call it when the index was brought up to date. */
export async function forgetWordsOf(em: Em, texts: readonly string[]): Promise<void> {
  const words = [...new Set(texts.flatMap(searchWords))];
  if (words.length === 0) return;
  await run(em, sql`
    delete from search_word v using unnest(${words}::text[]) spoken(word)
    where v.word = spoken.word and not exists (select from customer_search s where s.words @@ ('''' || spoken.word || '''')::tsquery)`);
}
