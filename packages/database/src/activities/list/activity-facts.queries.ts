import { type RawBuilder, sql } from 'kysely';
import { plainText } from '#facts';

/** Where the facts of the activity `a` are, in the form in which rules compare them: `activityFacts` of the domain in SQL. */
export const activityFactColumns: Readonly<Record<string, RawBuilder<unknown>>> = {
  'activity.kind': sql`a.kind`, 'activity.direction': sql`a.direction`, 'activity.subject': sql`nullif(${plainText(sql`a.subject`)}, '')`,
  'activity.occurredAt': sql`a.occurred_at`, 'activity.durationMinutes': sql`a.duration_minutes`, 'activity.authorId': sql`a.author_id`,
  'activity.mentionIds': sql`a.mentions`, 'activity.assigneeId': sql`a.assignee_id`, 'activity.dueAt': sql`a.due_at`, 'activity.doneAt': sql`a.done_at`,
  'activity.isAboutOpportunity': sql`(a.opportunity_id is not null)`,
};
