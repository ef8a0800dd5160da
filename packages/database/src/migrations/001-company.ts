import { Migration } from '@mikro-orm/migrations';

/** The company, its lines of business, its people and their sessions. */
export class Company001 extends Migration {
  override up(): void {
    this.addSql(`create extension if not exists pg_trgm with schema public`);
    this.addSql(`
      create table company (
        id uuid primary key,
        name text not null,
        logo text,
        country char(2) not null,
        currency char(3) not null,
        zone text not null,
        language text not null check (language in ('en', 'es')),
        working_hours jsonb not null,
        holidays date[] not null default '{}',
        fiscal_year_start smallint not null default 1 check (fiscal_year_start between 1 and 12),
        example boolean not null default false,
        version integer not null default 1,
        updated_at timestamptz not null
      )`);
    this.addSql(`
      create table business_line (
        id uuid primary key,
        name text not null unique,
        fallback_rhythm_days integer not null default 120 check (fallback_rhythm_days between 7 and 730),
        grace_days integer not null default 30 check (grace_days >= 0),
        min_after_sales_days integer not null default 30 check (min_after_sales_days >= 0),
        is_default boolean not null default false,
        version integer not null default 1
      )`);
    this.addSql(`create unique index business_line_default on business_line (is_default) where is_default`);
    this.addSql(`
      create table exchange_rate (
        currency char(3) not null,
        on_date date not null,
        rate numeric(20, 10) not null check (rate > 0),
        primary key (currency, on_date)
      )`);
    this.addSql(`create table team (id uuid primary key, name text not null unique, version integer not null default 1)`);
    this.addSql(`create table partner (id uuid primary key, name text not null unique, version integer not null default 1)`);
    this.addSql(`
      create table app_user (
        id uuid primary key,
        name text not null,
        email text not null unique,
        email_verified boolean not null default false,
        image text,
        role text not null,
        team_id uuid references team (id),
        partner_id uuid references partner (id),
        language text not null default 'en' check (language in ('en', 'es')),
        active boolean not null default true,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        check ((role = 'partner') = (partner_id is not null))
      )`);
    this.addSql(`
      create table auth_session (
        id uuid primary key,
        token text not null unique,
        user_id uuid not null references app_user (id) on delete cascade,
        ip_address text,
        user_agent text,
        expires_at timestamptz not null,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      )`);
    this.addSql(`create index auth_session_user on auth_session (user_id)`);
    this.addSql(`
      create table auth_account (
        id uuid primary key,
        account_id text not null,
        provider_id text not null,
        user_id uuid not null references app_user (id) on delete cascade,
        access_token text,
        refresh_token text,
        id_token text,
        access_token_expires_at timestamptz,
        refresh_token_expires_at timestamptz,
        scope text,
        password text,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      )`);
    this.addSql(`create index auth_account_user on auth_account (user_id)`);
    this.addSql(`
      create table auth_verification (
        id uuid primary key,
        identifier text not null,
        value text not null,
        expires_at timestamptz not null,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      )`);
    this.addSql(`create index auth_verification_identifier on auth_verification (identifier)`);
    this.addSql(`
      create table auth_rate_limit (
        id uuid primary key,
        key text not null unique,
        count integer not null,
        last_request bigint not null
      )`);
  }
}
