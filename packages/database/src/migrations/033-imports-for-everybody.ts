import { Migration } from '@mikro-orm/migrations';

/**
 * Imports from the screen: files that were handed in wait in the database, where each process reaches them and a backup
 * holds them; mappings are kept by name; and an import can be stopped, and undone by what is kept of whom it touched.
 */
export class ImportsForEverybody033 extends Migration {
  override up(): void {
    this.addSql(`
      create table import_file (
        id uuid primary key,
        name text not null,
        bytes bigint not null,
        fingerprint text not null,
        spreadsheet boolean not null,
        pieces integer not null,
        uploaded_by uuid not null references app_user (id),
        created_at timestamptz not null
      )`);
    this.addSql(`
      create table import_file_piece (
        file_id uuid not null references import_file (id) on delete cascade,
        no integer not null,
        bytes bytea not null,
        primary key (file_id, no)
      )`);
    this.addSql(`
      create table import_mapping (
        id uuid primary key,
        name text not null,
        room text not null,
        plan jsonb not null,
        created_by uuid not null references app_user (id),
        created_at timestamptz not null,
        updated_at timestamptz not null
      )`);
    this.addSql(`create unique index import_mapping_name on import_mapping (lower(name))`);
    this.addSql(`
      create table import_touched (
        job_id uuid not null references import_job (id) on delete cascade,
        thing_id uuid not null,
        kind text not null check (kind in ('CUSTOMER', 'PRODUCT')),
        before jsonb,
        settled boolean not null default false,
        primary key (job_id, thing_id)
      )`);
    this.addSql(`
      alter table import_job add column file_id uuid references import_file (id) on delete set null,
        add column plan jsonb, add column stop_asked boolean not null default false,
        add column undone jsonb, add column undone_by uuid references app_user (id)`);
    this.addSql(`alter table import_job drop constraint import_job_status_check`);
    this.addSql(`alter table import_job add check (status in ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'STOPPED', 'UNDOING', 'UNDONE'))`);
    this.addSql(`create index import_job_latest on import_job (created_at desc, id desc)`);
    this.addSql(`create index import_job_open on import_job (created_at) where status in ('WAITING', 'RUNNING', 'UNDOING')`);
  }
}
