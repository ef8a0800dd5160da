import type { Viewer } from '@orbita/domain/access';
import { isCustomFact } from '@orbita/domain/custom-fields';
import { derivedFrom, factDefinition, type FactDefinition, type Facts, isPresent, presentFacts } from '@orbita/domain/facts';
import { stageFactOf } from '@orbita/domain/lifecycle';
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
export const storedFacts = (alias: string, viewer?: Viewer): RawBuilder<Facts> =>
  sql<Facts>`(${jsonOf(presentFacts().filter((fact) => !fact.derived && !isUnknown(fact, { viewer })), alias)} || ${ownFacts(alias, viewer)})`;

/**
 * Those of the stored facts that are named, or from which these follow, as a JSON expression over the row `alias`; where he
 * stands in the company's own models is among them. What nobody names is not read: most of a row is often empty.
 */
export function factsNamed(keys: ReadonlySet<string>, alias: string): RawBuilder<Facts> {
  const named = jsonOf([...new Set([...keys].flatMap((key) => derivedFrom[key] ?? [key]))].sort().flatMap((key) => {
    const fact = factDefinition(key) ?? stageFactOf(key);
    return fact && isPresent(fact) && !fact.derived ? [fact] : [];
  }), alias);
  return [...keys].some(isCustomFact) ? sql<Facts>`(${named} || ${ownFacts(alias)})` : named;
}

const jsonOf = (facts: readonly FactDefinition[], alias: string): RawBuilder<Facts> => {
  const columns = facts.map((fact) => sql`${value(fact, storedColumn(fact.key, alias))} as ${sql.id(fact.key)}`);
  return columns.length > 0 ? sql<Facts>`(select to_jsonb(x) from (select ${sql.join(columns)}) x)` : sql<Facts>`'{}'::jsonb`;
};

const ownFacts = (alias: string, viewer?: Viewer): RawBuilder<unknown> => customFactsIn('CUSTOMER', sql.ref(`${alias}.custom`), viewer);

/** Where he stands in each of the company's models, its own ones too. */
const stagesOf = (alias: string): RawBuilder<unknown> => sql`
  (select coalesce(jsonb_object_agg(fact.key, fact.value), '{}')
  from jsonb_each(${sql.ref(`${alias}.stages`)}) s(model, standing)
  cross join lateral (values
    ('stage.' || s.model, s.standing -> 'stage'), ('previousStage.' || s.model, coalesce(s.standing -> 'previous', 'null')),
    ('stageSince.' || s.model, to_jsonb(${milliseconds(sql`(s.standing ->> 'since')::timestamptz`)}))) fact(key, value))`;

const value = (fact: FactDefinition, column: RawBuilder<unknown>): RawBuilder<unknown> =>
  fact.type === 'instant' ? milliseconds(column) : column;
