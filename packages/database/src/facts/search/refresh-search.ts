import { type RawBuilder, sql } from 'kysely';
import { type Em, run } from '#connection';
import { plainText } from '../plain-text.ts';
import { callingCodes } from '../refresh/calling-codes.ts';
import { wanted, whose } from '../refresh/whose.ts';

// What separates words, as the search box splits them: white space and punctuation but @ . _ + -
const separators = String.raw`[\s!-*,/:-?\[-^\u0060{-~\u00a1-\u00bf\u2000-\u206f]+`;
const joints = '[@._+-]+';
const longestWord = 100;

/**
 * Rewrites by which words these customers are found, with those of everybody merged into them, and by which each of their
 * contacts is, in one statement.
 * Weight A: names and ids in other systems. Weight B, for those only who may read personal data: e-mails whole and by
 * their parts, telephones international and national, tax id, city.
 */
export async function refreshSearch(em: Em, customerIds: readonly string[]): Promise<void> {
  if (customerIds.length === 0) return;
  await run(em, sql`
    with ${wanted(customerIds)}, ${member}, told as (${texts}), spoken as (
      select customer_id, contact_id, holder_id, weight, unnest(case when word ~ ${joints} then array[word] || regexp_split_to_array(word, ${joints}) else array[word] end) as word
      from (select customer_id, contact_id, holder_id, weight, regexp_split_to_table(text, ${separators}) as word from told) split
    ), word as materialized (
      select customer_id, contact_id, holder_id, weight, left(word, ${sql.lit(longestWord)}) as word from spoken where word <> ''
    ), learnt as (
      insert into search_word (word)
      select distinct word from word where weight = 'A' and length(word) >= 3 and word ~ '[^0-9@._+-]' order by word
      on conflict do nothing
    ), of_contacts as (
      insert into contact_search as s (contact_id, customer_id, words)
      select contact_id, holder_id, ${vectorOf({ A: 'A', B: 'B', N: 'A' })} from word where contact_id is not null
      group by contact_id, holder_id order by contact_id
      on conflict (contact_id, customer_id) do update set words = excluded.words where s.words <> excluded.words
    )
    insert into customer_search as s (customer_id, words)
    select customer_id, ${vectorOf({ A: 'A', B: 'B' })}
    from (select customer_id, weight, word from word union all select id, null, null from wanted) every_one
    group by customer_id order by customer_id
    on conflict (customer_id) do update set words = excluded.words where s.words <> excluded.words`);
}

/** Words with the weights that they have where they are kept; those of no such weight are left out. */
const vectorOf = (weights: Readonly<Record<string, 'A' | 'B'>>): RawBuilder<unknown> => sql`coalesce(string_agg(
  case ${sql.join(Object.entries(weights).map(([weight, kept]) => sql`when weight = ${sql.lit(weight)} then '''' || word || ${sql.lit(kept === 'A' ? `':1A` : `':2B`)}`), sql` `)} end, ' '), '')::tsvector`;

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
    select w.id as customer_id, unnest(m.parts) as part_id from wanted w ${whose}
  )`;

/** What a member has in a table, through its index on the customer, however many the planner takes the members for. */
const his = (rows: RawBuilder<unknown>): RawBuilder<unknown> => sql`member m cross join lateral (${rows} offset 0) r`;

const codes = sql`${callingCodes}::jsonb`;
const digits = (text: RawBuilder<unknown>): RawBuilder<string> => sql<string>`regexp_replace(${text}, '[^0-9]', '', 'g')`;

/** An international number without its country: the longest calling code that begins it, else +1. */
const national = (number: RawBuilder<unknown>): RawBuilder<string> => sql<string>`
  case when ${codes} ? left(${number}, 3) then substr(${number}, 4) when ${codes} ? left(${number}, 2) then substr(${number}, 3)
    else substr(${number}, 2) end`;

/** N: how his customer is called, for a contact alone. */
const texts: RawBuilder<unknown> = sql`
  select m.customer_id, null::uuid as contact_id, null::uuid as holder_id, 'A' as weight, ${plainText(sql`concat_ws(' ', r.name, r.given_name, r.family_name, r.name_key)`)} as text
  from ${his(sql`select * from customer c where c.id = m.part_id`)}
  union all
  select m.customer_id, null, null, 'B', lower(regexp_replace(r.tax_id, '[^A-Za-z0-9]', '', 'g'))
  from ${his(sql`select tax_id from customer c where c.id = m.part_id and c.tax_id is not null`)}
  union all
  select m.customer_id, r.id, m.part_id, n.weight, ${plainText(sql`n.text`)}
  from ${his(sql`select id, given_name, family_name from contact k where k.customer_id = m.part_id and k.deleted_at is null`)}
  join customer root on root.id = m.customer_id
  cross join lateral (values ('A', concat_ws(' ', r.given_name, r.family_name)), ('N', case when root.merged_into is null then root.name end)) n(weight, text)
  union all
  select m.customer_id, r.contact_id, m.part_id, 'B', case when r.kind in ('PHONE', 'MOBILE', 'MESSAGING') and r.normalised like '+%'
    then concat_ws(' ', ${digits(sql`r.normalised`)}, ${national(digits(sql`r.normalised`))}, ${digits(sql`r.value`)})
    else concat_ws(' ', lower(r.normalised), case r.kind when 'EMAIL' then split_part(lower(r.normalised), '@', 1) end) end
  from ${his(sql`
    select p.contact_id, p.kind, p.normalised, p.value from contact_point p left join contact k on k.id = p.contact_id and k.customer_id = p.customer_id
    where p.customer_id = m.part_id and k.deleted_at is null`)}
  union all
  select m.customer_id, null, null, 'B', ${plainText(sql`r.city`)}
  from ${his(sql`select city from address a where a.customer_id = m.part_id and a.is_current`)}
  union all
  select m.customer_id, null, null, case r.kind when 'EXTERNAL_ID' then 'A' else 'B' end, lower(r.value)
  from ${his(sql`select kind, value from customer_identity i where i.customer_id = m.part_id`)}`;
