import { type Action, type Noun, type Scope, scopeOf, type Viewer } from '@orbita/domain/access';
import { type RawBuilder, sql } from 'kysely';

type Predicate = RawBuilder<boolean>;

/**
 * The one SQL predicate that says which rows a viewer may see, made from the policy. `alias` is a row that carries
 * `owner_id`, `team_id` and `partner_id`: a customer, or his facts. What belongs to a customer is seen through him
 * (scope of `customer`) and by its own noun (scope of `noun`): both must hold. Where they are the same it is said once:
 * said twice, PostgreSQL takes it for two conditions and expects far fewer rows than there are.
 */
export function visible(alias: string, viewer: Viewer, noun: Noun = 'customer', action: Action = 'read'): Predicate {
  const scopes = new Set([scopeOf(viewer.role, 'customer', 'read'), scopeOf(viewer.role, noun, action)]);
  return sql<boolean>`(${sql.join([...scopes].map((scope) => within(alias, scope, viewer)), sql` and `)})`;
}

/** The same over `customer_facts`, without the hidden: the deleted and the merged. */
export function visibleFacts(alias: string, viewer: Viewer, noun: Noun = 'customer'): Predicate {
  return sql<boolean>`(not ${sql.ref(`${alias}.hidden`)} and ${visible(alias, viewer, noun)})`;
}

/** Whether a row of a customer is of one who is shown, for whoever sees every one: few are hidden, so they are looked for among these alone. */
export const ofShownCustomer = (alias: string): Predicate => sql<boolean>`not exists (
  select from customer held left join customer root on root.id = held.merged_into
  where held.id = ${sql.ref(`${alias}.customer_id`)} and (held.merged_into is not null or held.deleted_at is not null)
    and (held.merged_into is null or root.deleted_at is not null))`;

/** Whether a row is of a customer or of whoever is one with him, by whichever of their ids he is named: an old id finds all that is his. */
export const ofCustomerNamed = (column: string, customerId: string): Predicate => sql<boolean>`${sql.ref(column)} in (
  select part.id from customer named
  join customer part on part.id = coalesce(named.merged_into, named.id) or part.merged_into = coalesce(named.merged_into, named.id)
  where named.id = ${customerId}::uuid)`;

function within(alias: string, scope: Scope, viewer: Viewer): Predicate {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  switch (scope) {
    case 'all': return sql<boolean>`true`;
    case 'own': return sql<boolean>`(${column('owner_id')} = ${viewer.userId}::uuid)`;
    case 'team':
      return viewer.teamId
        ? sql<boolean>`(${column('owner_id')} = ${viewer.userId}::uuid or ${column('team_id')} = ${viewer.teamId}::uuid)`
        : within(alias, 'own', viewer);
    case 'partner':
      return viewer.partnerId ? sql<boolean>`(${column('partner_id')} = ${viewer.partnerId}::uuid)` : sql<boolean>`false`;
    case 'none': return sql<boolean>`false`;
    default: return scope satisfies never;
  }
}
