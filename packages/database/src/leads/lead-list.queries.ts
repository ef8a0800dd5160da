import type { Viewer } from '@orbita/domain/access';
import { leadCatalogue, type LeadStatus } from '@orbita/domain/leads';
import type { Rule } from '@orbita/domain/rules';
import { type RawBuilder, sql } from 'kysely';
import { ofCustomerNamed } from '#access';
import { type Em, keyset, type KeysetOrder, type KeysetPage, pickApart, rowsOf } from '#connection';
import { customOrder, type SortedField } from '#custom-fields';
import { plainText } from '#facts';
import { whereRule } from '#rules';
import { searchCondition } from '#search';
import { leadColumns, type LeadRow, type LeadSelection, leadSource, leadVisible } from './lead.queries.ts';

export interface LeadFilter {
  /** Over the lead's facts and its customer's. */
  readonly rule?: Rule | undefined;
  /** Words of the customer's name, and his keys. */
  readonly search?: string | undefined;
  readonly statuses?: readonly LeadStatus[] | undefined;
  /** Only the viewer's own. */
  readonly mine?: boolean | undefined;
  /** Only those that nobody owns. */
  readonly unowned?: boolean | undefined;
  readonly customerId?: string | undefined;
}

/** By capture, the latest first; or by what is due first: the answer, then the end of the rest. */
export type LeadOrder = 'CAPTURED' | 'DUE';

export interface LeadPage extends KeysetPage {
  readonly order: LeadOrder;
  /** One of the company's own fields, which the viewer may read: it goes before `order`. */
  readonly field?: SortedField | undefined;
  /** Of the field. */
  readonly descending?: boolean | undefined;
}

type Listed = LeadRow & { readonly sortValue: string | null };

/** A page of leads in the order asked for, one row more than asked. */
export function listLeads(em: Em, filter: LeadFilter, page: LeadPage, select: LeadSelection, viewer: Viewer, now: Date): Promise<Listed[]> {
  const where = leadCondition(filter, viewer, now);
  const columns = leadColumns(select, viewer);
  if (page.field) {
    const order = customOrder({ from: leadSource, where, id: sql`l.id`, values: sql`l.custom_compared` }, page.field, page.descending ?? false);
    return rowsOf(em, sql<Listed>`
      select ${columns}, page.value as "sortValue" from (${pickApart(page, order)}) page join (${leadSource}) on l.id = page.id order by page.place`);
  }
  const order = orderOf(page);
  const { beyond, tail } = keyset(page, order);
  return rowsOf(em, sql<Listed>`select ${columns}, (${order.value})::text as "sortValue" from ${leadSource} where ${where} and ${beyond} ${tail}`);
}

function orderOf({ order }: LeadPage): KeysetOrder {
  const latest = order === 'CAPTURED';
  return { value: latest ? sql`l.captured_at` : due, id: sql.ref('l.id'), type: 'timestamptz', descending: latest };
}

const due = sql`coalesce(case when l.first_response_at is null then l.response_due_at end, l.nurture_until, 'infinity')`;

/** How many leads the filter names, for this viewer. */
export async function countLeads(em: Em, filter: LeadFilter, viewer: Viewer, now: Date): Promise<number> {
  const [row] = await rowsOf(em, sql<{ count: string }>`
    select count(*) as count from ${leadSource} where ${leadCondition(filter, viewer, now)}`);
  return Number(row?.count ?? 0);
}

/** The leads that the filter names, for this viewer: `id` and `customer_id` of each. */
export const namedLeads = (filter: LeadFilter, viewer: Viewer, now: Date): RawBuilder<unknown> =>
  sql`select l.id, l.customer_id from ${leadSource} where ${leadCondition(filter, viewer, now)}`;

function leadCondition(filter: LeadFilter, viewer: Viewer, now: Date): RawBuilder<boolean> {
  const { rule, search, statuses, mine, unowned, customerId } = filter;
  const parts = [
    leadVisible(viewer),
    rule ? whereRule(rule, {
      alias: 'f', now, viewer, catalogue: leadCatalogue(), ownColumn: (key) => leadFactColumns[key], ownCustom: { entity: 'LEAD', values: sql`l.custom_compared` },
    }) : undefined,
    search ? searchCondition(search, viewer) : undefined,
    statuses && statuses.length > 0 ? sql`l.status = any(${statuses}::text[])` : undefined,
    mine ? sql`l.owner_id = ${viewer.userId}::uuid` : undefined,
    unowned ? sql`l.owner_id is null` : undefined,
    customerId ? ofCustomerNamed('l.customer_id', customerId) : undefined,
  ].filter((part) => part !== undefined);
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}

const answered = (criterion: string, key = 'answer'): RawBuilder<string> => sql<string>`(l.qualification->${sql.lit(criterion)}->>${sql.lit(key)})`;

/** Where the facts of a lead are, in the form in which rules compare them: `leadFacts` of the domain in SQL. */
const leadFactColumns: Readonly<Record<string, RawBuilder<unknown>>> = {
  'lead.status': sql`l.status`, 'lead.channel': sql`l.channel`, 'lead.source': sql`l.source`, 'lead.campaignId': sql`l.campaign_id`,
  'lead.lineId': sql`l.line_id`, 'lead.ownerId': sql`l.owner_id`, 'lead.message': sql`nullif(${plainText(sql`l.message`)}, '')`,
  'lead.isReferred': sql`(l.referrer_id is not null)`, 'lead.capturedAt': sql`l.captured_at`, 'lead.responseDueAt': sql`l.response_due_at`,
  'lead.firstResponseAt': sql`l.first_response_at`, 'lead.nurtureUntil': sql`l.nurture_until`,
  'lead.need': answered('need'), 'lead.budget': answered('budget'), 'lead.budgetAmount': sql`${answered('budget', 'amount')}::bigint`,
  'lead.authority': answered('authority'), 'lead.timing': answered('timing'),
  'lead.buysBy': sql`(${answered('timing', 'by')}::date::timestamp at time zone (select zone from company limit 1))`,
};
