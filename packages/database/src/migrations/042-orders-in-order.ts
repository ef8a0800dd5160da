import { Migration } from '@mikro-orm/migrations';

/** What some orders have and others lack, each read by an index of its own: a row stands in one of the two. */
const sometimes = { delivered: 'delivered_at', settled: 'settled_at', contract: 'contract_ends_at' };

/** An index for every order of the list of orders but that by customer, which begins with the customers' names; the one of the numbers finds them as well. */
export class OrdersInOrder042 extends Migration {
  override up(): void {
    this.addSql(`drop index sales_order_placed`);
    this.addSql(`create index sales_order_placed on sales_order (placed_at, id)`);
    this.addSql(`drop index sales_order_number`);
    this.addSql(`create index sales_order_number on sales_order ((upper(number) collate "C"), id)`);
    this.addSql(`create index sales_order_amount on sales_order (company_amount, id)`);
    for (const [name, column] of Object.entries(sometimes)) {
      this.addSql(`create index sales_order_${name} on sales_order (${column}, id) where ${column} is not null`);
      this.addSql(`create index sales_order_not_${name} on sales_order (id) where ${column} is null`);
    }
  }
}
