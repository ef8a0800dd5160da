import { Migration } from '@mikro-orm/migrations';

/** What some opportunities have and others lack, each read by an index of its own: a row stands in one of the two. */
const sometimes = { closed_at: 'closed_at', expected: 'expected_close_on', amount: 'company_amount' };

/** An index for every order of the list of opportunities: a page never sorts them all. */
export class OpportunitiesInOrder045 extends Migration {
  override up(): void {
    this.addSql(`drop index opportunity_opened`);
    this.addSql(`create index opportunity_opened on opportunity (opened_at, id)`);
    this.addSql(`create index opportunity_stage_since on opportunity (stage_since, id)`);
    this.addSql(`create index opportunity_by_title on opportunity (title_key, id)`);
    for (const [name, column] of Object.entries(sometimes)) {
      this.addSql(`create index opportunity_with_${name} on opportunity (${column}, id) where ${column} is not null`);
      this.addSql(`create index opportunity_without_${name} on opportunity (id) where ${column} is null`);
    }
  }
}
