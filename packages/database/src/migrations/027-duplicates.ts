import { Migration } from '@mikro-orm/migrations';

/**
 * Who may be a customer twice. Keys are a table and not an array, so that of a key that thousands share only the first
 * few are read; they follow from the customer, which a foreign key would only check again. Those who are there already
 * get their keys, and are compared, by the scan that is asked for here: it would hold a migration for minutes.
 */
export class Duplicates027 extends Migration {
  override up(): void {
    this.addSql(`create table duplicate_key (customer_id uuid not null, key integer not null, primary key (customer_id, key))`);
    this.addSql(`create index duplicate_key_key on duplicate_key (key, customer_id)`);
    this.addSql(`create table duplicate_check (customer_id uuid primary key, asked_at timestamptz not null)`);
    this.addSql(`create index duplicate_check_asked on duplicate_check (asked_at, customer_id)`);
    this.addSql(`
      create table duplicate_scan (
        id uuid primary key,
        started_at timestamptz not null,
        started_by uuid references app_user (id) on delete set null,
        reached uuid not null default '00000000-0000-0000-0000-000000000000',
        checked integer not null default 0,
        total integer not null,
        done_at timestamptz
      )`);
    this.addSql(`create unique index duplicate_scan_open on duplicate_scan ((done_at is null)) where done_at is null`);
    this.addSql(`
      create table duplicate_pair (
        id uuid primary key,
        customer_id uuid not null references customer (id) on delete cascade deferrable initially deferred,
        other_id uuid not null references customer (id) on delete cascade deferrable initially deferred,
        verdict text not null check (verdict in ('CERTAIN', 'LIKELY')),
        score integer not null,
        reasons jsonb not null,
        state text not null default 'OPEN' check (state in ('OPEN', 'DISMISSED')),
        found_at timestamptz not null,
        decided_at timestamptz,
        decided_by uuid references app_user (id) on delete set null,
        unique (customer_id, other_id),
        check (customer_id < other_id)
      )`);
    this.addSql(`create index duplicate_pair_other on duplicate_pair (other_id)`);
    this.addSql(`create index duplicate_pair_queue on duplicate_pair (state, score desc, id desc)`);
    this.addSql(`
      insert into duplicate_scan (id, started_at, total)
      select gen_random_uuid(), now(), count(*) from customer having count(*) > 0`);
  }
}
