import { Migration } from '@mikro-orm/migrations';

/** The board is counted and summed from its index alone, whatever the number of its cards. */
export class BoardSums024 extends Migration {
  override up(): void {
    this.addSql(`drop index opportunity_board`);
    this.addSql(`create index opportunity_board on opportunity (pipeline_id, stage, rank, id) include (customer_id, company_amount) where status = 'OPEN'`);
  }
}
