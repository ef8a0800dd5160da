import { Migration } from '@mikro-orm/migrations';

/** The timeline of a customer is read in the order of its index: else whoever has thousands of events has them sorted for each page. */
export class TimelineInOrder041 extends Migration {
  override up(): void {
    this.addSql(`drop index timeline_event_shown`);
    this.addSql(`create index timeline_event_shown on timeline_event (customer_id, occurred_at desc, id desc)`);
  }
}
