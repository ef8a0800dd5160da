import { Migration } from '@mikro-orm/migrations';

/** A reader of the outbox may stop within a window of transactions and go on at its position. */
export class OutboxWindows021 extends Migration {
  override up(): void {
    this.addSql(`alter table outbox_cursor add column reading_to xid8, add column position bigint not null default 0`);
  }
}
