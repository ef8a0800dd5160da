import type { Viewer } from '@orbita/domain/access';
import { type FactDefinition, presentFacts, type Facts } from '@orbita/domain/facts';
import { type RawBuilder, sql } from 'kysely';
import { visible } from '#access';
import { type Em, rowsOf } from '#connection';
import { customFactsIn } from './custom-column.ts';
import { isUnknown, storedColumn } from './fact-columns.ts';
import { milliseconds } from './refresh/moment.ts';

/**
 * The stored facts of these customers as rules in memory read them: instants in milliseconds, texts in the form in
 * which rules compare. With a viewer, only customers that he sees, without the facts that he may not read.
 * What follows from the present instant is added by `deriveFacts` of the domain.
 */
export async function factsOf(em: Em, customerIds: readonly string[], viewer?: Viewer): Promise<Map<string, Facts>> {
  const rows = await rowsOf(em, sql<{ id: string; facts: Facts }>`
    select f.customer_id as id, ${storedFacts('f', viewer)} || ${stagesOf('f')} as facts
    from customer_facts f
    where f.customer_id = any(${customerIds}::uuid[]) ${viewer ? sql`and ${visible('f', viewer)}` : sql``}`);
  return new Map(rows.map((row) => [row.id, row.facts]));
}

/** The same as a JSON expression over the row `alias`. */
export function storedFacts(alias: string, viewer?: Viewer): RawBuilder<Facts> {
  const facts = presentFacts().filter((fact) => !fact.derived && !isUnknown(fact, { viewer }));
  const columns = facts.map((fact) => sql`${value(fact, storedColumn(fact.key, alias))} as ${sql.id(fact.key)}`);
  return sql<Facts>`((select to_jsonb(x) from (select ${sql.join(columns)}) x) || ${customFactsIn('CUSTOMER', sql.ref(`${alias}.custom`), viewer)})`;
}

/** Where he stands in each of the company's models, its own ones too. */
const stagesOf = (alias: string): RawBuilder<unknown> => sql`
  (select coalesce(jsonb_object_agg(fact.key, fact.value), '{}')
  from jsonb_each(${sql.ref(`${alias}.stages`)}) s(model, standing)
  cross join lateral (values
    ('stage.' || s.model, s.standing -> 'stage'), ('previousStage.' || s.model, coalesce(s.standing -> 'previous', 'null')),
    ('stageSince.' || s.model, to_jsonb(${milliseconds(sql`(s.standing ->> 'since')::timestamptz`)}))) fact(key, value))`;

const value = (fact: FactDefinition, column: RawBuilder<unknown>): RawBuilder<unknown> =>
  fact.type === 'instant' ? milliseconds(column) : column;
