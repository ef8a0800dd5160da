import { Migration } from '@mikro-orm/migrations';

/** A message that goes on with an open lead is an activity of it, taken once, and its owner hears of it. */
export class Conversations026 extends Migration {
  override up(): void {
    this.addSql(`alter table activity add column door_id uuid references capture_door (id) deferrable initially deferred, add column reference text`);
    this.addSql(`create unique index activity_reference on activity (reference, door_id, customer_id) where reference is not null`);
    this.addSql(`alter table notification drop constraint notification_kind_check`);
    this.addSql(`
      alter table notification add constraint notification_kind_check
        check (kind in ('MENTION', 'TASK_ASSIGNED', 'REMINDER', 'LEAD_ASSIGNED', 'LEAD_MESSAGE', 'LEAD_UNANSWERED', 'NURTURE_ENDED'))`);
  }
}
