import { Migration } from '@mikro-orm/migrations';

/**
 * An index for every order of the list of contacts but that by customer, which begins with the customers' names; and by
 * which words each contact is found: those of before by their names and as they are reached, until they are written anew.
 */
export class ContactList037 extends Migration {
  override up(): void {
    this.addSql(`create index contact_name on contact (name_key, id) where deleted_at is null`);
    this.addSql(`create index contact_created on contact (created_at, id) where deleted_at is null`);
    this.addSql(`create index contact_updated on contact (updated_at, id) where deleted_at is null`);
    this.addSql(`
      create table contact_search as
      select k.id as contact_id, k.customer_id, coalesce(string_agg('''' || left(part, 100) || case when told.personal then ''':2B' else ''':1A' end, ' '), '')::tsvector as words
      from contact k
      join customer held on held.id = k.customer_id
      join customer_facts f on f.customer_id = coalesce(held.merged_into, held.id)
      cross join lateral (
        select k.name_key || ' ' || f.name as text, false as personal
        union all
        select concat_ws(' ', lower(p.normalised), split_part(lower(p.normalised), '@', 1), regexp_replace(p.normalised, '[^0-9]', '', 'g'), regexp_replace(p.value, '[^0-9]', '', 'g')), true
        from contact_point p where p.customer_id = k.customer_id and p.contact_id = k.id) told
      cross join lateral regexp_split_to_table(told.text, '[\\s!-*,/:-?\\[-^\\u0060{-~\\u00a1-\\u00bf\\u2000-\\u206f]+') word
      cross join lateral unnest(array[word] || regexp_split_to_array(word, '[@._+-]+')) part
      where k.deleted_at is null and part <> ''
      group by k.id, k.customer_id`);
    this.addSql(`
      alter table contact_search alter column words set not null, add primary key (contact_id, customer_id),
        add foreign key (contact_id, customer_id) references contact (id, customer_id) on delete cascade deferrable initially deferred`);
    this.addSql(`create index contact_search_words on contact_search using gin (words)`);
  }
}
