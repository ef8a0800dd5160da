import { Migration } from '@mikro-orm/migrations';

/** Telephones are found by their last digits too, and orders by those of their number, written small or large. */
export class FoundByEnds040 extends Migration {
  override up(): void {
    this.addSql(`create index contact_point_end on contact_point (reverse(normalised) text_pattern_ops) where kind in ('PHONE', 'MOBILE', 'MESSAGING')`);
    this.addSql(`drop index sales_order_number`);
    this.addSql(`create index sales_order_number on sales_order (upper(number) text_pattern_ops)`);
    this.addSql(`create index sales_order_number_end on sales_order (reverse(upper(number)) text_pattern_ops)`);
  }
}
