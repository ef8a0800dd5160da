import { Migration } from '@mikro-orm/migrations';

/** Lifecycle models that change: under which rules a customer was judged, and the edits after which all are judged anew. */
export class ModelEdits023 extends Migration {
  override up(): void {
    this.addSql(`alter table lifecycle_model add column rules_version integer not null default 1`);
    this.addSql(`
      create table model_edit (
        id uuid primary key,
        model text not null,
        asked_at timestamptz not null,
        reached uuid not null default '00000000-0000-0000-0000-000000000000',
        judged integer not null default 0,
        total integer not null,
        done_at timestamptz
      )`);
    this.addSql(`create index model_edit_open on model_edit (asked_at, id) where done_at is null`);
  }
}
