import { Migration } from '@mikro-orm/migrations';

/**
 * The customer and what identifies and reaches him. Everything of a customer has the key (id, customer_id), so that
 * the tables can be distributed by customer; foreign keys wait for the commit, so that writes need no order.
 */
export class Customers002 extends Migration {
  override up(): void {
    this.addSql(`
      create table customer (
        id uuid primary key,
        kind text not null check (kind in ('PERSON', 'ORGANISATION')),
        name text not null,
        given_name text,
        family_name text,
        name_key text not null,
        tax_id text,
        tax_country char(2),
        birth_date date,
        iban text,
        language text,
        owner_id uuid references app_user (id) deferrable initially deferred,
        team_id uuid references team (id) deferrable initially deferred,
        partner_id uuid references partner (id) deferrable initially deferred,
        tags text[] not null default '{}',
        source text,
        campaign_id uuid,
        customer_since timestamptz not null,
        do_not_contact boolean not null default false,
        preferred_channel text,
        custom jsonb not null default '{}',
        merged_into uuid references customer (id) deferrable initially deferred,
        deleted_at timestamptz,
        example boolean not null default false,
        version integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null
      )`);
    this.addSql(`create index customer_merged_into on customer (merged_into) where merged_into is not null`);
    this.addSql(`create index customer_deleted on customer (deleted_at) where deleted_at is not null`);
    this.addSql(`
      create table customer_identity (
        kind text not null,
        value text not null,
        customer_id uuid not null references customer (id) deferrable initially deferred,
        primary key (kind, value)
      )`);
    this.addSql(`create index customer_identity_customer on customer_identity (customer_id)`);
    this.addSql(`
      create table contact (
        id uuid not null,
        customer_id uuid not null references customer (id) deferrable initially deferred,
        given_name text not null,
        family_name text,
        name_key text not null,
        job_title text,
        role text,
        is_primary boolean not null default false,
        deleted_at timestamptz,
        version integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        primary key (id, customer_id)
      )`);
    this.addSql(`create index contact_customer on contact (customer_id)`);
    this.addSql(`
      create table contact_point (
        id uuid not null,
        customer_id uuid not null references customer (id) deferrable initially deferred,
        contact_id uuid,
        kind text not null,
        value text not null,
        normalised text not null,
        label text,
        preferred boolean not null default false,
        valid boolean not null default true,
        bounced_at timestamptz,
        created_at timestamptz not null,
        primary key (id, customer_id),
        foreign key (contact_id, customer_id) references contact (id, customer_id) deferrable initially deferred
      )`);
    this.addSql(`create index contact_point_customer on contact_point (customer_id)`);
    this.addSql(`create index contact_point_normalised on contact_point (normalised text_pattern_ops)`);
    this.addSql(`
      create table consent (
        id uuid not null,
        customer_id uuid not null references customer (id) deferrable initially deferred,
        channel text not null check (channel in ('EMAIL', 'PHONE', 'MESSAGING')),
        state text not null check (state in ('GRANTED', 'DENIED')),
        purpose text not null default 'MARKETING',
        lawful_basis text not null default 'CONSENT',
        source text,
        proof text,
        given_at timestamptz not null,
        recorded_by uuid,
        primary key (id, customer_id)
      )`);
    this.addSql(`create index consent_customer on consent (customer_id, channel, given_at desc)`);
    this.addSql(`
      create table address (
        id uuid not null,
        customer_id uuid not null references customer (id) deferrable initially deferred,
        kind text not null,
        street text,
        city text,
        city_key text,
        province text,
        postal_code text,
        country char(2),
        is_current boolean not null default true,
        valid_from timestamptz not null,
        valid_until timestamptz,
        primary key (id, customer_id)
      )`);
    this.addSql(`create index address_customer on address (customer_id)`);
    this.addSql(`create unique index address_one_current on address (customer_id, kind) where is_current`);
    this.addSql(`
      create table customer_search (
        customer_id uuid primary key references customer (id) deferrable initially deferred,
        words tsvector not null
      )`);
    this.addSql(`create index customer_search_words on customer_search using gin (words)`);
    this.addSql(`create table search_word (word text primary key)`);
    this.addSql(`create index search_word_prefix on search_word (word text_pattern_ops)`);
    this.addSql(`create index search_word_trigrams on search_word using gin (word public.gin_trgm_ops)`);
  }
}
