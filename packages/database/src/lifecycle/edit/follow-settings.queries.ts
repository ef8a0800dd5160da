import { sql } from 'kysely';
import { type Em, run } from '#connection';
import { instant } from '#facts';
import type { OutboxEvent } from '#timeline';

/** Settings by which facts are counted. */
const ofCompany = ['zone', 'windowLagDays'];
const ofLine = ['fallbackRhythmDays', 'graceDays'];

const touches = ({ payload }: OutboxEvent, settings: readonly string[]): boolean => (payload['fields'] as string[] | undefined)?.some((field) => settings.includes(field)) ?? false;

/** Has the clock count anew whomever a setting of the company or of a line of business concerns, batch by batch. */
export async function followSettings(em: Em, events: readonly OutboxEvent[], now: Date): Promise<void> {
  const everybody = events.some((event) => event.type === 'companyUpdated' && touches(event, ofCompany));
  const lines = events.filter((event) => event.type === 'businessLineUpdated' && touches(event, ofLine)).map(({ payload }) => String(payload['id']));
  if (!everybody && lines.length === 0) return;
  const buyers = sql`f.customer_id in (
    select coalesce(c.merged_into, c.id) from sales_order o join customer c on c.id = o.customer_id where o.line_id = any(${lines}::uuid[]))`;
  await run(em, sql`
    update customer_facts f set stale_at = least(f.stale_at, ${instant(now)}), next_review_at = least(f.next_review_at, ${instant(now)})
    where not f.hidden ${everybody ? sql`` : sql`and ${buyers}`}`);
}
