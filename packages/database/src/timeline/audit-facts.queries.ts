import { eventGroups } from '@orbita/domain/timeline';
import { type RawBuilder, sql } from 'kysely';

const groups = Object.entries(eventGroups).map(([group, types]) => sql`when e.type in (${sql.join(types.map((type) => sql.lit(type)))}) then ${sql.lit(group)}`);

/** Where the facts of the event `e` with its customer `c` are, in the form in which rules compare them: `auditFacts` of the domain in SQL. */
export const auditFactColumns: Readonly<Record<string, RawBuilder<unknown>>> = {
  'audit.group': sql`(case ${sql.join(groups, sql` `)} end)`, 'audit.type': sql`e.type`, 'audit.actorId': sql`e.actor_id`, 'audit.actorKind': sql`e.actor_kind`,
  'audit.channel': sql`e.channel`, 'audit.origin': sql`e.origin`, 'audit.customerId': sql`c.id`, 'audit.recordedAt': sql`e.recorded_at`, 'audit.occurredAt': sql`e.occurred_at`,
};
