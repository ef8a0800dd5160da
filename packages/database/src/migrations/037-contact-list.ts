import { Migration } from '@mikro-orm/migrations';

const digits = (text: string): string => `regexp_replace(${text}, '[^0-9]', '', 'g')`;

/** An international number without the code of its country, which has one digit, two or three. */
const national = (number: string): string => `substr(${number}, case when ${number} ~ '^[17]' then 2
        when ${number} ~ '^(2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])' then 3 else 4 end)`;

/** By which words each contact that is not removed is found. */
export const wordsOfContacts = `
  select k.id as contact_id, k.customer_id, coalesce(string_agg('''' || left(part, 100) || case when told.personal then ''':2B' else ''':1A' end, ' '), '')::tsvector as words
  from contact k
  join customer held on held.id = k.customer_id
  join customer_facts f on f.customer_id = coalesce(held.merged_into, held.id)
  cross join lateral (
    select k.name_key || ' ' || f.name as text, false as personal
    union all
    select case when p.kind in ('PHONE', 'MOBILE', 'MESSAGING') and p.normalised like '+%'
      then concat_ws(' ', ${digits('p.normalised')}, ${national(digits('p.normalised'))}, ${digits('p.value')})
      else concat_ws(' ', lower(p.normalised), case p.kind when 'EMAIL' then split_part(lower(p.normalised), '@', 1) end) end, true
    from contact_point p where p.customer_id = k.customer_id and p.contact_id = k.id) told
  cross join lateral regexp_split_to_table(told.text, '[\\s!-*,/:-?\\[-^\\u0060{-~\\u00a1-\\u00bf\\u2000-\\u206f]+') word
  cross join lateral unnest(array[word] || regexp_split_to_array(word, '[@._+-]+')) part
  where k.deleted_at is null and part <> ''
  group by k.id, k.customer_id`;

/** An index for every order of the list of contacts but that by customer, which begins with the customers' names; and for their words. */
export class ContactList037 extends Migration {
  override up(): void {
    this.addSql(`create index contact_name on contact (name_key, id) where deleted_at is null`);
    this.addSql(`create index contact_created on contact (created_at, id) where deleted_at is null`);
    this.addSql(`create index contact_updated on contact (updated_at, id) where deleted_at is null`);
    this.addSql(`create table contact_search as ${wordsOfContacts}`);
    this.addSql(`
      alter table contact_search alter column words set not null, add primary key (contact_id, customer_id),
        add foreign key (contact_id, customer_id) references contact (id, customer_id) on delete cascade deferrable initially deferred`);
    this.addSql(`create index contact_search_words on contact_search using gin (words)`);
  }
}
