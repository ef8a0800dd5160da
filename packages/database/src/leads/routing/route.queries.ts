import { type RoutablePerson, type Route, routeLead, type RoutingRule, routeToCapturer } from '@orbita/domain/leads';
import { deriveFacts, type Facts } from '@orbita/domain/facts';
import { relationsReadBy, type Rule } from '@orbita/domain/rules';
import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import { factsOf, milliseconds } from '#facts';
import type { OwnedCustomer } from '#requests';
import { relationsOf } from '#rules';

/**
 * Whose a lead becomes: the customer's own owner, as long as he works here; else whoever the company's rules name, read
 * on what is known of the lead and of its customer; else of a customer without owner his who took it down, if somebody did.
 */
export async function route(em: Em, customer: OwnedCustomer, lead: Facts, now: Date, capturerId: string | null): Promise<Route> {
  const routed = (await routerOf(em, [customer], now))(customer, lead);
  if (routed.because.how !== 'NOBODY' || capturerId === null || customer.ownerId) return routed;
  return routeToCapturer(routed, (await routablePeople(em)).find(({ userId }) => userId === capturerId));
}

/** Hands out one lead after the other; each that is given weighs in the next choice. `customer` is who he is by then. */
export type Router = (customer: OwnedCustomer, lead: Facts) => Route;

/** The router for leads of these customers: people, rules and what they read are fetched once for all. */
export async function routerOf(em: Em, customers: readonly OwnedCustomer[], now: Date): Promise<Router> {
  let people = await routablePeople(em);
  const ownerOf = ({ ownerId }: OwnedCustomer) => people.find(({ userId }) => userId === ownerId);
  const open = [...new Set(customers.filter((customer) => !ownerOf(customer)).map(({ id }) => id))];
  const rules = open.length > 0 ? await activeRules(em) : [];
  const facts = rules.length > 0 ? await factsOf(em, open) : new Map<string, Facts>();
  const names = [...new Set(rules.flatMap(({ rule }) => [...relationsReadBy(rule)]))];
  const relations = await relationsOf(em, open, names);
  const give = (userId: string, { 'lead.capturedAt': at }: Facts): void => {
    people = people.map((one) => (one.userId === userId
      ? { ...one, load: one.load + 1, lastAssignedAt: Math.max(one.lastAssignedAt ?? -Infinity, typeof at === 'number' ? at : now.getTime()) } : one));
  };
  return (customer, lead) => {
    const owner = ownerOf(customer);
    const routed = owner ? { ownerId: owner.userId, teamId: owner.teamId, because: { rule: null, how: 'OWNER' as const, decided: [], candidates: 1 } }
      : rules.length === 0 ? nobody
        : routeLead({ facts: { ...deriveFacts(facts.get(customer.id) ?? {}, now.getTime()), ...lead }, relations: relations.get(customer.id) ?? {} }, rules, people, now.getTime());
    if (routed.ownerId !== null) give(routed.ownerId, lead);
    return owner ? routed : { ...routed, teamId: routed.teamId ?? customer.teamId };
  };
}

const nobody: Route = { ownerId: null, teamId: null, because: { rule: null, how: 'NOBODY', decided: [], candidates: 0 } };

/** Those who may be given leads: who work here and may change them. */
const routablePeople = (em: Em): Promise<RoutablePerson[]> => rowsOf(em, sql<RoutablePerson>`
  select u.id as "userId", u.team_id as "teamId", true as available, null as capacity, to_json(u.skills) as skills,
    to_json(u.territories) as territories, '[]'::json as languages,
    ((select count(*) from lead l where l.owner_id = u.id and l.ended_at is null)
      + (select count(*) from opportunity o where o.owner_id = u.id and o.status = 'OPEN'))::int as load,
    (select ${milliseconds(sql`max(l.captured_at)`)} from lead l where l.owner_id = u.id) as "lastAssignedAt"
  from app_user u
  where u.active and u.partner_id is null and u.role in ('administrator', 'manager', 'sales', 'marketing', 'service')`);

interface Row {
  readonly name: string;
  readonly rule: Rule;
  readonly assignment: Omit<RoutingRule, 'name' | 'rule'>;
}

/** In their order; one whose team is gone hands to nobody, and no lead is lost for it. */
async function activeRules(em: Em): Promise<RoutingRule[]> {
  const rows = await rowsOf(em, sql<Row>`
    select name, rule, assignment from routing_rule
    where active and (assignment->'assign'->>'to' <> 'TEAM' or (assignment->'assign'->>'teamId')::uuid in (select id from team)) order by position, id`);
  return rows.map(({ name, rule, assignment }) => ({ name, rule, ...assignment }));
}
