import { normaliseText } from '@orbita/domain/facts';
import { pick, quoted } from './randomness.ts';
import { vocabulary as words } from './vocabulary.ts';

const years = 8;
const people = 40;
const teams = 8;

/** The people who work there, and who the customers are: their number decides everything that is drawn for them. */
export const who = (customers: number, now: string): string => `
  insert into company (id, name, country, currency, zone, language, working_hours, updated_at)
    values (bench.id('${now}', 1, 1), 'Orbita', 'ES', 'EUR', 'Europe/Madrid', 'en', '{"mon": [["09:00", "18:00"]]}', '${now}');
  insert into business_line (id, name, is_default) values (bench.id('${now}', 1, 2), 'General', true);
  insert into team (id, name) select bench.id('${now}', n, 3), 'Team ' || n from generate_series(1, ${teams}) n;
  insert into partner (id, name) select bench.id('${now}', n, 4), 'Partner ' || n from generate_series(1, 3) n;
  insert into app_user (id, name, email, role, team_id)
    select bench.id('${now}', n, 5), ${pick(words.given, 'n', 1)} || ' ' || ${pick(words.family, 'n', 2)}, 'user' || n || '@orbita.example', 'sales',
      bench.id('${now}', 1 + n % ${teams}, 3) from generate_series(1, ${people}) n;
  create unlogged table bench.who as
    select n, bench.id(since, n, 10) as id, since, org, 1 + bench.h(n, 11) % ${people} as user_n, bench.u(n, 12) as lot
    from (
      select n::bigint as n, bench.u(n, 13) < 0.3 as org,
        '${now}'::timestamptz - interval '${years} years' + (n::float8 / ${customers}) * interval '${years} years' - interval '1 hour' as since
      from generate_series(1, ${customers}) n) drawn;
  alter table bench.who add primary key (n);
  analyze bench.who`;

const given = (form: (text: string) => string) => pick(words.given.map(form), 'n', 20);
const family = (form: (text: string) => string) => `${pick(words.family.map(form), 'n', 21)} || ' ' || ${pick(words.family.map(form), 'n', 22)}`;
const organisation = (form: (text: string) => string) =>
  `${pick(words.trade.map(form), 'n', 23)} || ' ' || ${pick(words.family.map(form), 'n', 24)} || ' ' || ${pick(words.legal.map(form), 'n', 25)}`;
const asIs = (text: string): string => text;
const ascii = (text: string): string => normaliseText(text).replaceAll(/[^a-z]/g, '');

const name = (form: (text: string) => string) => `case when org then ${organisation(form)} else ${given(form)} || ' ' || ${family(form)} end`;

/** An address of his own: the number keeps it apart from that of his namesakes. */
const email = `case when org then 'info@' || ${pick(words.trade.map(ascii), 'n', 23)} || n || '.example'
  else ${pick(words.given.map(ascii), 'n', 20)} || '.' || ${pick(words.family.map(ascii), 'n', 21)} || n || '@correo' || n % 50 || '.example' end`;

export const customers = (now: string): string => `
  insert into customer (id, kind, name, given_name, family_name, name_key, tax_id, tax_country, language, owner_id, team_id, partner_id,
    tags, source, customer_since, do_not_contact, preferred_channel, created_at, updated_at)
  select id, case when org then 'ORGANISATION' else 'PERSON' end, ${name(asIs)}, case when not org then ${given(asIs)} end,
    case when not org then ${family(asIs)} end, ${name(normaliseText)}, case when org then 'B' || lpad(n::text, 8, '0') end,
    case when org then 'ES' end, (array['es','es','es','en','pt'])[1 + n % 5],
    case when lot < 0.93 then bench.id('${now}', user_n, 5) end, case when lot < 0.98 then bench.id('${now}', 1 + user_n % ${teams}, 3) end,
    case when lot >= 0.98 then bench.id('${now}', 1 + n % 3, 4) end,
    case when bench.u(n, 26) < 0.2 then array[${pick(words.tag, 'n', 27)}] else '{}' end, ${pick(words.source, 'n', 28)}, since,
    bench.u(n, 29) < 0.01, case when bench.u(n, 30) < 0.5 then (array['EMAIL','PHONE','MESSAGING'])[1 + n % 3] end, since, since
  from bench.who order by n`;

export const reach: readonly string[] = [
  `insert into contact_point (id, customer_id, kind, value, normalised, preferred, created_at)
    select bench.id(since, n, 31), id, 'EMAIL', mail, mail, true, since
    from (select *, ${email} as mail from bench.who where bench.u(n, 32) < 0.85) w order by n`,
  `insert into contact_point (id, customer_id, kind, value, normalised, created_at)
    select bench.id(since, n, 33), id, case when org then 'PHONE' else 'MOBILE' end,
      case when org then '9' else '6' end || substr(number, 1, 2) || ' ' || substr(number, 3, 3) || ' ' || substr(number, 6, 3),
      '+34' || case when org then '9' else '6' end || number, since
    from (select *, lpad((bench.h(n, 34) % 100000000)::text, 8, '0') as number from bench.who where bench.u(n, 35) < 0.9) w order by n`,
  `insert into address (id, customer_id, kind, street, city, city_key, postal_code, country, valid_from)
    select bench.id(since, n, 36), id, case when org then 'BILLING' else 'HOME' end,
      ${pick(words.street, 'n', 37)} || ' ' || 1 + bench.h(n, 38) % 180,
      (array[${words.city.map(quoted).join(',')}])[at], (array[${words.city.map(normaliseText).map(quoted).join(',')}])[at],
      lpad((1000 + bench.h(n, 39) % 51000)::text, 5, '0'), (array[${words.country.map(quoted).join(',')}])[at], since
    from (select *, 1 + bench.h(n, 40) % ${words.city.length} as at from bench.who where bench.u(n, 41) < 0.95) w order by n`,
  `insert into consent (id, customer_id, channel, state, given_at)
    select bench.id(since, n, 42), id, 'EMAIL', case when bench.u(n, 43) < 0.7 then 'GRANTED' else 'DENIED' end, since
    from bench.who where bench.u(n, 44) < 0.4 order by n`,
  `insert into contact (id, customer_id, given_name, family_name, name_key, job_title, is_primary, created_at, updated_at)
    select bench.id(since, n, 45), id, ${given(asIs)}, ${pick(words.family, 'n', 21)},
      ${given(normaliseText)} || ' ' || ${pick(words.family.map(normaliseText), 'n', 21)}, 'Compras', true, since, since
    from bench.who where org order by n`,
  `insert into customer_identity (kind, value, customer_id)
    select kind, value, id from (
      select 'EMAIL' as kind, normalised as value, customer_id as id from contact_point where kind = 'EMAIL'
      union all select 'TAX_ID', 'ES:' || tax_id, id from customer where tax_id is not null) keys order by kind, value`,
];
