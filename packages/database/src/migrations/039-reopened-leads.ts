import { Migration } from '@mikro-orm/migrations';

/** A disqualified lead is taken up again by a new one that names it. Whoever was scored is judged once more: scoring moved nobody between stages. */
export class ReopenedLeads039 extends Migration {
  override up(): void {
    this.addSql(`alter table lead add column reopens_id uuid`);
    this.addSql(`update customer_facts set stale_at = now(), next_review_at = now() where value_tier is not null and not hidden and stages <> '{}'`);
  }
}
