import { mayReadMarked, type Viewer } from '@orbita/domain/access';
import type { Qualification } from '@orbita/domain/leads';
import type { OpportunityStatus } from '@orbita/domain/opportunities';
import { type RawBuilder, sql } from 'kysely';
import { among, type Em, preparedAsAsked, rowsOf } from '#connection';
import { type CustomValueRow, customValuesColumn } from '#custom-fields';
import { lastActivityAt, nextActivityAt } from './opportunity-facts.queries.ts';
import { opportunitySource, opportunityVisible } from './source.queries.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** The row behind the API's `Opportunity`; amounts and what people wrote are null to one who may not read them, lists absent when not selected. */
export interface OpportunityRow {
  readonly id: string;
  readonly customerId: string;
  readonly customerName: string;
  /** Whose the customer is: what may be done with the opportunity follows from it. */
  readonly owned: { readonly ownerId: string | null; readonly teamId: string | null; readonly partnerId: string | null };
  readonly pipelineId: string;
  readonly stage: string;
  readonly stageSince: string;
  readonly status: OpportunityStatus;
  readonly title: string;
  readonly line: Named;
  readonly owner: Named | null;
  readonly contact: Named | null;
  readonly leadId: string | null;
  readonly cycleId: string | null;
  readonly reopensId: string | null;
  readonly orderId: string | null;
  readonly currency: string;
  readonly amount: string | null;
  readonly companyAmount: string | null;
  readonly expectedCloseOn: string | null;
  readonly qualification: Qualification | null;
  readonly source: string | null;
  readonly winReasons: string[];
  readonly lossReason: string | null;
  readonly closeNote: string | null;
  readonly competitor: string | null;
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly nextActivityAt?: string | null;
  readonly lastActivityAt?: string | null;
  readonly version: number;
  readonly history?: VisitRow[];
  readonly customValues?: CustomValueRow[];
  /** As text, where in its list the row stands. */
  readonly sortValue?: string | null;
}

export interface VisitRow {
  readonly stage: string;
  readonly enteredAt: string;
  readonly leftAt: string | null;
  readonly overrideReason: string | null;
}

/** Names of the API's fields of an opportunity that an operation wants: what costs more is read only then. */
export type OpportunitySelection = ReadonlySet<string>;

/** One opportunity whole, in one statement. */
export async function opportunityById(em: Em, id: string, select: OpportunitySelection, viewer: Viewer, now: Date): Promise<OpportunityRow | null> {
  const [row] = await opportunitiesByIds(em, [id], select, viewer, now);
  return row ?? null;
}

/** Several opportunities, for what refers to them; the order of the answer is not that of the ids. */
export function opportunitiesByIds(
  em: Em, ids: readonly string[], select: OpportunitySelection, viewer: Viewer, now: Date,
): Promise<OpportunityRow[]> {
  return rowsOf(em, preparedAsAsked(ids, sql<OpportunityRow>`
    select ${opportunityColumns(select, viewer, now)} from ${opportunitySource}
    where o.id = ${among(ids)} and ${opportunityVisible(viewer)}`));
}

/** The opportunity that an event `e` is about, as it stands now. */
export const opportunityOfEvent = (select: OpportunitySelection, viewer: Viewer, now: Date): RawBuilder<unknown> => sql`(
  select to_json(told) from (
    select ${opportunityColumns(select, viewer, now)} from ${opportunitySource}
    where o.id = (e.payload->>'opportunityId')::uuid and o.customer_id = e.customer_id and ${opportunityVisible(viewer)}) told)`;

const named = (table: string, column: string): RawBuilder<unknown> => sql`
  (select json_build_object('id', x.id, 'name', x.name) from ${sql.table(table)} x where x.id = ${sql.ref(column)})`;

export function opportunityColumns(select: OpportunitySelection, viewer: Viewer, now: Date): RawBuilder<unknown> {
  const marked = (mark: 'revenue' | 'personal', column: RawBuilder<unknown>, type: string) =>
    (mayReadMarked(viewer.role, mark) ? column : sql`null::${sql.raw(type)}`);
  const parts: RawBuilder<unknown>[] = [sql`
    o.id, f.customer_id as "customerId", (select c.name from customer c where c.id = f.customer_id) as "customerName",
    json_build_object('ownerId', f.owner_id, 'teamId', f.team_id, 'partnerId', f.partner_id) as owned,
    o.pipeline_id as "pipelineId", o.stage, o.stage_since as "stageSince", o.status, o.title, o.currency,
    ${marked('revenue', sql`o.amount`, 'bigint')} as amount, ${marked('revenue', sql`o.company_amount`, 'bigint')} as "companyAmount",
    o.expected_close_on::text as "expectedCloseOn", ${named('app_user', 'o.owner_id')} as owner, o.lead_id as "leadId", o.cycle_id as "cycleId",
    o.reopens_id as "reopensId", o.order_id as "orderId", o.source, o.win_reasons as "winReasons", o.close_reason as "lossReason",
    ${marked('personal', sql`o.close_note`, 'text')} as "closeNote", ${marked('personal', sql`o.competitor`, 'text')} as competitor, o.opened_at as "openedAt", o.closed_at as "closedAt", o.version`];
  const dear: Record<string, () => RawBuilder<unknown>> = {
    line: () => named('business_line', 'o.line_id'),
    contact: () => marked('personal', contact, 'json'),
    qualification: () => (mayReadMarked(viewer.role, 'revenue') ? sql`o.qualification` : sql`o.qualification #- '{budget,amount}'`),
    customValues: () => customValuesColumn('OPPORTUNITY', 'o', {}, viewer),
    nextActivityAt: () => nextActivityAt(now),
    lastActivityAt: () => lastActivityAt(now),
    history: () => history(marked('personal', sql`v.override_reason`, 'text')),
  };
  for (const [field, column] of Object.entries(dear)) if (select.has(field)) parts.push(sql`${column()} as ${sql.id(field)}`);
  return sql.join(parts);
}

const contact = sql`(
  select json_build_object('id', k.id, 'name', concat_ws(' ', k.given_name, k.family_name))
  from contact k where k.id = o.contact_id and k.customer_id = o.customer_id and k.deleted_at is null)`;

const history = (overrideReason: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  coalesce((select json_agg(json_build_object(
      'stage', v.stage, 'enteredAt', v.entered_at, 'leftAt', v.left_at, 'overrideReason', ${overrideReason}) order by v.no)
    from opportunity_visit v where v.opportunity_id = o.id and v.customer_id = o.customer_id), '[]')`;
