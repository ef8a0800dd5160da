import { Migration } from '@mikro-orm/migrations';

/** What happened, in order, for good; and the outbox from which everything that reacts reads. */
export class Timeline004 extends Migration {
  override up(): void {
    this.addSql(`create table timeline_counter (customer_id uuid primary key, last_no integer not null)`);
    this.addSql(`
      create table timeline_event (
        customer_id uuid not null,
        no integer not null,
        id uuid not null,
        type text not null,
        version smallint not null default 1,
        occurred_at timestamptz not null,
        recorded_at timestamptz not null,
        actor_id uuid,
        actor_kind text not null,
        channel text not null,
        origin text not null,
        payload jsonb not null,
        primary key (customer_id, no)
      )`);
    this.addSql(`create index timeline_event_shown on timeline_event (customer_id, occurred_at desc, no desc)`);
    this.addSql(`create index timeline_event_recorded on timeline_event (recorded_at desc)`);
    this.addSql(`
      create table event_personal (
        customer_id uuid not null,
        event_no integer not null,
        values jsonb not null,
        primary key (customer_id, event_no)
      )`);
    this.addSql(`
      create table outbox (
        position bigint generated always as identity primary key,
        tx xid8 not null default pg_current_xact_id(),
        customer_id uuid not null,
        event_no integer not null
      )`);
    this.addSql(`create index outbox_tx on outbox (tx)`);
    this.addSql(`create table outbox_cursor (reader text primary key, read_before xid8 not null, updated_at timestamptz not null)`);
    this.addSql(`
      create table idempotency (
        principal text not null,
        key text not null,
        input_hash text not null,
        result jsonb,
        expires_at timestamptz not null,
        primary key (principal, key)
      )`);
    this.addSql(`create index idempotency_expiry on idempotency (expires_at)`);
    this.addSql(`create table counter (name text primary key, value bigint not null)`);
  }
}
