import { Migration } from '@mikro-orm/migrations';

/**
 * How good the data of each customer are, and what could be filled in. The score lies with the facts, so that rules and
 * lists read it; what is missing lies beside. The queue only grows and is emptied by the job, so that no write waits for
 * it; customers who are there already stand at its end.
 */
export class DataQuality034 extends Migration {
  override up(): void {
    this.addSql(`alter table customer_facts add column data_quality smallint`);
    this.addSql(`create index customer_facts_quality on customer_facts (data_quality, customer_id)`);
    this.addSql(`alter table company add column takes_certain_enrichment boolean not null default false`);
    this.addSql(`
      create table customer_quality (
        customer_id uuid primary key references customer (id) on delete cascade deferrable initially deferred,
        missing text[] not null,
        urgency integer not null,
        checked_at timestamptz not null,
        recheck_at timestamptz
      )`);
    this.addSql(`create index customer_quality_urgency on customer_quality (urgency desc, customer_id desc) where missing <> '{}'`);
    this.addSql(`create index customer_quality_missing on customer_quality using gin (missing)`);
    this.addSql(`create index customer_quality_recheck on customer_quality (recheck_at) where recheck_at is not null`);
    this.addSql(`
      create table quality_check (
        id bigint generated always as identity primary key,
        customer_id uuid not null,
        waiting boolean not null default false
      )`);
    this.addSql(`create index quality_check_turn on quality_check (waiting, id)`);
    this.addSql(`
      create table enrichment_proposal (
        id uuid not null,
        customer_id uuid not null references customer (id) on delete cascade deferrable initially deferred,
        field text not null,
        value text not null,
        because jsonb not null,
        provider text not null,
        confidence text not null check (confidence in ('CERTAIN', 'LIKELY')),
        state text not null default 'OPEN' check (state in ('OPEN', 'ACCEPTED', 'DISMISSED')),
        proposed_at timestamptz not null,
        decided_at timestamptz,
        decided_by uuid references app_user (id) on delete set null,
        primary key (id, customer_id),
        unique (customer_id, field, value)
      )`);
    this.addSql(`create index enrichment_proposal_open on enrichment_proposal (field, customer_id) where state = 'OPEN'`);
    this.addSql(`insert into quality_check (customer_id, waiting) select id, true from customer where merged_into is null order by id`);
  }
}
