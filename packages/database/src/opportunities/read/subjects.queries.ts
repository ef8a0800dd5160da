import { deriveFacts, type Facts } from '@orbita/domain/facts';
import type { Qualification } from '@orbita/domain/leads';
import { opportunityFacts, type OpportunityStatus, type PipelineStage } from '@orbita/domain/opportunities';
import { factsReadBy, type RelationName, relationsReadBy, type Subject } from '@orbita/domain/rules';
import { type CustomerSource } from '@orbita/domain/customers';
import { sql } from 'kysely';
import { among, type Em, preparedAsAsked, rowsOf } from '#connection';
import { customFactsIn, factsNamed, milliseconds } from '#facts';
import { relatedRows } from '#rules';
import { lastActivityAt, nextActivityAt, type Reading } from './opportunity-facts.queries.ts';

interface Row {
  readonly id: string;
  readonly status: OpportunityStatus;
  readonly stage: string;
  readonly stageSince: number;
  readonly title: string;
  readonly companyAmount: string | null;
  readonly expectedCloseOn: string | null;
  readonly openedAt: number;
  readonly closedAt: number | null;
  readonly lineId: string;
  readonly ownerId: string | null;
  readonly contactId: string | null;
  readonly source: CustomerSource | null;
  readonly referrerId: string | null;
  readonly nextActivityAt: number | null;
  readonly lastActivityAt: number | null;
  readonly qualification: Qualification | null;
  readonly customer: Facts;
  /** The company's own fields of the opportunity. */
  readonly own: Facts;
  readonly relations: Subject['relations'];
}

/** What the gates of stages read of a customer and of what is his: no more is looked up. */
export interface ReadByGates {
  readonly facts: ReadonlySet<string>;
  readonly relations: ReadonlySet<RelationName>;
}

export const readByGates = (stages: readonly Pick<PipelineStage, 'gate'>[]): ReadByGates => ({
  facts: new Set(stages.flatMap(({ gate }) => [...factsReadBy(gate)])),
  relations: new Set(stages.flatMap(({ gate }) => [...relationsReadBy(gate)])),
});

/**
 * What gates read of opportunities, as they are in the database: the facts of each and of its customer, whoever asks.
 * One statement, however many.
 */
export async function subjectsOf(
  em: Em, ids: readonly string[], { facts, relations }: ReadByGates, { now, zone }: Reading,
): Promise<Map<string, Subject>> {
  const related = [...relations].flatMap((name) => [sql.lit(name), relatedRows(name, sql`f.customer_id`)]);
  const rows = await rowsOf(em, preparedAsAsked(ids, sql<Row>`
    select o.id, o.status, o.stage, ${milliseconds(sql`o.stage_since`)} as "stageSince", o.title, o.company_amount as "companyAmount",
      o.expected_close_on::text as "expectedCloseOn", ${milliseconds(sql`o.opened_at`)} as "openedAt", ${milliseconds(sql`o.closed_at`)} as "closedAt", o.line_id as "lineId",
      o.owner_id as "ownerId", o.contact_id as "contactId", o.source, o.referrer_id as "referrerId", o.qualification,
      ${milliseconds(nextActivityAt(now))} as "nextActivityAt", ${milliseconds(lastActivityAt(now))} as "lastActivityAt",
      ${factsNamed(facts, 'f')} as customer, ${customFactsIn('OPPORTUNITY', sql`o.custom_compared`)} as own, ${related.length > 0 ? sql`jsonb_build_object(${sql.join(related)})` : sql`'{}'::jsonb`} as relations
    from opportunity o join customer held on held.id = o.customer_id
    join customer_facts f on f.customer_id = coalesce(held.merged_into, held.id)
    where o.id = ${among(ids)}`));
  return new Map(rows.map(({ customer, own: fields, relations: found, companyAmount, ...own }) => [own.id, {
    facts: {
      ...deriveFacts(customer, now.getTime()),
      ...opportunityFacts({ ...own, companyAmount: companyAmount === null ? null : Number(companyAmount) }, zone), ...fields,
    },
    relations: found,
  } as Subject]));
}
