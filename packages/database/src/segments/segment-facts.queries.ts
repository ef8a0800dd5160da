import { type RawBuilder, sql } from 'kysely';
import { plainText } from '#facts';

/** Where the facts of the segment `s` are, in the form in which rules compare them: `segmentFacts` of the domain in SQL. */
export const segmentFactColumns: Readonly<Record<string, RawBuilder<unknown>>> = {
  'segment.name': plainText(sql`s.name`), 'segment.description': sql`nullif(${plainText(sql`s.description`)}, '')`, 'segment.kind': sql`s.kind`,
  'segment.isShared': sql`(s.shared or s.owner_id is null)`, 'segment.ownerId': sql`s.owner_id`, 'segment.updatedAt': sql`s.updated_at`, 'segment.createdAt': sql`s.created_at`,
};
