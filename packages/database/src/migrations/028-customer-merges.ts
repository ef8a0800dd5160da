import { Migration } from '@mikro-orm/migrations';

/** Which customers were merged into which, and what was written over, until it is undone: the rows themselves stay with who held them. */
export class CustomerMerges028 extends Migration {
  override up(): void {
    this.addSql(`
      create table customer_merge (
        id uuid not null,
        customer_id uuid not null references customer (id) deferrable initially deferred,
        merged_id uuid not null references customer (id) deferrable initially deferred,
        merged_at timestamptz not null,
        merged_by uuid,
        kept jsonb not null,
        undone_at timestamptz,
        undone_by uuid,
        primary key (id, customer_id)
      )`);
    this.addSql(`create index customer_merge_customer on customer_merge (customer_id)`);
    this.addSql(`create index customer_merge_merged on customer_merge (merged_id)`);
  }
}
