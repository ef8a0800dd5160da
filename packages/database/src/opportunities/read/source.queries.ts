import { scopeOf, type Viewer } from '@orbita/domain/access';
import { type RawBuilder, sql } from 'kysely';
import { visible } from '#access';

/**
 * Opportunities with the customer they are shown under: his facts `f` tell who may see him, and are what rules read of
 * him. The facts of a customer who was merged, deleted or erased are hidden; the opportunities of the last still count.
 */
export const opportunitySource = sql`
  opportunity o
  join customer held on held.id = o.customer_id
  join customer_facts f on f.customer_id = coalesce(held.merged_into, held.id)`;

export const opportunityVisible = (viewer: Viewer): RawBuilder<boolean> => sql<boolean>`(
  (not f.hidden or exists (select from customer e where e.id = f.customer_id and e.erased_at is not null and e.deleted_at is null))
  and ${visible('f', viewer, 'opportunity')})`;

/** Whether every opportunity of a customer who is not hidden is shown to this viewer. */
export const seesEveryOpportunity = ({ role }: Viewer): boolean =>
  scopeOf(role, 'customer', 'read') === 'all' && scopeOf(role, 'opportunity', 'read') === 'all';

/** The stages of every pipeline, one row each: `p.id`, `s.key`, `s.name`, `s.probability`, `s.place`. */
export const stageSource = sql`
  pipeline p cross join lateral (
    select one->>'key' as key, one->'name' as name, (one->>'probability')::int as probability, place
    from jsonb_array_elements(p.stages) with ordinality stage(one, place)) s`;

/** How likely `o` is won, by the stage in which it stands; a stage that is no more counts as nothing. */
export const probability = sql<number>`
  (select (one->>'probability')::int from pipeline p, jsonb_array_elements(p.stages) stage(one) where p.id = o.pipeline_id and one->>'key' = o.stage)`;

/** An amount times a whole percentage, half up to the cent, as `weigh` of the domain; amounts are never negative. */
export const weighed = (amount: RawBuilder<unknown>, percent: RawBuilder<unknown>): RawBuilder<string> =>
  sql<string>`((coalesce(${amount}, 0) * coalesce(${percent}, 0) + 50) / 100)`;
