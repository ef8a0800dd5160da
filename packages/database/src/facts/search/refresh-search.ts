import { type RawBuilder, sql } from 'kysely';
import { type Em, run } from '#connection';
import { plainText } from '../plain-text.ts';
import { callingCodes } from '../refresh/calling-codes.ts';
import { wanted } from '../refresh/whose.ts';

// What separates words, as the search box splits them: white space and punctuation but @ . _ + -
const separators = String.raw`[\s!-*,/:-?\[-^\u0060{-~\u00a1-\u00bf\u2000-\u206f]+`;
const joints = '[@._+-]+';
const longestWord = 100;

/**
 * Rewrites by which words these customers are found, with those of everybody merged into them, in one statement.
 * Weight A: names and ids in other systems. Weight B, for those only who may read personal data: e-mails whole and by
 * their parts, telephones international and national, tax id, city.
 */
export async function refreshSearch(em: Em, customerIds: readonly string[]): Promise<void> {
  if (customerIds.length === 0) return;
  await run(em, sql`
    with ${wanted(customerIds)}, ${member}, told as (${texts}), spoken as (
      select customer_id, weight, unnest(array[word] || regexp_split_to_array(word, ${joints})) as word
      from (select customer_id, weight, regexp_split_to_table(text, ${separators}) as word from told) split
    ), word as materialized (
      select distinct customer_id, weight, left(word, ${sql.lit(longestWord)}) as word from spoken where word <> ''
    ), learnt as (
      insert into search_word (word)
      select distinct word from word where weight = 'A' and length(word) >= 3 and word ~ '[^0-9@._+-]' order by word
      on conflict do nothing
    )
    insert into customer_search as s (customer_id, words)
    select customer_id, coalesce(string_agg(
      case weight when 'A' then '''' || word || ''':1A' when 'B' then '''' || word || ''':2B' end, ' '), '')::tsvector
    from (select * from word union all select id, null, null from wanted) every_one
    group by customer_id order by customer_id
    on conflict (customer_id) do update set words = excluded.words where s.words <> excluded.words`);
}

/** Forgets the words that no customer has any more: what an erased person leaves in the vocabulary. */
export async function forgetUnusedWords(em: Em): Promise<number> {
  return run(em, sql`
    delete from search_word v
    where not exists (select 1 from ts_stat('select words from customer_search') s where s.word = v.word)`);
}

/** Forgets the words of these texts that no customer is found by any more. Call it when the index was brought up to date. */
export async function forgetWordsOf(em: Em, texts: readonly string[]): Promise<void> {
  if (texts.length === 0) return;
  await run(em, sql`
    with spoken as materialized (
      select distinct left(part, ${sql.lit(longestWord)}) as word
      from unnest(${texts}::text[]) text, regexp_split_to_table(${plainText(sql`text`)}, ${separators}) word,
        unnest(array[word] || regexp_split_to_array(word, ${joints})) part where part <> ''
    )
    delete from search_word v using spoken
    where v.word = spoken.word and not exists (select from customer_search s where s.words @@ ('''' || spoken.word || '''')::tsquery)`);
}

/** Whose words count for whom: a root is found by those of everybody merged into him. */
const member = sql`
  member as materialized (
    select id as customer_id, id as part_id from wanted
    union all
    select w.id, c.id from wanted w join customer c on c.merged_into = w.id
  )`;

const codes = sql`${callingCodes}::jsonb`;
const digits = (text: RawBuilder<unknown>): RawBuilder<string> => sql<string>`regexp_replace(${text}, '[^0-9]', '', 'g')`;

/** An international number without its country: the longest calling code that begins it, else +1. */
const national = (number: RawBuilder<unknown>): RawBuilder<string> => sql<string>`
  case when ${codes} ? left(${number}, 3) then substr(${number}, 4) when ${codes} ? left(${number}, 2) then substr(${number}, 3)
    else substr(${number}, 2) end`;

const texts: RawBuilder<unknown> = sql`
  select m.customer_id, 'A' as weight, ${plainText(sql`concat_ws(' ', c.name, c.given_name, c.family_name, c.name_key)`)} as text
  from member m join customer c on c.id = m.part_id
  union all
  select m.customer_id, 'B', lower(regexp_replace(c.tax_id, '[^A-Za-z0-9]', '', 'g'))
  from member m join customer c on c.id = m.part_id
  union all
  select m.customer_id, 'A', ${plainText(sql`concat_ws(' ', k.given_name, k.family_name)`)}
  from member m join contact k on k.customer_id = m.part_id where k.deleted_at is null
  union all
  select m.customer_id, 'B', case when p.kind in ('PHONE', 'MOBILE', 'MESSAGING') and p.normalised like '+%'
    then concat_ws(' ', ${digits(sql`p.normalised`)}, ${national(digits(sql`p.normalised`))}, ${digits(sql`p.value`)})
    else concat_ws(' ', lower(p.normalised), case p.kind when 'EMAIL' then split_part(lower(p.normalised), '@', 1) end) end
  from member m join contact_point p on p.customer_id = m.part_id
  left join contact k on k.id = p.contact_id and k.customer_id = p.customer_id
  where k.deleted_at is null
  union all
  select m.customer_id, 'B', ${plainText(sql`a.city`)}
  from member m join address a on a.customer_id = m.part_id where a.is_current
  union all
  select m.customer_id, case i.kind when 'EXTERNAL_ID' then 'A' else 'B' end, lower(i.value)
  from member m join customer_identity i on i.customer_id = m.part_id`;
