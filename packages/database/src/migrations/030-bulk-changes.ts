import { Migration } from '@mikro-orm/migrations';

/**
 * Changes of many things at once: what is done with whom, how far it came, and of each thing what became of it and what was
 * there before. Whom it is about is frozen when it starts. An undoing is a change of its own, of the rows that the other did.
 */
export class BulkChanges030 extends Migration {
  override up(): void {
    this.addSql(`
      create table bulk_change (
        id uuid primary key,
        subject text not null check (subject in ('CUSTOMER', 'OPPORTUNITY', 'LEAD')),
        change jsonb not null,
        scope text not null check (scope in ('SELECTION', 'FILTER', 'SEGMENT')),
        undoes_id uuid references bulk_change (id) deferrable initially deferred,
        started_by uuid not null,
        status text not null default 'WAITING' check (status in ('WAITING', 'RUNNING', 'DONE', 'CANCELLED')),
        total integer not null default 0,
        reached integer not null default 0,
        done integer not null default 0,
        unchanged integer not null default 0,
        refused integer not null default 0,
        failed integer not null default 0,
        refusals jsonb not null default '{}',
        created_at timestamptz not null,
        updated_at timestamptz not null,
        finished_at timestamptz,
        forgotten_at timestamptz
      )`);
    this.addSql(`create index bulk_change_open on bulk_change (created_at) where status in ('WAITING', 'RUNNING')`);
    this.addSql(`create index bulk_change_by_author on bulk_change (started_by, created_at desc, id desc)`);
    this.addSql(`create index bulk_change_latest on bulk_change (created_at desc, id desc)`);
    this.addSql(`create unique index bulk_change_undone_once on bulk_change (undoes_id) where status <> 'CANCELLED'`);
    this.addSql(`
      create table bulk_row (
        bulk_id uuid not null references bulk_change (id) deferrable initially deferred,
        place integer not null,
        target_id uuid not null,
        outcome text check (outcome in ('DONE', 'UNCHANGED', 'REFUSED', 'FAILED')),
        refusal jsonb,
        changed jsonb,
        primary key (bulk_id, place)
      )`);
    this.addSql(`create index bulk_row_outcome on bulk_row (bulk_id, outcome, place) where outcome is not null`);
  }
}
