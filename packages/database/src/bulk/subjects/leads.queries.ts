import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import { assignLead, disqualifyLead, leadSource, leadVisible, namedLeads } from '#leads';
import type { Writing } from '#requests';
import type { BulkActs } from '../bulk-acts.ts';
import { type Act, oneByOne, type Standing } from './one-by-one.ts';

interface StandingLead extends Standing {
  readonly ownerId: string | null;
  readonly status: string;
}

/** The leads that the writer sees, in the state on which verbs depend. */
export function standingLeads(em: Em, ids: readonly string[], { viewer }: Writing): Promise<StandingLead[]> {
  return rowsOf(em, sql<StandingLead>`
    select l.id, root.id as "customerId", l.version, l.owner_id as "ownerId", l.status
    from ${leadSource} where l.id = any(${ids}::uuid[]) and ${leadVisible(viewer)}`);
}

const at = ({ id, version }: Standing) => ({ id, expectedVersion: version });
const assign = (thing: Standing, ownerId: string | null): Act =>
  ({ run: (em, writing) => assignLead(em, { ...at(thing), ownerId }, writing), after: { ownerId } });

/** Leads: handed to somebody, or ended with a reason. */
export const leadActs: BulkActs = {
  atOnce: 25,
  previewed: 50,
  named: (filter, viewer, { now }) => namedLeads(filter, viewer, now),
  called: (id, viewer) => sql<string | null>`(select root.name from ${leadSource} where l.id = ${id} and ${leadVisible(viewer)})`,
  ...oneByOne<StandingLead>({
    standing: standingLeads,
    act: (thing, { verb, ownerId, disqualificationReason: reason, note }) => (verb === 'ASSIGN' ? assign(thing, ownerId ?? null)
      : { run: (em, writing) => disqualifyLead(em, { ...at(thing), reason: reason!, note }, writing), after: { status: 'DISQUALIFIED' } }),
    back: (thing, values) => assign(thing, (values['ownerId'] ?? null) as string | null),
  }),
};
