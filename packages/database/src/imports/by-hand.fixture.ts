import type pg from 'pg';

/**
 * What somebody would write who knows the tables and this one file: COPY, then one set-based insert a table, in one
 * transaction. It checks nothing, splits no address, formats no number and explains no row.
 */
export async function byHand(client: pg.Client, copy: (statement: string) => Promise<void>): Promise<void> {
  await client.query('begin');
  await client.query('create temp table raw (id text, name text, email text, phone text, street text, city text, zip text, country text) on commit drop');
  await copy('copy raw from stdin with (format csv, header)');
  for (const statement of statements) await client.query(statement);
  await client.query('commit');
}

// Where somebody of whom only name and address are known stands in the five models that ship.
const firstStages = [['operational', 'FIRST_CONTACT'], ['digital', 'TRACTION'], ['commercial', 'ACQUISITION'], ['programme', 'ACQUIRE'], ['value', 'INTRODUCTION']] as const;
const stageValues = firstStages.map(([model, stage]) => `('${model}', '${stage}')`).join(', ');

const statements = [
  `create temp table own on commit drop as
     select distinct on (email) gen_random_uuid() as customer_id, *, lower(name) as name_key from raw order by email, id::int`,
  'create unique index on own (email)',
  `insert into customer (id, kind, name, name_key, source, customer_since, created_at, updated_at, tax_country)
     select customer_id, 'ORGANISATION', name, name_key, 'IMPORT', now(), now(), now(), null from own`,
  `insert into customer_identity select 'EXTERNAL_ID', 'bench:' || r.id, o.customer_id from raw r join own o using (email)`,
  `insert into customer_identity select 'EMAIL', email, customer_id from own`,
  `insert into contact_point (id, customer_id, kind, value, normalised, created_at)
     select gen_random_uuid(), customer_id, kind, value, value, now()
     from own cross join lateral (values ('EMAIL', email), ('PHONE', phone)) as p(kind, value)`,
  `insert into address (id, customer_id, kind, street, city, city_key, postal_code, country, valid_from)
     select gen_random_uuid(), customer_id, 'BILLING', street, city, 'logrono', zip, country, now() from own`,
  `insert into timeline_counter select customer_id, 2 from own`,
  `insert into timeline_event (customer_id, no, id, type, occurred_at, recorded_at, actor_kind, channel, origin, payload)
     select customer_id, 1, gen_random_uuid(), 'customerCreated', now(), now(), 'IMPORT', 'JOB', 'import', '{"source":"IMPORT"}' from own`,
  `insert into event_personal select customer_id, 1, jsonb_build_object('name', name) from own`,
  `insert into timeline_event (customer_id, no, id, type, occurred_at, recorded_at, actor_kind, channel, origin, payload)
     select customer_id, 2, gen_random_uuid(), 'stageChanged', now(), now(), 'IMPORT', 'JOB', 'import', '${JSON.stringify({ changes: firstStages.map(([model, to]) => ({ model, from: null, to, because: 'always' })) })}' from own`,
  `insert into outbox (customer_id, event_no) select customer_id, no from own cross join generate_series(1, 2) no`,
  `insert into stage_visit (customer_id, model, no, stage, entered_at, because)
     select customer_id, s.model, 1, s.stage, now(), '"always"' from own cross join (values ${stageValues}) s(model, stage)`,
  `insert into customer_facts (customer_id, customer_since, reviewed_at, refreshed_at, kind, name, country, city, city_key, has_email, has_phone, stages)
     select customer_id, now(), now(), now(), 'ORGANISATION', name_key, country, city, 'logrono', true, true,
       (select jsonb_object_agg(model, jsonb_build_object('stage', stage, 'since', now(), 'previous', null, 'rules', 1)) from (values ${stageValues}) s(model, stage)) from own`,
  `insert into search_word
     select distinct word from own, regexp_split_to_table(name_key, '[^[:alnum:]]+') as word where length(word) >= 3 on conflict do nothing`,
  `insert into customer_search
     select customer_id, setweight(to_tsvector('simple', name_key || ' ' || id), 'A')
       || setweight(to_tsvector('simple', concat_ws(' ', email, split_part(email, '@', 1), split_part(email, '@', 2), phone, substr(phone, 4), city)), 'B')
     from own`,
];
