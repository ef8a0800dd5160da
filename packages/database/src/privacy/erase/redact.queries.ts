import { normaliseText } from '@orbita/domain/facts';
import { sql } from 'kysely';
import { type Em, run } from '#connection';
import type { Traces } from './traces.queries.ts';

const freeTexts: Readonly<Record<string, readonly string[]>> = {
  activity: ['subject', 'body'], lead: ['subject', 'message', 'reason_note'], opportunity: ['title', 'title_key', 'close_note'],
  opportunity_visit: ['override_reason'], order_line: ['description'], order_return: ['description'], consent: ['source', 'proof', 'wording', 'document'],
};

/** What holds fields of the company's own, and where it says whose it is. */
const holders = { customer: 'id', contact: 'customer_id', lead: 'customer_id', opportunity: 'customer_id' } as const;

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
  for (const [table, of] of Object.entries(holders)) {
    for (const column of ['custom', 'custom_compared']) await redactOwn(em, { table, of, column }, parts, pattern);
  }
  await run(em, sql`delete from event_personal where customer_id = any(${parts}::uuid[]) and values::text ~* ${pattern}`);
}

/** The same in the company's own fields that hold a text: what an option, a day or a link is called stays. */
const redactOwn = (em: Em, { table, of, column }: Readonly<Record<'table' | 'of' | 'column', string>>, parts: readonly string[], pattern: string): Promise<number> => {
  const held = sql.ref(`t.${column}`);
  return run(em, sql`
    update ${sql.table(table)} t set ${sql.id(column)} = (
      select jsonb_object_agg(v.key, case when d.id is null then v.value else to_jsonb(regexp_replace(v.value #>> '{}', ${pattern}, ${instead}, 'gi')) end)
      from jsonb_each(${held}) v left join custom_field d on d.entity = ${table.toUpperCase()} and d.name = v.key and d.type = 'TEXT')
    where ${sql.ref(`t.${of}`)} = any(${parts}::uuid[]) and exists (select from jsonb_each_text(${held}) v where v.value ~* ${pattern})`);
};
