import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import { loseOpportunity, moveOpportunity, namedOpportunities, opportunitySource, opportunityVisible, updateOpportunity } from '#opportunities';
import type { Writing } from '#requests';
import type { BulkActs } from '../bulk-acts.ts';
import { type Act, oneByOne, type Standing } from './one-by-one.ts';

interface StandingOpportunity extends Standing {
  readonly ownerId: string | null;
  readonly stage: string;
  readonly status: string;
}

/** The opportunities that the writer sees, in the state on which verbs depend. */
export function standingOpportunities(em: Em, ids: readonly string[], { viewer }: Writing): Promise<StandingOpportunity[]> {
  return rowsOf(em, sql<StandingOpportunity>`
    select o.id, f.customer_id as "customerId", o.version, o.owner_id as "ownerId", o.stage, o.status
    from ${opportunitySource} where o.id = any(${ids}::uuid[]) and ${opportunityVisible(viewer)}`);
}

const at = ({ id, version }: Standing) => ({ id, expectedVersion: version });
const assign = (thing: Standing, ownerId: string | null): Act =>
  ({ run: (em, writing) => updateOpportunity(em, { ...at(thing), ownerId }, writing), after: { ownerId } });
const move = (thing: Standing, stage: string): Act => ({ run: (em, writing) => moveOpportunity(em, { ...at(thing), to: stage }, writing), after: { stage } });

/** Opportunities: each through its gates, as when its card is dragged. */
export const opportunityActs: BulkActs = {
  atOnce: 25,
  previewed: 50,
  named: (filter, viewer, reading) => namedOpportunities(filter, viewer, reading),
  called: (id, viewer) => sql<string | null>`(select o.title from ${opportunitySource} where o.id = ${id} and ${opportunityVisible(viewer)})`,
  ...oneByOne<StandingOpportunity>({
    standing: standingOpportunities,
    act: (thing, change) => {
      if (change.verb === 'ASSIGN') return assign(thing, change.ownerId ?? null);
      // To move it where it stands would put its card on top.
      if (change.verb === 'MOVE') return thing.stage === change.stage && thing.status === 'OPEN' ? undefined : move(thing, change.stage!);
      const { lossReason: reason, note, competitor } = change;
      return { run: (em, writing) => loseOpportunity(em, { ...at(thing), reason: reason!, note, competitor }, writing), after: { status: 'LOST' } };
    },
    back: (thing, values) => ('stage' in values ? move(thing, values['stage'] as string) : assign(thing, (values['ownerId'] ?? null) as string | null)),
  }),
};
