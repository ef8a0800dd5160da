import { mayReadMarked, type Viewer } from '@orbita/domain/access';
import type { Qualification } from '@orbita/domain/leads';
import { type RawBuilder, sql } from 'kysely';
import { visible } from '#access';
import { type Em, rowsOf } from '#connection';
import { type CustomValueRow, customValuesColumn } from '#custom-fields';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** The row behind the API's `Lead`; what was written is null to one who may not read personal data. */
export interface LeadRow {
  readonly id: string;
  readonly customerId: string;
  readonly status: 'NEW' | 'WORKED' | 'RECYCLED' | 'QUALIFIED' | 'DISQUALIFIED';
  readonly channel: string;
  readonly source: string;
  readonly campaign: Named | null;
  readonly line: Named;
  readonly subject: string | null;
  readonly message: string | null;
  readonly contact: Named | null;
  readonly owner: Named | null;
  readonly team: Named | null;
  readonly routedBy: { readonly rule: string | null; readonly how: string } | null;
  readonly qualification: Qualification;
  readonly disqualifiedReason: string | null;
  readonly reasonNote: string | null;
  readonly capturedAt: string;
  readonly responseDueAt: string | null;
  readonly firstResponseAt: string | null;
  readonly nurtureUntil: string | null;
  readonly endedAt: string | null;
  readonly opportunityId: string | null;
  readonly reopensId: string | null;
  readonly version: number;
  /** Of the company's own fields; absent when not selected. */
  readonly customValues?: CustomValueRow[];
  /** Whose its customer is, for what the viewer may do. */
  readonly ownerId: string | null;
  readonly teamId: string | null;
  readonly partnerId: string | null;
}

/** Names of the API's fields of a lead that an operation wants: what costs more is read only then. */
export type LeadSelection = ReadonlySet<string>;

/** Leads with the customer they are shown under (`root`) and his facts (`f`), as far as the viewer may see both. */
export const leadSource = sql`
  lead l
  join customer held on held.id = l.customer_id
  join customer root on root.id = coalesce(held.merged_into, held.id)
  join customer_facts f on f.customer_id = root.id`;

export const leadVisible = (viewer: Viewer): RawBuilder<boolean> =>
  sql<boolean>`(root.deleted_at is null and ${visible('root', viewer, 'lead')})`;

const named = (table: string, column: string): RawBuilder<unknown> => sql`
  (select json_build_object('id', n.id, 'name', n.name) from ${sql.table(table)} n where n.id = ${sql.ref(column)})`;

export function leadColumns(select: LeadSelection, viewer: Viewer): RawBuilder<unknown> {
  const personal = (value: RawBuilder<unknown>) => (mayReadMarked(viewer.role, 'personal') ? value : sql`null`);
  const qualification = mayReadMarked(viewer.role, 'revenue') ? sql`l.qualification` : sql`jsonb_set(l.qualification, '{budget,amount}', 'null')`;
  const own = select.has('customValues') ? sql`, ${customValuesColumn('LEAD', 'l', {}, viewer)} as "customValues"` : sql``;
  return sql`
    l.id, root.id as "customerId", l.status, l.channel, l.source, ${named('campaign', 'l.campaign_id')} as campaign,
    ${named('business_line', 'l.line_id')} as line, ${personal(sql`l.subject`)} as subject, ${personal(sql`l.message`)} as message,
    ${personal(sql`(select json_build_object('id', n.id, 'name', concat_ws(' ', n.given_name, n.family_name)) from contact n
      where n.id = l.contact_id and n.customer_id = l.customer_id and n.deleted_at is null)`)} as contact,
    ${named('app_user', 'l.owner_id')} as owner, ${named('team', 'l.team_id')} as team,
    jsonb_build_object('rule', l.routed_by->>'rule', 'how', l.routed_by->>'how') as "routedBy", ${qualification} as qualification,
    l.disqualified_reason as "disqualifiedReason", ${personal(sql`l.reason_note`)} as "reasonNote", l.captured_at as "capturedAt",
    l.response_due_at as "responseDueAt", l.first_response_at as "firstResponseAt", l.nurture_until as "nurtureUntil",
    l.ended_at as "endedAt", l.opportunity_id as "opportunityId", l.reopens_id as "reopensId", l.version, root.owner_id as "ownerId", root.team_id as "teamId",
    root.partner_id as "partnerId"${own}`;
}

/** One lead, as the viewer may see it. */
export async function leadById(em: Em, id: string, select: LeadSelection, viewer: Viewer): Promise<LeadRow | null> {
  const [row] = await leadsByIds(em, [id], select, viewer);
  return row ?? null;
}

/** Several leads, for what refers to them; the order of the answer is not that of the ids. */
export function leadsByIds(em: Em, ids: readonly string[], select: LeadSelection, viewer: Viewer): Promise<LeadRow[]> {
  return rowsOf(em, sql<LeadRow>`
    select ${leadColumns(select, viewer)} from ${leadSource} where l.id = any(${ids}::uuid[]) and ${leadVisible(viewer)}`);
}
