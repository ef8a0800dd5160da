import { Migration } from '@mikro-orm/migrations';

/** An index for every fact by which a list of customers is sorted. */
export class SortedLists022 extends Migration {
  override up(): void {
    this.addSql(`create index customer_facts_city on customer_facts (city, customer_id)`);
    this.addSql(`create index customer_facts_country on customer_facts (country, customer_id)`);
    this.addSql(`create index customer_facts_orders on customer_facts (orders_count desc nulls last, customer_id)`);
  }
}
