import { Migration } from '@mikro-orm/migrations';

/**
 * Who waits to be compared stands in a queue that only grows: a change that commits while its customer is being compared
 * adds a place of its own, and is compared after it.
 */
export class DuplicateQueue035 extends Migration {
  override up(): void {
    this.addSql(`alter table duplicate_check drop constraint duplicate_check_pkey`);
    this.addSql(`alter table duplicate_check add column id bigint generated always as identity primary key`);
    this.addSql(`create index duplicate_check_customer on duplicate_check (customer_id)`);
  }
}
