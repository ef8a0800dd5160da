import { Migration } from '@mikro-orm/migrations';

/** Doors that were taken away: the leads that came through them still say where they came from. */
export class DeletedDoors025 extends Migration {
  override up(): void {
    this.addSql(`alter table capture_door add column deleted_at timestamptz`);
  }
}
