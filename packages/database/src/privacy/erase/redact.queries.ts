import { normaliseText } from '@orbita/domain/facts';
import { sql } from 'kysely';
import { type Em, run } from '#connection';
import type { Traces } from './traces.queries.ts';

const freeTexts: Readonly<Record<string, readonly string[]>> = {
  activity: ['subject', 'body'], lead: ['subject', 'message', 'reason_note'], opportunity: ['title', 'title_key', 'close_note'],
  opportunity_visit: ['override_reason'], order_line: ['description'], order_return: ['description'], consent: ['source', 'proof', 'wording', 'document'],
};

const instead = '…';
const literally = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Takes a contact's name, e-mails and telephones out of what was written of the organisation for which he acts. */
export async function redact(em: Em, parts: readonly string[], { keys, texts }: Traces): Promise<void> {
  const all = [...new Set([...keys, ...texts, ...texts.map(normaliseText)])];
  if (all.length === 0) return;
  const pattern = `(${all.map(literally).join('|')})`;
  for (const [table, columns] of Object.entries(freeTexts)) {
    for (const column of columns) {
      await run(em, sql`
        update ${sql.table(table)} set ${sql.id(column)} = regexp_replace(${sql.id(column)}, ${pattern}, ${instead}, 'gi')
        where customer_id = any(${parts}::uuid[]) and ${sql.id(column)} ~* ${pattern}`);
    }
  }
  await run(em, sql`delete from event_personal where customer_id = any(${parts}::uuid[]) and values::text ~* ${pattern}`);
}
